"""Words that try to be code, markup, formulas, paths or commands: in every field, through commands and on pages."""

from __future__ import annotations

import csv
import io
import json
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from openpyxl import load_workbook

from sayso.exports.csv_table import disarmed
from sayso.views.registry import PAGES
from tests.hostile.trial import Trial, command, dataset
from tests.pages.packages import HOSTILE
from tests.pages.screen import open_screen
from tests.pages.test_hostile_text import OUR_ATTRIBUTES, OUR_TAGS, Tags, drawn
from tests.tiny import say, tables, write_package

WORDS: tuple[str, ...] = (
    *HOSTILE,
    "<script>window.hacked=1</script>", "<svg/onload=window.hacked=1>", "<iframe srcdoc='<script>window.hacked=1</script>'>",
    "<a href=javascript:window.hacked=1>x</a>", "javascript:window.hacked=1//", "&lt;img src=x onerror=window.hacked=1&gt;",
    "<style>*{display:none}</style>", "<math><mtext></form><form><mglyph><style></math><img src onerror=window.hacked=1>",
    "![x](https://evil.example/x.png)", "[x](https://evil.example)", "<https://evil.example>", ":material/delete: :red-background[x]",
    "$\\href{javascript:window.hacked=1}{x}$", "```\n<script>\n```", "# heading\n\n| a | b |\n|---|---|", "~~x~~ ==y== ^z^",
    "=cmd|' /C calc'!A0", "+1+cmd", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "\t=1+1", "＝1+1", "=IMPORTXML(\"http://evil.example\",\"//a\")",
    "\u202egnp.exe\u2066", "\u200f\u202b\u202e\u2067 mixed", "a\u0000b".replace("\u0000", "\u2400"), "Z" + "\u0351" * 300, "\ufeff\u200b\u2060x",
    "../../../../etc/passwd", "C:\\Windows\\System32\\x", "file:///etc/passwd", "~/.ssh/id_rsa", "CON", "'; DROP TABLE actors; --",
    "{{constructor.constructor('window.hacked=1')()}}", "${7*7} #{7*7} <%= 7*7 %>", "%n%n%n%s%x", "{0.__class__}", "None", "NaN", "null", "0", "-0",
    "\u0130\u0131\ufb01ß", "👩‍👩‍👧‍👧" * 40, "x" * 5_000, "word " * 3_000, "%00%2e%2e%2f", "A\u2028B\u2029C", "\u001b".replace("\u001b", "\u241b") + "[2J",
)  # fmt: skip
_MARKDOWN = set("[`*$<|#~:")
_FIELDS = (
    ("actors", "name"), ("actors", "description"), ("actors", "name_original"), ("articles", "title"), ("issues", "short_name"),
    ("issues", "proposition"), ("issues", "supports_means"), ("issues", "opposes_means"), ("factions", "name"), ("outlets", "name"),
    ("quotes", "venue"), ("quotes", "cue"), ("statements", "note"), ("statements", "condition"),
)  # fmt: skip


def package(folder: Path, words: str) -> Path:
    """Three people on two issues; every field that takes words has these."""
    said = [
        say(f"actor{n}", f"issue{n % 2}", n - 1, f"2024-01-0{n + 1}", text=words, article=f"a{n}")
        for n in range(3)
    ]
    rows = tables(said, factions={"f": ["actor0", "actor1"], "g": ["actor2"]})
    for table, column in _FIELDS:
        for number, row in enumerate(rows[table]):
            row[column] = (
                words if number == 0 or column not in ("name", "short_name") else f"{words} {number}"
            )
    rows["aliases"] = [{"alias": words, "actor_id": "actor0", "language": "en"}]
    rows["events"] = [
        {"event_id": "e", "title": words, "description": words, "kind": "CONSULT", "modality": "happened",
         "happened_on": "2024-02-01", "happened_on_basis": "stated", "place": words}
    ]  # fmt: skip
    rows["event_actors"] = [{"event_id": "e", "actor_id": "actor0", "role": "initiator"}]
    return write_package(folder, rows, title=words, description=words)


def check_screen(page: str, words: tuple[str, ...], data: Path) -> None:
    """Open a page on `data`: our tags alone, charts escaped, nothing read as Markdown, no exception."""
    before = os.environ.get("SAYSO_DATA")
    os.environ["SAYSO_DATA"] = str(data)
    try:
        screen = open_screen(page)
    finally:
        os.environ.pop("SAYSO_DATA")
        if before is not None:
            os.environ["SAYSO_DATA"] = before
    assert [str(each.message) for each in screen.app.exception] == []
    for tag, attributes in Tags(screen.markup).found:
        assert tag in OUR_TAGS, tag
        assert set(attributes) <= OUR_ATTRIBUTES, attributes
        assert (attributes.get("href") or "https:").startswith(("http:", "https:")), attributes
    live = [each for each in words if set(each) & _MARKDOWN and len(each) > 4]
    assert [each for each in live if each in screen.markdown] == []
    for chart in screen.charts():
        assert [
            text for text in drawn(json.loads(chart)) if "<img" in text or "<script" in text or "<svg" in text
        ] == []


def _commands(words: str) -> Callable[[Path], str]:
    def run(place: Path) -> str:
        folder = package(place / "tables", words)
        target = place / "made.duckdb"
        ended, _ = command("load", folder, "--to", target)
        if ended == "refused":
            assert not target.exists()
            return ended
        assert command("info", target)[0] == "accepted"
        for name in (
            "wide.csv",
            "wide.xlsx",
            "net.gexf",
            "net.graphml",
            "net.matrix.csv",
            "net.edges.csv",
            "net.dl",
            "all.dna",
            "again",
        ):
            verb = "network" if name.startswith("net") else "export"
            assert command(verb, target, place / name)[0] in ("accepted", "refused")
        _no_formula(place)
        names = {path.name for path in place.iterdir()}
        assert not {name for name in names if name.startswith(".")} and "passwd" not in " ".join(names), names
        return "accepted"

    return run


def _no_formula(place: Path) -> None:
    for file in (*place.glob("wide.csv"), *place.glob("net.*.csv")):
        for row in csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")):
            assert [cell for cell in row if not _is_number(cell) and disarmed(cell) != cell] == [], file.name
    for file in place.glob("wide.xlsx"):
        for sheet in load_workbook(file, read_only=True):
            for row in sheet.iter_rows():
                assert [cell.value for cell in row if cell.data_type == "f"] == []


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _arguments(words: str) -> Callable[[Path], str]:
    """As the title, outlet, date, language, coder and name that a person types."""

    def run(place: Path) -> str:
        target = dataset(place)
        (place / "a.txt").write_text(
            f"{words}\n\n“We stay,” Ann Bee said on Friday in Dakar. {'The council met. ' * 20}"
        )
        before = {path.name for path in place.iterdir()}
        ends = [
            command("add", place / "a.txt", "--data", target, f"--outlet={words}", f"--published-on={words}", f"--language={words}", f"--coder={words}", may_be_usage=True),
            command("add", place / "a.txt", "--data", target, f"--outlet={words}", "--published-on=2024", "--language=en", f"--coder={words}", may_be_usage=True),
            command("find", "--data", target, may_be_usage=True), command("status", "--data", target),
            command("export", target, place / "wide.csv"),
        ]  # fmt: skip
        assert {path.name for path in place.iterdir()} == before | {"wide.csv"}
        _no_formula(place)
        return "accepted" if ends[1][0] == "accepted" else "refused"

    return run


def _pages(words: str, pages: list[str]) -> Callable[[Path], str]:
    def run(place: Path) -> str:
        folder = package(place / "tables", words)
        if command("check", folder)[0] == "refused":
            return "refused"
        for page in pages:
            check_screen(page, (words,), folder)
        return "accepted"

    return run


def trials(seed: int) -> Iterator[Trial]:
    """Each at commands, as arguments, and on three pages of the seed's choice."""
    chance, keys = random.Random(seed), [page.key for page in PAGES]
    for words in WORDS:
        label = ascii(words)[:50]
        yield Trial("text", f"tables: {label}", _commands(words))
        yield Trial("text", f"arguments: {label}", _arguments(words))
        yield Trial("text", f"pages: {label}", _pages(words, chance.sample(keys, 3)))
