"""The page as a whole: ask, confirm, tell."""

from __future__ import annotations

import streamlit as st

from sayso.model.wording import counted, listed
from sayso.reports.datasets import Database
from sayso.reports.lookup import read_article_labels
from sayso.reports.memo import ask
from sayso.views import coder, headline, links, markup, undo_bar
from sayso.views.add import fields, sources, starting, storing
from sayso.views.add.drafts import Adding, Result, current
from sayso.views.registry import BY_KEY
from sayso.views.state import ARTICLE

WORDS = {
    "added": "added",
    "attached": "given its text",
    "duplicate": "there already",
    "failed": "failed",
    "left": "left out",
}
MOST_LINKS = 4
WIDTH = 900  # pixels


def show(database: Database) -> None:
    """Draw the page."""
    if not database.is_writable:
        _for_readers(database)
        return
    adding = current(database.name)
    headline.show("add", _finding(database, adding), _subtitle(database, adding))
    by = coder.coder_name()
    if by is None:
        coder.ask_for_coder()
        return
    undo_bar.show(database, by)
    if adding.results:
        _summary(database, adding)
    if len(adding.drafts) > 1:
        _confirm(database, by, adding)
        return
    with st.container(width=WIDTH):  # lines of a text as long as one can read
        if adding.drafts:
            _confirm(database, by, adding)
        else:
            sources.ask(adding)
            starting.ask()


def _for_readers(database: Database) -> None:
    headline.show("add", "Nothing can be added to this copy", f"{database.title} is open for reading only")
    markup.show(
        markup.tag(
            "p",
            "Every page can be read, and nothing is stored or fetched here. To add articles, open a copy of its file"
            " with a Sayso of your own.",
            "sy-lead",
        )
    )


def _confirm(database: Database, by: str, adding: Adding) -> None:
    if len(adding.drafts) == 1:
        asked = fields.one(database, adding)
        for result in adding.results:
            if result.draft is not None:  # beside the button that was pressed
                st.error(markup.plain_markdown(result.detail), icon=":material/error:")
    else:
        asked = fields.many(database, adding)
    if asked.forget:
        adding.begin()
        st.rerun()
    if asked.ready:
        storing.store(database, by, adding, asked.ready)
        if not any(draft in adding.drafts for draft, _ in asked.ready):
            adding.results += storing.left_out(database, adding.drafts)  # what was not ticked is not wanted
            adding.drafts = []
            adding.round += 1
        st.rerun()


def _finding(database: Database, adding: Adding) -> str:
    if adding.drafts:
        if len(adding.drafts) == 1:
            return "Check this article, then add it"
        return f"Check {counted(len(adding.drafts), 'article')}, then add them"
    if adding.results:
        return _tally(adding.results)
    return "Add an article" if ask(read_article_labels, database) else "Add the first article"


def _subtitle(database: Database, adding: Adding) -> str:
    here = f"{database.title} · {counted(len(ask(read_article_labels, database)), 'article')}"
    read_ill = [result for result in adding.results if result.draft is None]
    return f"{here} · {len(read_ill)} could not be read" if adding.drafts and read_ill else here


def _tally(results: list[Result]) -> str:
    """ "2 added, 1 there already and 1 failed"."""
    counts = {what: sum(result.what == what for result in results) for what in WORDS}
    if len(results) == 1:
        return {
            "added": "The article is added", "attached": "The article has its text now",
            "duplicate": "The article was there already", "failed": "Nothing was added", "left": "Nothing was added",
        }[results[0].what]  # fmt: skip
    if counts["failed"] == len(results):
        return f"{counts['failed']} failed, nothing was added"
    return listed([f"{n} {WORDS[what]}" for what, n in counts.items() if n], most=5)


def _summary(database: Database, adding: Adding) -> None:
    is_form = len(adding.drafts) == 1  # it says itself what is missing
    told = [result for result in adding.results if not (is_form and result.draft is not None)]
    markup.show(markup.tag("ul", "".join(map(_line, told)), "sy-list sy-told"))
    done = [result for result in adding.results if result.article_id and result.what in ("added", "attached")]
    labels = ask(read_article_labels, database)
    there = [
        result.article_id for result in done if result.article_id in labels
    ]  # an undo may have taken it back
    page, verb = ("review", "Review") if "review" in BY_KEY else ("article", "Open")
    with st.container(key="add-next", horizontal=True, gap="small"):
        for article_id in there[:MOST_LINKS]:
            label = labels[str(article_id)]
            links.to_page(
                page,
                f"{verb}: {label}",
                {ARTICLE: label},
                key=f"add-next-{article_id}",
                icon=":material/rate_review:",
            )
        if len(there) > MOST_LINKS and "coverage" in BY_KEY:
            links.to_page(
                "coverage",
                f"All {len(there)} and what is left",
                key="add-coverage",
                icon=":material/checklist:",
            )


def _line(result: Result) -> str:
    chip = markup.tag("span", markup.text(WORDS[result.what]), "sy-chip")
    title = markup.tag("bdi", markup.text(result.title), dir="auto")
    return markup.tag("li", f"{chip} {title} {markup.tag('span', markup.text(result.detail), 'sy-fine')}")
