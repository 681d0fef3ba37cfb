"""A database of Discourse Network Analyzer: which variable is the actor, the issue, the stance?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from sayso.coding.import_dna import described, read_upload
from sayso.errors import SaysoError
from sayso.ingest.dna.choices import Asked, choose, offered
from sayso.ingest.dna.records import BOOLEAN, Dna
from sayso.ingest.dna.rows import to_rows
from sayso.views import empty
from sayso.views.importing import upload, whole
from sayso.views.importing.desk import Desk
from sayso.views.importing.stances import SCALE, stance_words

LARGEST = 200 * 2**20  # bytes
MOST_VALUES = 25


def show(desk: Desk) -> None:
    """The upload, the choices it leaves, what it becomes."""
    with st.container(width=900):
        found = upload.ask(
            "A .dna file of DNA 3", "import-dna", ["dna"], read_upload, LARGEST,
            "Statements with their documents, coders and attributes. The file is only read.",
        )  # fmt: skip
    if found is None:
        return
    name, dna = found
    asked = _choices(dna)
    if asked is None:
        return
    try:
        chosen = choose(dna, asked)
        made = to_rows(dna, chosen)
        about = described(dna, chosen, made, name, Path(name).stem)
    except SaysoError as error:
        empty.failed(error)
        return
    whole.offer(desk, whole.Whole(name, made.tables, about, made.left_out))


def _choices(dna: Dna) -> Asked | None:
    """What the person says; None while a choice is open."""
    first, second, third, fourth = st.columns(4, gap="small")
    with first:
        type_ = _one("Statement type", "type", offered(dna).types, likely=True)
    offer = offered(dna, type_ or "")
    with second:
        issue = _one("The issue is the", "issue", offer.texts, ("concept",))
    units = [name for name in offer.texts if name != issue]
    with third:
        unit = _one("The actor is the", "unit", units)
    with fourth:
        level = _one("The stance is the", "level", tuple(offer.levels))
    if not (type_ and issue and unit and level):
        st.caption("Choose what is open above; then you see what the file becomes.")
        return None
    values = offer.levels[level]
    is_boolean = any(v.name == level and v.kind == BOOLEAN for v in dna.variables.values())
    stances = {0: -1, 1: 1} if is_boolean else _stances(level, values)
    return (
        None
        if stances is None
        else Asked(type_, unit, issue, level, {v: stances[v] for v in values if v in stances})
    )


def _one(
    label: str, key: str, names: Sequence[str], usual: Sequence[str] = (), *, likely: bool = False
) -> str | None:
    """One of `names`: the only one, the usual one, or with `likely` the first; else the person must say."""
    place = next((n for n, name in enumerate(names) if name.casefold() in usual), None)
    if place is None and names and (len(names) == 1 or likely):
        place = 0
    return st.selectbox(label, list(names), index=place, key=f"import-dna-{key}", placeholder="Choose")


def _stances(level: str, values: Sequence[int]) -> dict[int, int] | None:
    if len(values) > MOST_VALUES:
        st.warning(
            f"It holds {len(values)} different numbers, too many for stances.", icon=":material/warning:"
        )
        return None
    st.caption("What each of its numbers means:")
    chosen: dict[int, int | None] = {}
    for column, value in zip(st.columns(max(len(values), 4)), values, strict=False):
        with column:
            chosen[value] = st.selectbox(
                str(value), SCALE, index=SCALE.index(value) if value in SCALE else None,
                format_func=stance_words,
                key=f"import-dna-{level}-{value}", placeholder="Choose",
            )  # fmt: skip
    said = {value: stance for value, stance in chosen.items() if stance is not None}
    return said if len(said) == len(values) else None
