"""The properties of figures that pictures draw, and those that only a screen has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

DRAWN = {
    "scatter": "x y xaxis yaxis mode text textposition textfont.size textfont.color textfont.weight line.color line.width "
    "line.dash fill fillcolor marker.size marker.color marker.symbol marker.line.color marker.line.width cliponaxis meta",
    "bar": "x y xaxis yaxis base width orientation text textposition textfont.size textfont.color marker.color "
    "marker.line.color marker.line.width marker.pattern.shape marker.pattern.fgcolor marker.pattern.size",
    "heatmap": "",
    "axis": "range domain type anchor side visible tickvals ticktext tickformat nticks showgrid gridcolor zeroline "
    "zerolinecolor zerolinewidth showline linecolor ticks ticklen tickcolor showticklabels ticklabelposition "
    "tickfont.size tickfont.color automargin",
    "annotation": "text x y xref yref xanchor yanchor xshift yshift font.size font.color bgcolor bordercolor borderwidth "
    "borderpad opacity",
    "shape": "type x0 x1 y0 y1 xref yref layer line.color line.width line.dash fillcolor opacity",
    "layout": "margin.l margin.r margin.t margin.b",
}
# What a pointer does, what is the same in every figure, and what has one value that is also ours.
SCREEN = {
    "scatter": "type name hoverinfo hovertext customdata marker.opacity",
    "bar": "type name hoverinfo hovertext customdata insidetextanchor textangle constraintext marker.pattern.solidity "
    "hoverlabel.bgcolor hoverlabel.font.color",
    "heatmap": "type name x y z colorscale showscale hoverinfo hovertext customdata",
    "axis": "fixedrange showspikes tickangle ticklabeloverflow",
    "annotation": "showarrow",
    "shape": "",
    "layout": "template showlegend hovermode width height barmode bargap dragmode hoverdistance uirevision",
}
FIXED: dict[str, set[Any]] = {
    "marker.opacity": {1}, "insidetextanchor": {"middle"}, "textangle": {0}, "tickangle": {0}, "showarrow": {False},
    "showlegend": {False}, "barmode": {"overlay"}, "bargap": {0}, "marker.pattern.shape": {"/"}, "meta": {"fit"},
    "fill": {"toself"}, "colorscale": {"rgba(0,0,0,0)"}, "showscale": {False},
}  # fmt: skip


def unknown(document: dict[str, Any]) -> set[str]:
    """What stands in a figure (as JSON) and is not known to be drawn or left out with reason."""
    return {problem for kind, spec in _pieces(document) for problem in _problems(kind, spec)}


def _pieces(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    layout = dict(document["layout"])
    for trace in document["data"]:
        yield trace["type"], trace
    for kind in ("annotation", "shape"):
        for spec in layout.pop(f"{kind}s", []):
            yield kind, spec
    for name in [name for name in layout if name[1:5] == "axis"]:
        yield "axis", layout.pop(name)
    yield "layout", layout


def _problems(kind: str, spec: dict[str, Any]) -> Iterator[str]:
    known = {*DRAWN.get(kind, "").split(), *SCREEN.get(kind, "").split()}
    for path, value in _flat(spec):
        if path not in known and path.split(".")[0] not in known:
            yield f"{kind}.{path}"
        elif path in FIXED and not {*_each(value)} <= FIXED[path]:
            yield f"{kind}.{path} = {value}"


def _flat(spec: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in spec.items():
        if isinstance(value, dict) and before + name != "template":
            yield from _flat(value, f"{before}{name}.")
        else:
            yield before + name, value


def _each(value: Any) -> list[Any]:
    if isinstance(value, list):
        return [item[-1] if isinstance(item, list) else item for item in value]
    return [value]
