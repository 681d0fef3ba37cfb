"""A network as files that other programs read: Gephi, visone, UCINET, a spreadsheet."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pandas as pd

from sayso.errors import ExportError
from sayso.exports.csv_table import csv_bytes
from sayso.exports.xml_text import as_xml
from sayso.reports.network import Network

if TYPE_CHECKING:
    import networkx as nx


def graph(network: Network) -> nx.Graph:
    """The network as a graph; cells of 0 are no ties.

    Ties carry `weight` (its size, as programs expect one that is not negative), `value` (with its sign) and `sign`.
    Nodes carry what is known of them by id (of an issue: by `issue:` and its id, if that is there); missing values are
    left out. The graph's `description` says how it was made.
    """
    import networkx as nx

    made = nx.Graph(**({"description": as_xml(network.provenance)} if network.provenance else {}))
    ties = network.ties
    is_square = _is_square(ties)
    for mode, names in _modes(ties):
        for name in names:
            node = _node(str(name), mode)
            known = network.facts.get(node, network.facts.get(str(name), {}))
            facts = {key: _value(value) for key, value in known.items() if _is_known(value)}
            made.add_node(node, **{"label": as_xml(str(name)), "mode": mode} | facts)
    values = ties.to_numpy(dtype=float)
    for row, one in enumerate(ties.index):
        for column, other in enumerate(ties.columns):
            value = float(values[row, column])
            if value == 0 or (is_square and column <= row):
                continue
            ends = _node(str(one), "unit"), _node(str(other), "unit" if is_square else "issue")
            made.add_edge(*ends, weight=abs(value), value=value, sign="+" if value > 0 else "-")
    return made


def gexf(network: Network) -> bytes:
    """GEXF 1.2, for Gephi."""
    from xml.etree.ElementTree import SubElement

    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(graph=graph(network))
    if network.provenance:
        SubElement(writer.xml.find("meta"), "description").text = as_xml(network.provenance)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def graphml(network: Network) -> bytes:
    """GraphML, for visone, yEd, igraph and Cytoscape."""
    import networkx as nx

    file = io.BytesIO()
    nx.write_graphml(graph(network), file)
    return file.getvalue()


def matrix_csv(network: Network) -> bytes:
    """The matrix itself, one row a unit."""
    return csv_bytes(network.ties.rename_axis("id").reset_index())


def edges_csv(network: Network) -> bytes:
    """One row a tie: source, target, value."""
    return csv_bytes(pd.DataFrame(rows_of(network.ties), columns=["source", "target", "value"]))


def dl(network: Network) -> bytes:
    """UCINET's DL, full matrix with labels."""
    ties = network.ties
    rows, columns = ([_quoted(str(name)) for name in names] for names in (ties.index, ties.columns))
    if _is_square(ties):
        head = [f"dl n = {len(rows)}, format = fullmatrix", "labels:", *rows]
    else:
        head = [
            f"dl nr = {len(rows)}, nc = {len(columns)}, format = fullmatrix", "row labels:", *rows,
            "column labels:", *columns,
        ]  # fmt: skip
    lines = [" ".join(_digits(value) for value in row) for row in ties.to_numpy(dtype=float).tolist()]
    return "\n".join([*head, "data:", *lines, ""]).encode("utf-8")


FORMATS: dict[str, Callable[[Network], bytes]] = {
    "gexf": gexf, "graphml": graphml, "matrix.csv": matrix_csv, "edges.csv": edges_csv, "dl": dl,
}  # fmt: skip


def written(network: Network, form: str) -> bytes:
    """The network in a format of FORMATS. Raises ExportError for another, or if there is nothing to write."""
    if form not in FORMATS:
        raise ExportError(
            "Writing a network", f"There is no format “{form}”.", f"Formats: {', '.join(FORMATS)}."
        )
    if network.ties.empty:
        raise ExportError("Writing a network", "Nobody is in it: no statement counts.", "Widen the filters.")
    return FORMATS[form](network)


def rows_of(ties: pd.DataFrame) -> list[tuple[str, str, float]]:
    """Source, target and value of each tie."""
    edges = graph(Network(ties)).edges(data="value")
    names = {_node(str(name), mode): str(name) for mode, names in _modes(ties) for name in names}
    return [(names[one], names[other], value) for one, other, value in edges]


def _modes(ties: pd.DataFrame) -> list[tuple[str, pd.Index[Any]]]:
    return [("unit", ties.index), *([] if _is_square(ties) else [("issue", ties.columns)])]


def _is_square(ties: pd.DataFrame) -> bool:
    return list(ties.index) == list(ties.columns)


def _node(name: str, mode: str) -> str:
    """An issue may have the id of an actor."""
    return as_xml(name if mode == "unit" else f"issue:{name}")


def _value(value: Any) -> Any:
    return value if isinstance(value, (int, float)) else as_xml(str(value))


def _is_known(value: Any) -> bool:
    return value is not None and not (isinstance(value, float) and value != value)


def _digits(value: float) -> str:
    """Every digit of it: a third must be the same third when it is read again."""
    return str(int(value)) if value.is_integer() else repr(value)


def _quoted(name: str) -> str:
    clean = " ".join(name.replace('"', "'").split())
    return f'"{clean}"'
