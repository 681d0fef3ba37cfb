"""A form for one row: fields, what is wrong beneath each, and a button that saves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from zlib import crc32

import streamlit as st

from sayso.coding.codebook.checks import InvalidError
from sayso.errors import SaysoError
from sayso.views import empty, markup

Row = Mapping[str, Any]
Save = Callable[[dict[str, Any]], None]
_TYPED, _MADE = "_typed", "_made"


class Form:
    """One row's form. Its fields start anew whenever the row is changed, here, by an undo or by somebody else.

    `noun` is what it holds; `row` the row as it stands, or what a new one starts with. A form for a new row
    starts anew once one was made.
    """

    def __init__(self, noun: str, row: Row | None = None, start: Row | None = None) -> None:
        self.row = dict(row or start or {})
        self._noun = f"{noun}-{'' if row else 'new'}"
        made = st.session_state.get(_MADE, {}).get(self._noun, 0)
        own = {
            name: value for name, value in self.row.items() if name != "sort" and not name.startswith("n_")
        }
        digest = crc32(repr(own).encode())  # of what the form is about: counts and order do not start it anew
        self.key = f"{self._noun}-{digest:08x}-{made}"
        self._fields: list[str] = []

    @contextmanager
    def box(self) -> Iterator[None]:
        """Where its fields stand; before them, what went wrong as a whole."""
        failed = st.session_state.pop(f"_failed-{self._noun}", None)
        if failed is not None:
            empty.failed(failed)
            if typed := st.session_state.pop(_TYPED + self._noun, None):
                st.caption("What you typed was not saved; copy from it what still holds:")
                st.code(typed, language=None, wrap_lines=True)
        with st.form(self.key, border=False):
            yield

    def text(
        self,
        field: str,
        label: str,
        *,
        placeholder: str = "",
        help: str | None = None,
        height: int | None = None,
    ) -> None:
        """A line of text, or with `height` (pixels) several."""
        key, value = self._field(field), self.row.get(field) or ""
        if height:
            st.text_area(label, value, key=key, placeholder=placeholder, help=help, height=height)
        else:
            st.text_input(label, value, key=key, placeholder=placeholder, help=help)
        self._tell(field)

    def choice(
        self,
        field: str,
        label: str,
        labels: Mapping[str, str],
        *,
        placeholder: str = "Choose",
        help: str | None = None,
        may_be_new: bool = False,
    ) -> None:
        """One of `labels`' ids, or none; with `may_be_new` also what somebody types."""
        options, now = list(labels), str(self.row.get(field))
        st.selectbox(
            label, options, index=options.index(now) if now in labels else None, key=self._field(field),
            format_func=lambda option: labels.get(option, str(option)), placeholder=placeholder, help=help,
            accept_new_options=may_be_new,
        )  # fmt: skip
        self._tell(field)

    def several(self, field: str, label: str, labels: Mapping[str, str], *, help: str | None = None) -> None:
        """Any of `labels`' ids."""
        st.multiselect(
            label, list(labels), default=list(self.row.get(field) or ()), key=self._field(field),
            format_func=labels.__getitem__, help=help,
        )  # fmt: skip
        self._tell(field)

    def colour(self, field: str, label: str) -> None:
        """A colour as #rrggbb."""
        st.color_picker(label, self.row.get(field), key=self._field(field))
        self._tell(field)

    def submit(self, label: str, save: Save) -> None:
        """The button. `save` gets the fields' values by name; what it raises is told here."""
        st.form_submit_button(
            label, type="primary", on_click=self._save, args=(save,), key=f"{self.key}-submit"
        )

    def _field(self, field: str) -> str:
        self._fields.append(field)
        return f"{self.key}-{field}"

    def _tell(self, field: str) -> None:
        wrong = st.session_state.get(f"_wrong-{self.key}", {})
        if field in wrong:
            markup.show(markup.tag("p", markup.text(wrong[field]), "sy-wrong", role="alert"))

    def _save(self, save: Save) -> None:
        values = {field: st.session_state.get(f"{self.key}-{field}") for field in self._fields}
        st.session_state.pop(f"_wrong-{self.key}", None)
        try:
            save(values)
        except InvalidError as error:
            st.session_state[f"_wrong-{self.key}"] = error.fields
        except SaysoError as error:
            st.session_state[f"_failed-{self._noun}"] = error
            st.session_state[_TYPED + self._noun] = "\n".join(
                str(value) for value in values.values() if value
            )
        else:
            counts = st.session_state.setdefault(_MADE, {})
            counts[self._noun] = counts.get(self._noun, 0) + 1


def button(label: str, act: Callable[[], None], *, key: str, icon: str | None = None, **options: Any) -> None:
    """A button outside a form; what `act` raises is told beside it in the next run."""
    st.button(label, key=key, icon=icon, on_click=_attempt, args=(act, key), **options)
    if error := st.session_state.pop(f"_failed-{key}", None):
        empty.failed(error)


def _attempt(act: Callable[[], None], key: str) -> None:
    try:
        act()
    except SaysoError as error:
        st.session_state[f"_failed-{key}"] = error
