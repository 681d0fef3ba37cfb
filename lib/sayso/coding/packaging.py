"""Rows made from another program's file become a new dataset: all of them, or nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.errors import IntakeError
from sayso.model.slugs import slug
from sayso.store.building import building
from sayso.store.export import export_package
from sayso.store.hub import Hub
from sayso.store.load import load_package
from sayso.store.locking import FileLock, NotWritableError
from sayso.store.new import SUFFIX, create_dataset
from sayso.store.package import DESCRIPTOR, table_csv
from sayso.store.problems import PackageRejected
from sayso.store.scratch import scratch_folder

Tables = Mapping[str, Sequence[Mapping[str, Any]]]


def check_target(title: str, target: Path) -> None:
    """Raise IntakeError, headed `title`, unless `target` is the name of a dataset that is not there yet."""
    if target.suffix != SUFFIX:
        raise IntakeError(
            title, f"{target.name} does not end in {SUFFIX}.", f"Name it {target.stem}{SUFFIX}."
        )
    if target.exists():
        raise IntakeError(title, f"{target} is there already. Nothing was changed.", "Name a new file.")


def write_whole(
    title: str, source: str, target: Path, about: Mapping[str, Any], tables: Tables, next_step: str
) -> None:
    """Write the new dataset `target`: `tables` by name, with `about` in its descriptor.

    Every rule of a data package is checked on the way. Raises IntakeError, headed `title`, that names the file
    `source`, with nothing written, if the rows break one or `target` is there by now.
    """
    with scratch_folder() as place:
        folder = _package(place, about, tables)
        try:
            with FileLock(target):
                check_target(title, target)  # it may have come there since it was asked for
                with building(target) as path:
                    load_package(folder, path)
        except OSError as error:
            raise NotWritableError(target, error) from error
        except PackageRejected as error:
            listed = "\n".join(str(problem) for problem in error.problems[:10])
            raise IntakeError(
                title, f"{source} breaks rules of Sayso's tables. Nothing was written.\n{listed}", next_step
            ) from error


def whole_file(source: str, about: Mapping[str, Any], tables: Tables, next_step: str) -> tuple[str, bytes]:
    """A new dataset's file and what it may be called, as `write_whole` makes it: to be saved by who asked for it."""
    name = f"{slug(str(about.get('title') or Path(source).stem)) or 'dataset'}{SUFFIX}"
    with scratch_folder() as place:
        target = place / name
        write_whole("Making the dataset", source, target, about, tables, next_step)
        return name, target.read_bytes()


def _package(place: Path, about: Mapping[str, Any], tables: Tables) -> Path:
    """A data package of `tables` in `place`: that of an empty dataset with the rows written into it."""
    hub = Hub()
    try:
        folder = export_package(hub.attach(create_dataset(place / f"empty{SUFFIX}")), place / "package")
    finally:
        hub.close()
    descriptor = json.loads((folder / DESCRIPTOR).read_text("utf-8"))
    (folder / DESCRIPTOR).write_text(json.dumps({**descriptor, **about}, ensure_ascii=False), "utf-8")
    for name, rows in tables.items():
        file = folder / f"{name}.csv"
        header = tuple(file.read_text("utf-8").strip().split(","))
        cells = [tuple(_cell(row.get(column)) for column in header) for row in rows]
        file.write_text(table_csv(header, cells), "utf-8", newline="")
    return folder


def _cell(value: Any) -> str | None:
    if isinstance(value, list):
        return ";".join(f"{part[0]}-{part[1]}" if isinstance(part, tuple) else str(part) for part in value)
    return None if value is None else str(value)
