"""What `sayso network` writes, and what it says of it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sayso.analysis.networks.kernels import Kernel
from sayso.analysis.networks.selection import Duplicates
from sayso.analysis.networks.windows import Unit as Stretch
from sayso.dataset import Dataset, open_dataset
from sayso.dataset_networks import NetworkFilters, divided
from sayso.errors import ExportError
from sayso.exports.csv_table import csv_bytes
from sayso.exports.network_windows import written_windows
from sayso.exports.networks import written
from sayso.exports.wide_files import write_bytes
from sayso.reports.network import Mode, Moving, Smooth
from sayso.reports.network_sample import WHOLE


def write(
    path: Path,
    name: str | None,
    file: Path,
    form: str,
    how: tuple[Mode, str, str, Duplicates],
    filters: NetworkFilters,
    windows: tuple[Stretch, int] | None,
    smooth: tuple[Kernel, int] | None,
    step: int,
    edges: bool,
) -> str:
    """Write the network of the dataset at `path`, or one for each window, and tell how large it is."""
    moving = Moving(*windows) if windows else Smooth(*smooth, step, edges) if smooth else None
    with open_dataset(path, name) as opened:
        if moving is None:
            one = opened.network_with_facts(*how, **filters)
            write_bytes(written(one, form), file)
            n_tied = int((one.ties != 0).to_numpy().sum())
            return f"{one.ties.shape[0]} × {one.ties.shape[1]}, {n_tied} cells that are not 0"
        many, facts, provenance = opened.networks_with_facts(*how, moving, **filters)
        write_bytes(written_windows(many, form, facts, provenance), file)
    n_empty = sum(not ties.to_numpy().any() for ties in many.values())
    return f"{len(many)} windows, {n_empty} of them without a tie"


def write_table(
    path: Path,
    name: str | None,
    file: Path,
    table: str | None,
    duplicates: Duplicates,
    filters: NetworkFilters,
    size: int | None,
    penalty: float | None,
    seed: int,
) -> str:
    """Write a table about the network of the dataset at `path`, and tell how large it is."""
    with open_dataset(path, name) as opened:
        frame = _table(opened, table, duplicates, filters, size, penalty, seed)
    if frame.empty:
        raise ExportError("Writing a table", "Nobody is in it: no statement counts.", "Widen the filters.")
    write_bytes(csv_bytes(frame), file)
    return f"{len(frame)} rows"


def _table(
    opened: Dataset, table: str | None, duplicates: Duplicates, filters: NetworkFilters, size: int | None,
    penalty: float | None, seed: int,
) -> pd.DataFrame:  # fmt: skip
    match table:
        case "levels" | "levels-by-node":
            return opened.level_counts("issue" if table == "levels" else "node", duplicates, **filters)
        case "dispersion":
            return opened.dispersion(duplicates, **filters)
        case "backbone" if size:
            return opened.backbone("fixed", size, seed=seed, duplicates=duplicates, **filters)
        case "backbone" if penalty is not None:
            return opened.backbone("penalty", penalty=penalty, seed=seed, duplicates=duplicates, **filters)
        case "backbone":
            return opened.backbone(duplicates=duplicates, **filters)
        case _:
            shared, cut = divided(filters)
            if cut != WHOLE or duplicates != "document":
                raise ExportError(
                    "Writing a table", "A map places actors by all their positions.",
                    "Of the filters it knows --as-of alone.",
                )  # fmt: skip
            return opened.position_map(seed=seed, **shared).points
