"""The one component that draws every chart."""

from sayso.charts.heads import Head, Heads, evenly, grouped
from sayso.views.figure.component import show
from sayso.views.figure.events import Click, Json, Zoom

__all__ = ["Click", "Head", "Heads", "Json", "Zoom", "evenly", "grouped", "show"]
