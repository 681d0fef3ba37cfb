"""A file that somebody chose, read once and kept while it is worked on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from sayso.errors import SaysoError
from sayso.views import empty

Read = TypeVar("Read")
MEBIBYTE = 2**20


def ask(
    label: str,
    key: str,
    endings: Sequence[str],
    read: Callable[[str, bytes], Read],
    largest: int,
    hint: str = "",
) -> tuple[str, Read] | None:
    """An upload, and what `read(name, content)` made of it; None while there is none, or it cannot be read.

    What SaysoError says is shown in its place. `largest` is in bytes.
    """
    file = st.file_uploader(label, type=list(endings), key=key, max_upload_size=max(1, largest // MEBIBYTE))
    if hint:
        st.caption(hint)
    kept = f"_read-{key}"
    if file is None:
        st.session_state.pop(kept, None)
        return None
    known = st.session_state.get(kept)
    if known is None or known[0] != file.file_id:
        try:
            with st.spinner("Reading …"):
                known = (file.file_id, read(file.name, file.getvalue()))
        except SaysoError as error:
            known = (file.file_id, error)
        st.session_state[kept] = known
    if isinstance(known[1], SaysoError):
        empty.failed(known[1])
        return None
    return file.name, known[1]
