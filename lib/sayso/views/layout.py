"""Where things stand on the page."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def beside(has_side: bool) -> tuple[DeltaGenerator, DeltaGenerator | None]:
    """The main column, and a side column for evidence if there is any (below it on a phone)."""
    if not has_side:
        return st.container(), None
    main, side = st.columns([2.3, 1], gap="medium")
    return main, side
