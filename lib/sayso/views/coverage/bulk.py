"""Sure finds accepted together, once a sample of them was looked at."""

from __future__ import annotations

import streamlit as st

from sayso.coding.bulk import SAMPLE, accept_all, sample, sure_quotes
from sayso.coding.proposals import Proposal
from sayso.errors import SaysoError
from sayso.model.wording import counted, quoted
from sayso.reports.datasets import Database
from sayso.reports.lookup import read_article_labels
from sayso.reports.memo import ask
from sayso.views import coder, empty, evidence, markup

LEAST, SEED, DONE = "bulk-least", "_bulk_seed", "_bulk_done"


def in_bulk(database: Database) -> None:
    """A slider, a sample to check, a button; nothing where nothing waits or nobody may change anything."""
    if not database.is_writable:
        return
    by = coder.coder_name()
    if message := st.session_state.pop(DONE, None):
        st.success(message, icon=":material/done_all:")
    if not ask(sure_quotes, database, 0.0):
        return
    markup.show(markup.tag("h2", "Accept the surest together", "sy-h2"))
    if by is None:
        coder.ask_for_coder()
        return
    least = st.slider(
        "At least this certain", 0.5, 1.0, 0.85, 0.05, key=LEAST, width=360,
        help="Of the words and of the speaker; the less certain of the two decides. Stances below it stay waiting.",
    )  # fmt: skip
    sure = ask(sure_quotes, database, float(least))
    if not sure:
        st.caption("No quote that waits is as certain as that.")
        return
    _check(database, by, sure, float(least))


def _check(database: Database, by: str, sure: list[Proposal], least: float) -> None:
    seed = st.session_state.setdefault(SEED, 1)
    drawn = sample(sure, seed)
    everything = "all of them" if len(drawn) == len(sure) else f"{len(drawn)} drawn at random (seed {seed})"
    st.caption(f"{counted(len(sure), 'quote')} that sure. Tick those that are right: {everything}.")
    labels = ask(read_article_labels, database)
    right = [_tick(proposal, labels[proposal.article_id]) for proposal in drawn]
    with st.container(horizontal=True, gap="small"):
        st.button(
            f"Accept {counted(len(sure), 'quote')}", type="primary", icon=":material/done_all:",
            disabled=not all(right), on_click=_accept, args=(database, by, tuple(sure), least), key="bulk-accept",
            help="Every quote of the sample must be ticked first. One undo takes all of it back.",
        )  # fmt: skip
        if len(sure) > SAMPLE:
            st.button("Draw others", on_click=_draw, key="bulk-draw", icon=":material/casino:")
    if not all(right):
        st.caption(
            f"{sum(right)} of {len(drawn)} ticked. If one is wrong, raise the bar, or decide it under Review."
        )


def _tick(proposal: Proposal, article: str) -> bool:
    found = proposal.found
    with st.container(horizontal=True, wrap=False, gap="small", key=f"bulk-{proposal.proposal_id}"):
        ticked = st.checkbox(
            f"Right: {quoted(found['text'][:60])}", key=f"right-{proposal.proposal_id}", label_visibility="collapsed",
            width="content",
        )  # fmt: skip
        row = {
            "quote": found["text"], "kind": found["kind"], "speaker": found["speaker"]["words"] or "Somebody",
            "cue": found["cue"], "addressee": None, "venue": None,
        }  # fmt: skip
        facts = f"{article} · rule “{proposal.rule}” · certainty {proposal.certainty:.2f}"
        markup.show(evidence.quoted(row) + markup.tag("p", markup.text(facts), "sy-fine"))
    return ticked


def _accept(database: Database, by: str, sure: tuple[Proposal, ...], least: float) -> None:
    try:
        accepted = accept_all(database, by, sure, least)
    except SaysoError as error:
        empty.failed(error)
        return
    st.session_state[DONE] = f"{counted(len(accepted), 'quote')} accepted. Undo takes all of them back."


def _draw() -> None:
    st.session_state[SEED] += 1
