"""What `sayso network` writes, and what it says of it."""

from __future__ import annotations

from pathlib import Path

from sayso.analysis.networks.kernels import Kernel
from sayso.analysis.networks.selection import Duplicates
from sayso.analysis.networks.windows import Unit as Stretch
from sayso.dataset import open_dataset
from sayso.dataset_networks import NetworkFilters
from sayso.exports.network_windows import written_windows
from sayso.exports.networks import written
from sayso.exports.wide_files import write_bytes
from sayso.reports.network import Mode, Moving, Smooth


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
        many, facts, made = opened.networks_with_facts(*how, moving, **filters)
        write_bytes(written_windows(many, form, facts, made), file)
    n_empty = sum(not ties.to_numpy().any() for ties in many.values())
    return f"{len(many)} windows, {n_empty} of them without a tie"
