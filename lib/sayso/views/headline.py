"""A page's head: what it answers, what was found, and what that rests on."""

from __future__ import annotations

from sayso.reports.report import Report
from sayso.views import filters, markup
from sayso.views.registry import BY_KEY


def of(report: Report, *extra: str) -> None:
    """Draw a report's head; `extra` is what only the screen adds to the subtitle."""
    show(report.page, report.title, " · ".join([report.subtitle, *extra]))


def show(page: str, finding: str, subtitle: str) -> None:
    """Draw the dataset and the page's question, its finding as the title, and the subtitle line (DESIGN §7).

    The dataset's title stands here too because the bar above is neither printed nor there for a single dataset.
    """
    info = BY_KEY[page]
    dataset = filters.current().database.title
    markup.show(
        markup.tag(
            "p",
            f"{markup.told(dataset)} · {markup.text(info.title)} · {markup.text(info.question)}",
            "sy-kicker",
        ),
        markup.tag("h1", markup.told(finding), "sy-title", dir="auto"),
        markup.tag("p", markup.told(subtitle), "sy-subtitle"),
    )


def provenance(line: str) -> None:
    """Beneath each chart: how it was made (`reports.heading.provenance`)."""
    markup.show(markup.tag("p", markup.text(line), "sy-fine sy-made"))
