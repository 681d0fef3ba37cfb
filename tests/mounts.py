"""Commands run with a folder on a disk of a few kilobytes, or one for reading only: real mounts that only they see."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

SAYSO = [sys.executable, "-c", "from sayso.cli import main; main()"]
_SCRIPT = """
set -e
place="$1" kept="$2" size="$3" mode="$4"; shift 4
mount -t tmpfs -o size="$size" none "$place"
cp -a "$kept"/. "$place"/
if [ "$mode" = ro ]; then mount -o remount,ro "$place"; fi
set +e
"$@"
code=$?
rm -rf "$kept"; mkdir "$kept"; cp -a "$place"/. "$kept"/
exit $code
"""


@dataclass(frozen=True)
class Ran:
    """How a command ended, what it said, and the files of the folder afterwards, hidden ones included."""

    code: int
    output: str
    files: dict[str, bytes]


@cache
def can_mount() -> bool:
    """Whether this system lets an ordinary process mount for itself."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    tried = subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False)  # fmt: skip
    return tried.returncode == 0


def run_on(place: Path, kept: Path, command: list[str], *, size: str = "4m", mode: str = "rw") -> Ran:
    """Run `command` with a disk of `size` at `place`, which holds the files of `kept`; they come back there."""
    if not can_mount():
        pytest.skip("this system mounts nothing for an ordinary process")
    place.mkdir(exist_ok=True)
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", _SCRIPT, "sh", str(place), str(kept), size, mode, *command],
        capture_output=True, text=True, check=False, env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}, timeout=120,
    )  # fmt: skip
    files = {
        str(path.relative_to(kept)): path.read_bytes() for path in sorted(kept.rglob("*")) if path.is_file()
    }
    return Ran(done.returncode, done.stdout + done.stderr, files)
