"""What is sent to the browser for one chart: a single JSON document, encoded once."""

from dataclasses import asdict

import orjson
import plotly.graph_objects as go
import plotly.io as pio

from sayso.charts.heads import Heads


def encode(
    figure: go.Figure, *, alt: str, height: int, heads: Heads | None, clickable: bool, zoomable: bool
) -> bytes:
    """The chart as UTF-8 JSON; arrays inside it as Plotly's base64 `bdata`."""
    # A figure is valid by construction; checking it again costs more than drawing it.
    drawn = pio.to_json(figure, validate=False, engine="orjson")
    return orjson.dumps(
        {
            "alt": alt,
            "height": height,
            "heads": asdict(heads) | {"width": heads.width, "height": heads.height} if heads else None,
            "clickable": clickable,
            "zoomable": zoomable,
            "figure": orjson.Fragment(drawn),
        }
    )
