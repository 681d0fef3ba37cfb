"""Show a Plotly figure that keeps its place: zoom, legend and focus survive a change of filters."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import plotly.graph_objects as go
import streamlit as st

from sayso.charts.heads import Heads
from sayso.views.figure.events import Click, Zoom
from sayso.views.figure.payload import encode

_Event = TypeVar("_Event")
_HERE = Path(__file__).parent


_mount = st.components.v2.component(
    "sayso_figure",
    css=(_HERE / "figure.css").read_text(encoding="utf-8"),
    js=(_HERE / "start.js").read_text(encoding="utf-8"),
    isolate_styles=False,  # Plotly writes its styles into the page's head, out of a shadow root's reach
)


def show(
    figure: go.Figure,
    *,
    key: str,
    alt: str,
    height: int,
    heads: Heads | None = None,
    on_click: Callable[[Click], None] | None = None,
    on_zoom: Callable[[Zoom], None] | None = None,
) -> Click | None:
    """Draw `figure`; return what was clicked, in the run that the click caused.

    - `key`: the chart's identity. Under the same key a new figure is drawn in place.
    - `alt`: its finding, one sentence: what a screen reader says and what is shown if drawing fails.
    - `height`: pixels; with `heads`, the most it may take before it scrolls.
    - `heads`: for a matrix: cells keep their pixel size and scroll under fixed heads.
    - `on_click`, `on_zoom`: callbacks, run before the page. Without them a mark is not clickable
      and a zoom is the browser's own affair. Each mark's `customdata` is what `Click.data` gives.

    **Colours that follow the theme.** Anywhere in the figure except its data, a string may be
    `var(--ink)`, `var(--muted)`, `var(--faint)`, `var(--grid)`, `var(--line)`, `var(--paper)`,
    `var(--panel)` or `var(--accent)`; the browser resolves them, again whenever the theme changes.
    A figure that sets no paper, font or grid colour gets `paper`, `ink` and `grid`.

    **Text from data** must go through `charts.plain_text.plain`; `alt` and heads are shown as text.
    """
    # Streamlit hands a trigger back only under a name that has a callback.
    events: dict[str, Any] = {}
    if on_click is not None:
        events["on_click_change"] = lambda: _tell(on_click, Click.read(_sent(key, "click")))
    if on_zoom is not None:
        events["on_zoom_change"] = lambda: _tell(on_zoom, Zoom.read(_sent(key, "zoom")))
    result = _mount(
        key=key,
        data=encode(
            figure,
            alt=alt,
            height=height,
            heads=heads,
            clickable=on_click is not None,
            zoomable=on_zoom is not None,
        ),
        **events,
    )
    return Click.read(result.get("click"))


def _sent(key: str, event: str) -> object:
    state = st.session_state.get(key)
    return state.get(event) if state else None


def _tell(listener: Callable[[_Event], None], event: _Event | None) -> None:
    if event is not None:
        listener(event)
