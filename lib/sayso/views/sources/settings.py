"""Method, settings and data version, under each chart."""

from __future__ import annotations

from sayso.model.scope import COUNT_WORDS
from sayso.views import markup
from sayso.views.filters import View


def show_settings(view: View, *method: str) -> None:
    """One small line. Nothing on this page is drawn at random: there is no seed."""
    measure = "mean of all statements" if view.scope.measure == "mean" else "latest statement"
    parts = [*method, COUNT_WORDS[view.scope.count_by], measure, "nothing random", f"data version {view.database.version}"]  # fmt: skip
    markup.show(markup.tag("p", markup.text(" · ".join(parts)), "sy-fine"))
