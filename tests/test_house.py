"""House rules that no tool knows: file lengths, names at the top. Format, lint, types and imports: `make check`."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 300
TOP = {
    ".ci", ".gitignore", ".streamlit", "CHANGELOG.md", "LICENSE", "Makefile", "README.md", "app.py", "data", "docs", "lib", "pages",
    "pyproject.toml", "tests", "uv.lock",
}  # fmt: skip
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
