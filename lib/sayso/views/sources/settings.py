"""Method, settings and data version, under each chart."""

from __future__ import annotations

from sayso.reports import heading
from sayso.reports.view import View
from sayso.views import headline


def show_settings(view: View, *method: str) -> None:
    """One small line. Nothing on this page is drawn at random: there is no seed."""
    headline.provenance(heading.provenance(view, *method))
