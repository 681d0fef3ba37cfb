"""What is tried, and how it may end: taken as what it is, or refused in words. Anything else got through."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from click.testing import CliRunner

from sayso.cli import main
from sayso.errors import SaysoError
from tests.table_file import ROWS, TITLES, lines

SECRET = (
    "A line that only this computer's owner may read: 7c1f"  # stands in a file beside, never in what is shown
)
_RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_FAULTS = ("Traceback", "fault in Sayso", "Something unexpected", SECRET, "root:x:")


@dataclass(frozen=True)
class Trial:
    """One input at one door; `run` says "refused" or "accepted", and raises AssertionError if it got through."""

    kind: str
    name: str
    run: Callable[[Path], str]


def command(*arguments: str | Path, may_be_usage: bool = False) -> tuple[str, str]:
    """Run a real command: "accepted" or "refused", and what it printed. What it may never print is looked for."""
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    assert not [fault for fault in _FAULTS if fault in done.output], done.output[-2_000:]
    assert not _RAW.search(done.output.replace("\r", "")), "control characters command the terminal"
    assert done.exit_code in ((0, 1, 2) if may_be_usage else (0, 1)), done.output
    if done.exit_code:
        assert len(done.output.strip().splitlines()) >= 2, f"no next step: {done.output}"
    return ("refused" if done.exit_code else "accepted"), done.output


def asked(action: Callable[[], object]) -> str:
    """Whether a function refuses in words. Any other exception is raised on: it got through."""
    try:
        action()
    except SaysoError as error:
        assert error.title and error.message and error.next_step, repr(error)
        assert not [fault for fault in _FAULTS if fault in str(error)], str(error)
        return "refused"
    return "accepted"


@cache
def _seed() -> Path:
    """A dataset of three statements, in a file: made once, and copied for each trial."""
    place = Path(mkdtemp(prefix="sayso-tests-"))
    file, target = place / "seed.csv", place / "debate.duckdb"
    file.write_bytes(lines([TITLES, *ROWS]))
    assert command("import", file, "--to", target, "--coder", "bob")[0] == "accepted"
    return target


def dataset(place: Path) -> Path:
    """A dataset of three statements, in a file, and beside it a secret."""
    (place / "secret.txt").write_text(SECRET)
    return Path(shutil.copy(_seed(), place))


def tables(target: Path, folder: Path) -> dict[str, bytes]:
    """Every file of an export."""
    assert command("export", target, folder)[0] == "accepted"
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def zipped(**parts: bytes) -> bytes:
    """A zip of parts; __ stands for a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("up", ".."), content)
    return out.getvalue()
