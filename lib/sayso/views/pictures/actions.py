"""What a chart can be taken along as: a row of buttons beneath it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from sayso.errors import SaysoError
from sayso.exports.deck import slide
from sayso.exports.pictures import svg
from sayso.reports.exhibit import exhibit
from sayso.reports.report import Part, Report
from sayso.reports.view import View
from sayso.views.briefings import pin

_HERE = Path(__file__).parent
_ASKED = "_picture_asked"
_mount = st.components.v2.component(
    "sayso_picture",
    css=(_HERE / "pictures.css").read_text(encoding="utf-8"),
    js=(_HERE / "start.js").read_text(encoding="utf-8"),
)


def actions(view: View, report: Report, part: Part, options: Mapping[str, Any] | None = None) -> None:
    """Copy the picture of a part, download it as PNG, SVG or slide, or pin it to a briefing.

    The picture is drawn in the run that a click causes; the browser makes its PNG, so that no server needs Typst.
    """
    key = f"picture-{part.name}"
    name = f"{view.database.name}-{part.name}-{view.scope.as_of.isoformat()}"
    with st.container(
        horizontal=True, gap="small", vertical_alignment="center", key=f"picture-{part.name}-row"
    ):
        if part.draw is not None:
            _mount(
                key=key,
                data={"name": name, "title": part.title, **_drawn(key, report, part)},
                on_asked_change=lambda: _note(key),
                width="content",
            )
        st.download_button(
            "Slide", data=lambda: slide(exhibit(report, part, options=options)), file_name=f"{name}.pptx",
            mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
            key=f"slide-{part.name}", icon=":material/slideshow:", on_click="ignore",
        )  # fmt: skip
        pin.button(report, part, options)
    pin.notice(report, part)


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
