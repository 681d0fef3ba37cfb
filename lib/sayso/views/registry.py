"""The pages: one list drives navigation, links between pages, the front page and the tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

PAGES_FOLDER = Path(__file__).resolve().parents[3] / "pages"


@dataclass(frozen=True)
class PageInfo:
    """One page: `key` is its file's name and its address; `question` is what it answers."""

    key: str
    title: str
    icon: str
    question: str
    is_listed: bool = True
    room: Literal["reading", "coding"] = "reading"
    """Readers' pages share the filters; coders' pages stand apart in the navigation and have none."""

    @property
    def path(self) -> Path:
        """Its script."""
        return PAGES_FOLDER / f"{self.key}.py"


PAGES: tuple[PageInfo, ...] = (
    PageInfo("overview", "Overview", ":material/newspaper:", "What is known, and as of when?"),
    PageInfo("matrix", "Stance matrix", ":material/grid_on:", "Where does everyone stand?"),
    PageInfo("timeline", "Timeline", ":material/timeline:", "What happened, in order?"),
    PageInfo(
        "changed",
        "What changed",
        ":material/change_circle:",
        "Whose position moved, and on whose words?",
    ),
    PageInfo("comparison", "Comparison", ":material/compare_arrows:", "Who agrees with whom?"),
    PageInfo("coalitions", "Coalitions", ":material/groups:", "Which camps form, and over what?"),
    PageInfo(
        "sources",
        "Sources",
        ":material/source:",
        "On whose reporting does it rest, and what would fall without it?",
    ),
    PageInfo("actor", "Actor", ":material/person:", "Where does this actor stand, and who says so?"),
    PageInfo("quotes", "Quotes", ":material/format_quote:", "Who said what, in which words?"),
    PageInfo(
        "briefings",
        "Briefings",
        ":material/co_present:",
        "What will be shown, in which order, and does it still hold?",
    ),
    PageInfo(
        "present",
        "Presenting",
        ":material/slideshow:",
        "What does the briefing show, one view a screen?",
        is_listed=False,
    ),
    PageInfo("about", "About", ":material/menu_book:", "What do the words and numbers mean?"),
    PageInfo(
        "article",
        "Article",
        ":material/article:",
        "What does this article say, and who is quoted in it?",
        is_listed=False,
    ),
    PageInfo(
        "add",
        "Add articles",
        ":material/add:",
        "Which text comes in, from which outlet, of which day?",
        room="coding",
    ),
    PageInfo(
        "import",
        "Import",
        ":material/upload_file:",
        "Which tables or coded files come in, and what do their columns mean?",
        room="coding",
    ),
    PageInfo(
        "review", "Review", ":material/rate_review:", "What was found, and does it count?", room="coding"
    ),
    PageInfo(
        "coverage",
        "Coverage",
        ":material/checklist:",
        "What is left to code, and how good were the finds?",
        room="coding",
    ),
    PageInfo(
        "codebook",
        "Codebook",
        ":material/edit_note:",
        "Which issues, factions and actors are there, and what do they mean?",
        room="coding",
    ),
)
BY_KEY: dict[str, PageInfo] = {page.key: page for page in PAGES}
READING: tuple[PageInfo, ...] = tuple(page for page in PAGES if page.room == "reading")
CODING: tuple[PageInfo, ...] = tuple(page for page in PAGES if page.room == "coding")
