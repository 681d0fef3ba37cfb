"""A REFI-QDA project (NVivo, ATLAS.ti, MAXQDA …): which codes are speakers, issues, stances?"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from sayso.coding.import_qdpx import described, notes, read_upload
from sayso.errors import SaysoError
from sayso.ingest.qdpx.choices import NONE, Asked, choose
from sayso.ingest.qdpx.records import Project
from sayso.ingest.qdpx.rows import to_rows
from sayso.ingest.qdpx.suggesting import Suggested, suggest
from sayso.views import empty, markup
from sayso.views.importing import upload, whole
from sayso.views.importing.desk import Desk
from sayso.views.importing.stances import SCALE, stance_words

LARGEST = 200 * 2**20  # bytes
MOST_STANCES = 24
PER_ROW = 5
_MADE = "_import_qdpx"


@dataclass(frozen=True)
class Read:
    """An uploaded project; `token` is the same for the same bytes, so that a form starts anew with another file."""

    token: str
    project: Project
    offer: Suggested


def show(desk: Desk) -> None:
    """The upload, the roles of its codes, what it becomes."""
    with st.container(width=900):
        found = upload.ask(
            "A .qdpx file", "import-qdpx", ["qdpx"], _read, LARGEST,
            "Coded passages of a REFI-QDA project, as NVivo, ATLAS.ti, MAXQDA and others export it. The file is only"
            " read.",
        )  # fmt: skip
    if found is None:
        return
    name, read = found
    asked = _choices(read)
    if asked is None:
        return
    try:
        whole.offer(desk, _whole(name, read, asked))
    except SaysoError as error:
        empty.failed(error)


def _read(name: str, content: bytes) -> Read:
    project = read_upload(name, content)
    return Read(hashlib.sha256(content).hexdigest()[:12], project, suggest(project))


def _whole(name: str, read: Read, asked: Asked) -> whole.Whole:
    """What the project becomes; kept until another choice is made, because a large one takes seconds."""
    kept = st.session_state.get(_MADE)
    if kept is None or kept[0] != (name, read.token, asked):
        chosen = choose(read.project, asked)
        made = to_rows(read.project, chosen, datetime.now(UTC).date())
        about = described(read.project, chosen, made, name, Path(name).stem)
        become = whole.Whole(name, made.tables, about, +made.left_out, notes(read.project, made), "passage")
        kept = st.session_state[_MADE] = ((name, read.token, asked), become)
    made_whole: whole.Whole = kept[1]
    return made_whole


def _choices(read: Read) -> Asked | None:
    """What the person says; None while nobody speaks."""
    offer = read.offer
    first, second = st.columns(2, gap="medium")
    with first:
        speakers = _several("Speakers", "speakers", read, offer.speakers, "Folders of people or bodies")
    with second:
        issues = _several("Issues", "issues", read, offer.issues, "Folders of topics or claims")
    stances = _stances(read)
    first, second, third = st.columns(3, gap="medium")
    with first:
        date = _variable("Published on", "date", read, offer.date, "Not known")
    with second:
        outlet = _variable("Outlet", "outlet", read, offer.outlet, "The one to the right")
    with third:
        outlet_name = ""
        if outlet == NONE:
            outlet_name = st.text_input(
                "One outlet for all texts",
                key=f"import-qdpx-outlet-name-{read.token}",
                placeholder="Unknown",
                max_chars=120,
            ).strip()
    if not speakers:
        st.caption("Choose which codes are speakers; then you see what the file becomes.")
        return None
    said = {code: stance for code, stance in stances.items() if stance is not None}
    if len(said) < len(stances):
        st.caption("Choose what every code means; then you see what the file becomes.")
        return None
    return Asked(speakers, issues or (NONE,), said, {}, (), date, outlet, outlet_name)


def _several(label: str, key: str, read: Read, begin: Sequence[str], hint: str) -> tuple[str, ...]:
    sizes = read.offer.offered
    return tuple(
        st.multiselect(
            label, list(sizes), list(begin), key=f"import-qdpx-{key}-{read.token}", placeholder=hint,
            format_func=lambda name: f"{name} · {sizes[name]}",
        )
    )  # fmt: skip


def _stances(read: Read) -> dict[str, int | None]:
    """The codes that say a stance, each with the step it means; None until somebody says it."""
    guessed, sizes = read.offer.stances, read.offer.sayable
    begin = list(guessed)[:MOST_STANCES]
    codes = st.multiselect(
        "Codes that say a stance", list(sizes), begin, format_func=lambda name: f"{name} · {sizes[name]}", key=f"import-qdpx-stances-{read.token}",
        placeholder="Such as Pro and Contra", max_selections=MOST_STANCES,
    )  # fmt: skip
    said: dict[str, int | None] = {}
    for start in range(0, len(codes), PER_ROW):
        for column, code in zip(
            st.columns(PER_ROW, gap="small"), codes[start : start + PER_ROW], strict=False
        ):
            with column:
                said[code] = st.selectbox(
                    markup.plain_markdown(code), SCALE, index=SCALE.index(guessed[code]) if code in guessed else None,
                    placeholder="Choose",
                    format_func=stance_words,
                    key=f"import-qdpx-stance-{read.token}-{code}",
                )  # fmt: skip
    return said


def _variable(label: str, key: str, read: Read, usual: str, none: str) -> str:
    names = [NONE, *read.offer.variables]
    return st.selectbox(
        label, names, index=names.index(usual) if usual in names else 0, key=f"import-qdpx-{key}-{read.token}",
        format_func=lambda name: none if name == NONE else name,
    )  # fmt: skip
