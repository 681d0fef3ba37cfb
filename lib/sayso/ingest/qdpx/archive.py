"""The archive of a REFI-QDA project: what is in it is counted and measured before any of it is unpacked."""

from __future__ import annotations

import codecs
import io
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import NoReturn, Self

from sayso.errors import IntakeError

LARGEST_FILE = 4 * 2**30  # bytes; recordings are often packed in, and never unpacked here
LARGEST_PROJECT = 128 * 2**20  # bytes of the XML
LARGEST_TEXT = 16 * 2**20  # bytes of one source's text
LARGEST_TEXTS = 512 * 2**20  # bytes of all texts
MOST_PACKED = 200  # times smaller than unpacked; XML and texts come to 5 to 30
MOST_ENTRIES = 50_000
LARGEST_LIST = 16 * 2**20  # bytes of the list of files, which is read before its entries can be counted
PIECE = 2**20
NOTHING = "Nothing was written."
HINT = f"Export the project again as REFI-QDA (.qdpx) from the program that made it. {NOTHING}"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError)


def refuse(message: str, next_step: str = HINT) -> NoReturn:
    """Raise the IntakeError of this room."""
    raise IntakeError("Reading the REFI-QDA project", message, next_step)


class Archive:
    """An open .qdpx file: `project` is its XML, `text` reads one source. Nothing is ever unpacked to disk.

    Raises IntakeError if it is no ZIP archive, protected, holds more than any real project, has names that lead out
    of it, or not exactly one project.
    """

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            if path.stat().st_size > LARGEST_FILE:
                refuse(f"{path.name} has {path.stat().st_size / 2**30:.1f} GiB; Sayso reads up to 4.")
            self._file = _Measured(path)
            self._zip = zipfile.ZipFile(self._file)
        except FileNotFoundError:
            refuse(f"{path} is not there.", "Check the path.")
        except _BROKEN as error:
            refuse(f"{path.name} is not a .qdpx file, or is damaged: it cannot be unpacked ({error}).")
        self._unpacked = 0
        try:
            self._entries = self._checked()
            self.project = self._read(self._project_name(), LARGEST_PROJECT)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._zip.close()
        self._file.close()

    def text(self, address: str) -> str | None:
        """The text at an address such as `internal://1234.txt`; None if it is not in the archive.

        Raises IntakeError if the address leads out of the archive, or the text is too long or not Unicode.
        """
        scheme, mark, name = address.partition("://")
        if not mark or scheme.lower() != "internal":
            return None
        # The folder is "sources" in the standard and "Sources" in NVivo's files.
        entry = self._entries.get(f"sources/{name.lstrip('/')}".lower())
        if entry is None:
            return None
        content = self._read(entry, LARGEST_TEXT)
        self._unpacked += len(content)
        if self._unpacked > LARGEST_TEXTS:
            refuse("Its texts take more than 512 MiB together, far more than a debate's articles.")
        marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        try:
            return content.decode("utf-16" if marked else "utf-8-sig").replace("\0", "\ufffd")
        except UnicodeDecodeError:
            refuse(f"The text {name[:80]} is not UTF-8, as REFI-QDA texts have to be.")

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES:
            refuse(f"It holds {len(entries):,} files, more than {MOST_ENTRIES:,}.")
        found: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            name = entry.filename.replace("\\", "/")
            if name.startswith("/") or ".." in PurePosixPath(name).parts or ":" in name.split("/")[0]:
                refuse(f"It holds a file named “{name[:80]}”, which leads out of the archive.")
            if name.lower() in found:
                refuse(f"It holds two files named “{name[:80]}”: which one is meant cannot be told.")
            found[name.lower()] = entry
        return found

    def _project_name(self) -> zipfile.ZipInfo:
        top = {
            name: entry for name, entry in self._entries.items() if "/" not in name and name.endswith(".qde")
        }
        if "project.qde" in top:
            return top["project.qde"]
        # The standard says project.qde; ATLAS.ti calls it after the project.
        if len(top) == 1:
            return next(iter(top.values()))
        refuse(
            f"{self._name} holds {'several projects' if top else 'no project.qde'}, so it is no REFI-QDA project."
        )

    def _read(self, entry: zipfile.ZipInfo, most: int) -> bytes:
        if entry.flag_bits & 1:
            refuse(f"{self._name} is protected with a password.", f"Save a copy without one. {NOTHING}")
        if entry.file_size > most:
            refuse(
                f"{entry.filename[:80]} would take {entry.file_size / 2**20:,.0f} MiB unpacked; Sayso reads up to"
                f" {most // 2**20}. It was not unpacked."
            )
        if entry.file_size > max(PIECE, MOST_PACKED * entry.compress_size):
            refuse(f"{entry.filename[:80]} is packed as no project or text is. It was not unpacked.")
        try:
            with self._zip.open(entry) as file:
                # What is read never exceeds what was declared: zipfile stops there, and checks the sum.
                return b"".join(iter(lambda: file.read(PIECE), b""))
        except _BROKEN as error:
            refuse(f"{entry.filename[:80]} is damaged: it cannot be unpacked ({error}).")


class _Measured(io.FileIO):
    """A file that is never read in larger bites than the list of files of a real archive takes."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > LARGEST_LIST:
            raise zipfile.BadZipFile("its list of files is too long")
        return super().read(size) or b""
