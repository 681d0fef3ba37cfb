"""House rules that no tool knows: excuses from types, what pages import, file lengths, names at the top (the rest: `make check`)."""

from __future__ import annotations

import io
import re
import subprocess
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 300
TOP = {
    ".ci", ".gitignore", ".streamlit", "CHANGELOG.md", "LICENSE", "Makefile", "README.md", "app.py", "data", "docs", "lib", "pages",
    "pyproject.toml", "tests", "uv.lock",
}  # fmt: skip
EXCUSE = re.compile(r"# type: ignore\[[a-z-]+(, [a-z-]+)*\]  # \S.{8,}")
CODE = {".css", ".js", ".md", ".py", ".sh", ".sql", ".toml"}


def tracked() -> list[Path]:
    """Every file that is, or would be, committed; relative to the top."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for name in names.split("\0") if name and (ROOT / (path := Path(name))).is_file()]


def test_no_file_is_too_long_to_read() -> None:
    ours = [path for path in tracked() if path.suffix in CODE and "vendor" not in path.parts]
    assert len(ours) > 50
    lengths = {str(path): len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in ours}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_nothing_new_stands_at_the_top() -> None:
    found = {path.parts[0] for path in tracked()}
    assert found <= TOP, f"DESIGN §6 names what may stand at the top; not {sorted(found - TOP)}"
    assert {"README.md", "app.py", "pyproject.toml", "uv.lock"} <= found


def test_pages_ask_reports_and_views_alone() -> None:
    rooms = {
        (path.name, room)
        for path in sorted((ROOT / "pages").glob("*.py"))
        for room in re.findall(r"^(?:from|import) sayso\.(\w+)", path.read_text(encoding="utf-8"), flags=re.M)
    }
    assert len(rooms) > 15
    assert {
        (page, room) for page, room in rooms if room not in ("reports", "views", "model", "coding")
    } == set()


def without_reason(source: str) -> list[int]:
    """The lines of a Python source that excuse themselves from types without a code in brackets and a reason after it."""
    return [
        token.start[0]
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
        and re.search(r"type:\s*ignore", token.string)
        and not EXCUSE.match(token.string)
    ]


def test_whoever_ignores_a_type_says_which_and_why() -> None:
    ours = [path for path in tracked() if path.suffix == ".py"]
    assert len(ours) > 500
    lines = {str(path): without_reason((ROOT / path).read_text(encoding="utf-8")) for path in ours}
    assert {path: found for path, found in lines.items() if found} == {}


@pytest.mark.parametrize(
    ("comment", "is_excused"),
    [
        ("# type: ignore[index]  # the keys are the states' names", True),
        ("# type: ignore[arg-type, misc]  # pandas' stubs know no such scalar", True),
        ("# type: ignore", False),
        ("# type: ignore[index]", False),
        ("# type: ignore  # the keys are the states' names", False),
        ("# type: ignore[index]  # noqa", False),
        ("#type:ignore[index]", False),
    ],
)
def test_an_excuse_names_its_code_and_a_reason(comment: str, is_excused: bool) -> None:
    assert without_reason(f"x = steps[state]  {comment}\n") == ([] if is_excused else [1])
    assert without_reason(f"x = {comment!r}\n") == []
