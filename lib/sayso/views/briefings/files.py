"""A briefing taken along: a button for each file that it can become."""

from __future__ import annotations

from functools import partial

import streamlit as st

from sayso.briefings.files import FORMATS, file_name
from sayso.briefings.records import Briefing


def show(briefing: Briefing) -> None:
    """The buttons; a file is made when it is asked for."""
    with st.container(horizontal=True, gap="small", key="briefing-files"):
        for name, form in FORMATS.items():
            st.download_button(
                form.label, data=partial(form.write, briefing), mime=form.media_type,
                file_name=file_name(briefing, form), key=f"briefing-file-{name}", icon=":material/download:",
            )  # fmt: skip
