"""A pinned view that came from a file: only what Sayso itself could have written is taken."""

from __future__ import annotations

import re
from typing import Any

from sayso.errors import QueryError
from sayso.reports.exhibit import Exhibit

TITLE = "Reading a pinned view"
_TRACES = frozenset(("scatter", "bar", "heatmap", "scattergl", "histogram", "box"))
_TAG = re.compile(r"<\s*/?\s*([a-zA-Z]+)([^>]*)>")
_TAGS = frozenset(("b", "i", "br", "sub", "sup", "extra", "span"))
_LAYOUT = frozenset(("images", "updatemenus", "sliders", "map", "mapbox", "geo", "scene"))
# In a figure these are no text: Plotly takes them for addresses.
_ADDRESSES = frozenset(("source", "href", "url", "xlink:href"))


def checked(text: str) -> Exhibit:
    """The view that `text` is the JSON of. Raises QueryError if it is none, or its chart could fetch or link anything."""
    try:
        exhibit = Exhibit.from_json(text)
        figure = exhibit.drawing.figure.to_plotly_json() if exhibit.drawing else {}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise QueryError(TITLE, "It is not a view that Sayso has pinned.", "Pin it again.") from error
    words = (exhibit.title, exhibit.subtitle, exhibit.provenance, exhibit.page, exhibit.part, *exhibit.notes)
    if not all(isinstance(each, str) for each in words):
        raise QueryError(TITLE, "Its words are no text.", "Pin it again.")
    if not all(trace.get("type", "scatter") in _TRACES for trace in figure.get("data", ())):
        raise QueryError(TITLE, "Its chart is of a kind that Sayso does not draw.", "Pin it again.")
    if _LAYOUT & set(figure.get("layout", {})) or not _is_plain(figure):
        raise QueryError(TITLE, "Its chart holds more than marks and words.", "Pin it again.")
    return exhibit


def _is_plain(value: Any) -> bool:
    if isinstance(value, dict):
        return all(key not in _ADDRESSES and _is_plain(each) for key, each in value.items())
    if isinstance(value, list | tuple):
        return all(map(_is_plain, value))
    if isinstance(value, str):
        return all(
            name.lower() in _TAGS and "url" not in rest.lower() and "href" not in rest.lower()
            for name, rest in _TAG.findall(value)
        )
    return True
