"""The one component that draws every chart."""

from sayso.views.figure.component import show
from sayso.views.figure.events import Click, Json, Zoom
from sayso.views.figure.heads import Head, Heads, evenly, grouped

__all__ = ["Click", "Head", "Heads", "Json", "Zoom", "evenly", "grouped", "show"]
