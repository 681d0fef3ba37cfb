"""What a chart can be taken along as: a row of buttons beneath it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from sayso.errors import SaysoError
from sayso.exports.pictures import svg
from sayso.reports.exhibit import exhibit
from sayso.reports.report import Part, Report
from sayso.reports.view import View

_HERE = Path(__file__).parent
_ASKED = "_picture_asked"
_mount = st.components.v2.component(
    "sayso_picture",
    css=(_HERE / "pictures.css").read_text(encoding="utf-8"),
    js=(_HERE / "start.js").read_text(encoding="utf-8"),
)


def actions(view: View, report: Report, part: Part) -> None:
    """Copy the picture of a part, or download it as PNG or SVG; nothing for a part without a chart.

    The picture is drawn in the run that a click causes; the browser makes its PNG, so that no server needs Typst.
    """
    if part.draw is None:
        return
    key = f"picture-{part.name}"
    name = f"{view.database.name}-{part.name}-{view.scope.as_of.isoformat()}"
    with st.container(
        horizontal=True, gap="small", vertical_alignment="center", key=f"picture-{part.name}-row"
    ):
        _mount(
            key=key,
            data={"name": name, "title": part.title, **_drawn(key, report, part)},
            on_asked_change=lambda: _note(key),
        )


def _note(key: str) -> None:
    """In the callback: which picture is wanted, by which click."""
    sent: Any = st.session_state.get(key)
    if asked := sent.get("asked") if sent else None:
        st.session_state[_ASKED] = (key, asked.get("turn"))


def _drawn(key: str, report: Report, part: Part) -> dict[str, Any]:
    """The picture, if it was asked for by the click that caused this run."""
    asked = st.session_state.get(_ASKED)
    if asked is None or asked[0] != key:
        return {}
    del st.session_state[_ASKED]
    try:
        return {"turn": asked[1], "svg": svg(exhibit(report, part))}
    except SaysoError as error:
        return {"turn": asked[1], "problem": error.message}
