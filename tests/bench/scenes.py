"""What is measured on each page: where its first chart shows, and what a filter must change there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Scene:
    """One page to measure."""

    name: str
    path: str
    shown: str
    """A selector that matches once the first chart is drawn (or, without a chart, the page's text)."""
    watched: str
    """What a filter change must change, and what counts as painted."""
    text: str = ""
    """Text inside `shown`, where the selector alone also matches other pages."""
    opener: str = ".st-key-filter-popover button"
    """A button to press before the filter can be reached."""
    filter: str = ".st-key-issues input"
    """Empty where the page has no filters."""
    goal: float = 1.0
    """Filter change, as a multiple of the empty page's."""


def _charted(name: str, key: str, path: str | None = None, goal: float = 1.0) -> Scene:
    # The component labels its plot when Plotly has finished drawing it.
    shown = f".st-key-{key} .sf-plot[aria-label]"
    return Scene(name, f"/{name}" if path is None else path, shown, f".st-key-{key} .sayso-figure", goal=goal)


EMPTY = Scene(
    "empty page",
    "/",
    ".stMarkdown p",
    ".stMarkdown p",
    text="Chosen:",
    opener="",
    filter=".stMultiSelect input",
)
OTHER_EMPTY = Scene(
    "empty page",
    "/other",
    ".stMarkdown p",
    ".stMarkdown p",
    text="Other:",
    opener="",
    filter=".stMultiSelect input",
)
SCENES = (
    _charted("overview", "overview-matrix", path="/"),
    _charted("matrix", "matrix-chart"),
    _charted("timeline", "timeline-chart", goal=1.2),
    _charted("changed", "changed-bars"),
    _charted("comparison", "comparison-dumbbell"),
    _charted("coalitions", "coalitions-agreement"),
    _charted("sources", "sources-mix"),
    _charted("actor", "actor-positions"),
    Scene("quotes", "/quotes", ".sy-kicker", "h1.sy-title, .sy-subtitle, .sy-card", text="Quotes"),
    Scene("about", "/about", ".sy-kicker", "h1.sy-title, .sy-subtitle", text="About"),
    Scene("review", "/review", ".sy-kicker", "h1.sy-title, .sy-subtitle", text="Review", filter=""),
)
