"""What the page asks."""

from __future__ import annotations

import streamlit as st

from sayso.reports.coalitions import Coalitions, coalitions
from sayso.reports.view import View


def ask(view: View) -> Coalitions:
    """Everything that the page shows, remembered until data or scope change."""
    with st.spinner("Grouping the actors, and grouping them again from articles drawn anew …"):
        return coalitions(view.database, view.scope)
