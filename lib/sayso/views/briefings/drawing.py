"""A frozen view on the screen: its own figure by the figure component, or its table where it has none."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from sayso.reports.exhibit import Exhibit
from sayso.views import figure
from sayso.views.figure import Click


def show(exhibit: Exhibit, key: str, on_mark: Callable[[str], None] | None = None) -> None:
    """Draw it; `on_mark` is told which mark was clicked, as `Exhibit.marks` names it."""
    drawing = exhibit.drawing
    if drawing is None:
        st.dataframe(exhibit.table.drop(columns="id", errors="ignore"), hide_index=True, width="stretch")
        return

    def clicked(click: Click) -> None:
        if on_mark and (mark := mark_of(exhibit, click)):
            on_mark(mark)

    figure.show(
        drawing.figure, key=key, alt=exhibit.title, height=1200 if drawing.heads else drawing.height, heads=drawing.heads,
        on_click=clicked if on_mark else None,
    )  # fmt: skip


def mark_of(exhibit: Exhibit, click: Click) -> str | None:
    """The mark that was clicked, if there is something behind it. What the browser sends is not trusted."""
    data = click.data if isinstance(click.data, list) else [click.data]
    names = [str(part) for part in data if isinstance(part, str | int)]
    return next((mark for mark in ("/".join(names), *names) if mark in exhibit.marks), None)
