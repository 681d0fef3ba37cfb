"""A folder replaced by another as a whole: exchanged in one step where the system can, else finished by who comes next."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from errno import EACCES, EBUSY, EINVAL, EMLINK, ENOSYS, ENOTSUP, EPERM, EROFS, EXDEV
from pathlib import Path
from uuid import uuid4

from sayso.store.atomic import sync

PENDING, COMMITTED = ".sayso-pending-", ".sayso-committed"
_AT_FDCWD, _RENAME_EXCHANGE, _RENAME_SWAP = -100, 2, 2
_CANNOT = {ENOSYS, EINVAL, ENOTSUP, EXDEV, EBUSY, EMLINK, EACCES, EPERM, EROFS}


def replace_folder(made: Path, target: Path) -> None:
    """Put the folder `made` (on the same disk) in the place of `target`, with everything of `target` that it lacks.

    Raises OSError; `target` is then as it was.
    """
    if not target.exists():
        os.replace(made, target)
        sync(target.parent)
        return
    names = [path.name for path in made.iterdir()]
    try:
        settle(target)
        for path in target.iterdir():
            if not (made / path.name).exists() and not _is_own(path):
                _link(path, made / path.name)
        made.chmod(target.stat().st_mode & 0o777)
        _exchange(made, target)
    except OSError as error:
        if error.errno not in _CANNOT and not isinstance(
            error, shutil.Error
        ):  # many at once, without a number
            raise
        fill_folder(made, names, target)
        return
    sync(target.parent)
    for path in made.iterdir():  # what came into the old folder while the new one was made
        if not (target / path.name).exists() and not _is_own(path):
            with suppress(OSError):
                os.replace(path, target / path.name)


def fill_folder(made: Path, names: list[str], target: Path) -> None:
    """Put the files `names` of `made` into `target` where folders cannot be exchanged (a mounted one, a parent for reading only).

    They lie in `target` until the last is written; from then on `settle` finishes what a killed process began.
    """
    settle(target)
    for left in target.glob(f"{PENDING}*"):
        shutil.rmtree(left, ignore_errors=True)
    pending = target / f"{PENDING}{uuid4().hex[:8]}"
    try:
        pending.mkdir()
        for name in names:
            shutil.copyfile(made / name, pending / name)
            sync(pending / name)
        sync(pending)
        os.replace(pending, target / COMMITTED)
    finally:
        shutil.rmtree(pending, ignore_errors=True)
    sync(target)
    settle(target)


def settle(folder: Path) -> None:
    """Finish what an export into `folder` that was killed had begun to put in place. Raises OSError if it cannot."""
    committed = folder / COMMITTED
    if not committed.is_dir() or committed.is_symlink():  # a link leads to somebody's own files
        return
    with suppress(FileNotFoundError):  # another process does the same
        for path in sorted(committed.iterdir()):
            with suppress(FileNotFoundError):
                os.replace(path, folder / path.name)
        sync(folder)
        committed.rmdir()


def _is_own(path: Path) -> bool:
    return path.name == COMMITTED or path.name.startswith(PENDING)


def _link(source: Path, target: Path) -> None:
    """The same file under a second name; folders are made anew with the same files in them."""
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True, copy_function=_link_file)
        return
    _link_file(str(source), str(target))


def _link_file(source: str, target: str) -> None:
    os.link(source, target, follow_symlinks=False)


def _exchange(one: Path, other: Path) -> None:
    """Swap two folders in one step. Raises OSError where the system or the disk cannot."""
    if sys.platform == "win32":
        raise OSError(ENOSYS, "folders cannot be exchanged")
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        failed = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
    elif hasattr(library, "renamex_np"):
        failed = library.renamex_np(first, second, _RENAME_SWAP)
    else:
        raise OSError(ENOSYS, "folders cannot be exchanged")
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(other))
