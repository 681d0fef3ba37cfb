"""Method, settings and data version, under each chart."""

from __future__ import annotations

from sayso.views import headline
from sayso.views.filters import View


def show_settings(view: View, *method: str) -> None:
    """One small line. Nothing on this page is drawn at random: there is no seed."""
    headline.provenance(view, *method)
