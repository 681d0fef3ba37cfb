"""What the words and numbers mean: scales, codebook, method, dictionary, outlets, rights."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from sayso.reports.about import About, polarization_example
from sayso.reports.claims import CLAIMS
from sayso.views import copies, links, markup, scales

METHOD = """
**From statements to a position.** For an actor, an issue and an as-of date *d*, all counting statements made by *d*:

1. Only accepted and edited codings count; withdrawn articles do not. A date that is not known to the day is taken at the first day it can mean; where only its end is known, at that.
2. Copies of a wire story count as their original. Then at most one statement per actor, issue, article and sign is kept (the latest, then the strongest); the filter bar can switch to every statement, or to one per week or month. A week belongs to its ISO year.
3. *n₊, n₀, n₋* are the kept statements by sign, *m* is their mean stance.
4. The position is **conflicting** if min(*n₊, n₋*) / (*n₊ + n₋*) ≥ ¼; otherwise it is the band of *m* in the table above.
5. No statement: **not found**. That is a finding about the articles searched, never a zero.
6. A position is **conditional** ("if") when its latest statement has a condition.
7. With *latest statement* the position is the stance of the most recent statement alone.
8. *Since* leaves out what was said before a day; without it all history counts. *As of* cuts by the day of the words; under Filters it can be the day of their publication, or of their coding here: what was known on a day. A statement whose coding nobody logged counts as coded when it was published. What was corrected later is shown as it stands today.

**A word on a cell is not the word on a statement.** "Strongly supports" on a statement is a coder's reading of one passage. On a cell it says that the mean of what was kept is 1.5 or more: an actor that says so once, strongly, and an actor that says so nine times have the same word. So each cell shows how many statements there are and how old the latest is, and a chosen cell says the mean with its counts by sign ("3 +, 1 −"). The words are the same because the scale is.

**Factions.** A faction's position is the mean of its members' positions, one voice each. Who was a member is decided as of each statement's date. A faction is split (shown as conflicting) where its members fall on both sides by the same ¼ rule.

**Agreement of two sides** over issues on which both have a position: 1 − |*m* − *m′*| / *R*, averaged, with *R* the length of the dataset's own scale (4, or 2 for yes and no); under two shared issues it is "too few to compare".

**Polarization** is the share of all ties that fit the camps: agreement inside camps plus conflict across, divided by all ties (0 to 1), beside what camps give that are searched for in the same debate with the stands on each issue dealt out anew among those who spoke on it. Discourse Network Analyzer's index measures the distance from an ideal pattern and does not know which way a tie points, so that it prefers camps that part allies: see the example below.

**Order by agreement** puts neighbours side by side: average linkage on mean absolute differences over shared issues, with optimal leaf order.

**What this is not.** Stance is not likelihood, and *n* is not confidence. Outlet reliability (A–F) and credibility (1–6) are shown side by side, such as B2, and never multiplied; F and 6 mean that it cannot be judged.
"""


def show(report: About) -> None:
    """The page."""
    markup.show(markup.tag("p", markup.text(report.description), "sy-lead", dir="auto"))
    parts: dict[str, Callable[[], object]] = {
        "Scales": scales.show,
        "Codebook": lambda: _codebook(report),
        "Method": _method,
        "Data dictionary": lambda: _dictionary(report),
        "Outlets and articles": lambda: _outlets(report),
        "Rights": lambda: _rights(report),
    }
    database = report.view.database
    if database.is_writable:
        parts["Copies"] = lambda: copies.show(database)
    for tab, draw in zip(st.tabs(list(parts), key="part", bind="query-params"), parts.values(), strict=True):
        if tab.open:  # the others' tables would be made and sent unseen
            with tab:
                draw()


def _method() -> None:
    """The rules, and the example that shows why polarization is not DNA's."""
    st.markdown(METHOD)
    example = polarization_example()
    rows = [_row("th", example.columns, scope="col"), *(_row("td", cells) for cells in example.rows)]
    claims = [
        _row("th", ("What is said", "What must hold for it"), scope="col"),
        *(_row("td", claim) for claim in CLAIMS),
    ]
    markup.show(
        markup.tag("h2", "How each claim is tested", "sy-h2"),
        markup.tag("table", "".join(claims), "sy-bands"),
        markup.tag("h2", "Polarization: an example", "sy-h2"),
        markup.tag("p", example.sentence, "sy-lead"),
        markup.tag("table", "".join(rows), "sy-bands"),
    )


def _row(name: str, cells: Iterable[str], scope: str | None = None) -> str:
    return markup.tag("tr", "".join(markup.tag(name, markup.text(cell), scope=scope) for cell in cells))


def _codebook(report: About) -> None:
    st.dataframe(report.part("issues").table(), hide_index=True, width="stretch", row_height=70)
    st.dataframe(report.part("factions").table(), hide_index=True, width="stretch")


def _dictionary(report: About) -> None:
    columns = report.part("dictionary").table()
    for table, comment in report.tables.items():
        fold = st.expander(f"{table}: {comment}", key=f"dictionary-{table}", on_change="rerun")
        if fold.open:
            fold.dataframe(
                columns[columns["table"] == table].drop(columns="table"), hide_index=True, width="stretch"
            )


def _outlets(report: About) -> None:
    st.dataframe(report.part("outlets").table(), hide_index=True, width="stretch")
    articles = report.part("articles")
    st.dataframe(articles.table(), hide_index=True, width="stretch")
    for article_id in list(articles.frame["article_id"])[:20]:
        links.to_article(report.view.database, article_id, key=f"about-{article_id}")


def _rights(report: About) -> None:
    for licence in report.licences:
        markup.show(markup.tag("p", markup.text(licence)))
    st.markdown(
        "An article's text is its publisher's. A dataset that ships holds what was said (attributed quotations), who and when, "
        "with offsets and a hash in place of the text. Whoever has the article can attach it on the article's page; the hash is checked, "
        "and the text stays in this database. It leaves it only where the article's rights say *export*."
    )
