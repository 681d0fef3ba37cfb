"""Networks through time as one file: a table of all windows, or an archive with a file each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from sayso.errors import ExportError
from sayso.exports.csv_table import csv_bytes
from sayso.exports.networks import FORMATS, rows_of
from sayso.reports.network import Facts, Network

TABLES = ("edges.csv", "matrix.csv")
ARCHIVES = {f"{form}.zip": form for form in FORMATS}
FORMS = (*TABLES, *ARCHIVES)
_WRITTEN = (1980, 1, 1, 0, 0, 0)  # the same windows make the same bytes
_WITHOUT_NODES = {"gexf", "graphml", "edges.csv"}


def written_windows(networks: Mapping[date, pd.DataFrame], form: str, facts: Facts, provenance: str) -> bytes:
    """The windows, by the day in their middle, in one of FORMS; those without a tie, or without a node, are there too.

    `edges.csv`: window, source, target, value, one row a tie; a window without one is a row with nothing else in it.
    `matrix.csv`: window, id, and a column for each node (or issue) of any window, empty where it is not in this one.
    Archives hold a file for each window, called by its day, and `windows.csv`: window, file, nodes, ties, and how they
    were made; a matrix or DL cannot say that nobody is there: no file. Raises ExportError without a window.
    """
    if not networks:
        raise ExportError(
            "Writing a network", "The statements span no whole window.", "Choose a shorter one."
        )
    if form not in FORMS:
        raise ExportError(
            "Writing a network", f"Windows are not written as “{form}”.", f"Formats: {', '.join(FORMS)}."
        )
    if form in ARCHIVES:
        return _archive(networks, ARCHIVES[form], facts, provenance)
    return csv_bytes(_edges(networks) if form == "edges.csv" else _matrices(networks))


def _edges(networks: Mapping[date, pd.DataFrame]) -> pd.DataFrame:
    rows: list[tuple[str | float | None, ...]] = []
    for middle, ties in networks.items():
        day = middle.isoformat()
        rows += [(day, *row) for row in rows_of(ties)] or [(day, None, None, None)]
    return pd.DataFrame(rows, columns=["window", "source", "target", "value"])


def _matrices(networks: Mapping[date, pd.DataFrame]) -> pd.DataFrame:
    names = sorted({str(name) for ties in networks.values() for name in ties.columns})
    rows = []
    for middle, ties in networks.items():
        own = ties.reindex(columns=names) if len(ties) else pd.DataFrame(np.nan, [None], names)
        rows += [
            (middle.isoformat(), name, *cells) for name, cells in zip(own.index, own.to_numpy(), strict=True)
        ]
    return pd.DataFrame(rows, columns=["window", "id", *names])


def _archive(networks: Mapping[date, pd.DataFrame], form: str, facts: Facts, provenance: str) -> bytes:
    file, rows = io.BytesIO(), []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for middle, ties in networks.items():
            name = f"{middle.isoformat()}.{form}" if len(ties) or form in _WITHOUT_NODES else ""
            if name:
                content = FORMATS[form](Network(ties, facts, f"{provenance} · window {middle.isoformat()}"))
                archive.writestr(zipfile.ZipInfo(name, _WRITTEN), content)
            rows.append((middle.isoformat(), name, len(ties), len(rows_of(ties)), provenance))
        listed = pd.DataFrame(rows, columns=["window", "file", "nodes", "ties", "provenance"])
        archive.writestr(zipfile.ZipInfo("windows.csv", _WRITTEN), csv_bytes(listed))
    return file.getvalue()
