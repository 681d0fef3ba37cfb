"""What a form for a project's roles offers, and what it begins with."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.ingest.qdpx.choices import DATES, OUTLETS, guessed_folder, guessed_stances
from sayso.ingest.qdpx.folders import Folders
from sayso.ingest.qdpx.records import Project
from sayso.ingest.qdpx.words import ISSUES, SPEAKERS
from sayso.model.wording import counted


@dataclass(frozen=True)
class Suggested:
    """Names that `Asked` takes. `offered` gives each folder's or code's size in words, folders first.

    `speakers`, `issues`, `stances`, `date` and `outlet` are guesses, empty where nothing suggests itself.
    """

    offered: dict[str, str]
    speakers: list[str]
    issues: list[str]
    stances: dict[str, int]
    variables: list[str]
    date: str
    outlet: str


def suggest(project: Project) -> Suggested:
    """The choices of a project, for a form."""
    folders = Folders(project)
    speakers = guessed_folder(folders, SPEAKERS, []) or []
    issues = guessed_folder(folders, ISSUES, speakers) or []
    stances = guessed_stances(project)
    rest = folders.units([*speakers, *issues, *stances])
    if len(rest) == 1 and bool(speakers) != bool(issues):  # the one that is left
        speakers, issues = speakers or rest, issues or rest
    order = sorted(project.codes, key=lambda key: not project.children.get(key))
    names = sorted({name for each in project.sources.values() for name in each.variables}, key=str.casefold)
    return Suggested(
        {folders.title(key): _size(folders, key) for key in [*folders.all([]), *order]},
        [folders.title(key) for key in speakers], [folders.title(key) for key in issues],
        {folders.title(key): stance for key, stance in stances.items()}, names, _usual(names, DATES),
        _usual(names, OUTLETS),
    )  # fmt: skip


def _size(folders: Folders, key: str) -> str:
    codes = len(folders.members(key))
    passages = counted(folders.segments(key), "passage")
    return f"{counted(codes, 'code')}, {passages}" if codes else passages


def _usual(names: list[str], usual: tuple[str, ...]) -> str:
    return next((name for name in names if name.casefold().rpartition(":")[2].strip() in usual), "")
