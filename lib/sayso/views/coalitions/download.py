"""The page's network as a file for another program: the same that `sayso network` writes."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from sayso.exports.networks import FORMATS, written
from sayso.reports.coalitions import Coalitions
from sayso.reports.network import NORMS, TIES, Duplicates, Mode
from sayso.reports.view import View

MODE_WORDS: dict[Mode, str] = {"actors": "Actors by actors", "affiliations": "Actors by issues"}
TIE_WORDS: dict[tuple[Mode, str], str] = {
    ("actors", "subtract"): "Agreement less disagreement (subtract)",
    ("actors", "congruence"): "Agreement (congruence)",
    ("actors", "conflict"): "Disagreement (conflict)",
    ("actors", "ignore"): "Issues both spoke on (ignore)",
    ("affiliations", "subtract"): "Sum of stances (subtract)",
    ("affiliations", "ignore"): "Number of statements (ignore)",
    ("affiliations", "combine"): "Each mix of stances a number (combine)",
}
NORM_WORDS = {
    "none": "Nothing", "average": "What the two said, on average", "cosine": "One’s times the other’s (cosine)",
    "jaccard": "All that either said (Jaccard)", "activity": "All that the actor said (activity)",
    "prominence": "All that was said on the issue (prominence)",
}  # fmt: skip
REPEAT_WORDS: dict[Duplicates, str] = {
    "document": "One per article", "include": "Every statement", "week": "One per week", "month": "One per month",
    "year": "One per year", "range": "One in the whole time",
}  # fmt: skip
FORM_WORDS = {
    "gexf": "GEXF, for Gephi", "graphml": "GraphML, for visone, yEd, igraph", "matrix.csv": "CSV, the matrix",
    "edges.csv": "CSV, one row a tie", "dl": "DL, for UCINET",
}  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """What the reader asked for."""

    mode: Mode = "actors"
    tie: str = "subtract"
    norm: str = "none"
    duplicates: Duplicates = "document"
    form: str = "gexf"


def show_download(report: Coalitions) -> None:
    """One popover: what a tie is, what it is divided by, how repeats count, and the format."""
    popover = st.popover(
        "Download the network", icon=":material/hub:", key="network-download", on_change="rerun"
    )
    if not popover.open:
        return
    with popover:
        st.caption(report.network_words)
        choice = _choice()
        st.download_button(
            "Download", data=lambda: content(report, choice), file_name=file_name(report.view, choice),
            mime="application/octet-stream", key="network-file", on_click="ignore", type="primary",
            icon=":material/download:",
        )  # fmt: skip


def content(report: Coalitions, choice: Choice) -> bytes:
    """The file. Raises ExportError if nobody is in it."""
    return written(report.network(choice.mode, choice.tie, choice.norm, choice.duplicates), choice.form)


def file_name(view: View, choice: Choice) -> str:
    """Says what is in it: dataset, mode, tie, what it is divided by, and the as-of date."""
    parts = [view.database.name, choice.mode, choice.tie, *([choice.norm] if choice.norm != "none" else [])]
    return f"{'-'.join(parts)}-{view.scope.as_of.isoformat()}.{choice.form}"


def _choice() -> Choice:
    mode: Mode = st.segmented_control(
        "Network", list(MODE_WORDS), default="actors", required=True, format_func=MODE_WORDS.__getitem__,
        key="network-mode",
    )  # fmt: skip
    left, right = st.columns(2)
    tie = left.selectbox(
        "A tie is", TIES[mode], format_func=lambda tie: TIE_WORDS[mode, tie], key=f"network-tie-{mode}"
    )
    norm = right.selectbox(
        "Divided by", NORMS[mode], format_func=NORM_WORDS.__getitem__, key=f"network-norm-{mode}"
    )
    duplicates = left.selectbox(
        "Count, of one actor on one issue", list(REPEAT_WORDS), key="network-repeats",
        format_func=REPEAT_WORDS.__getitem__,
        help="The network’s own rule: as in Discourse Network Analyzer, statements at the same level are repeats.",
    )  # fmt: skip
    form = right.selectbox("Format", list(FORMATS), format_func=FORM_WORDS.__getitem__, key="network-form")
    return Choice(mode, tie, norm, duplicates, form)
