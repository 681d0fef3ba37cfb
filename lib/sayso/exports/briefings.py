"""Every file that a briefing can be, by its suffix."""

from __future__ import annotations

from collections.abc import Callable

from sayso.exports.briefing_workbook import workbook
from sayso.exports.csl import csl_json
from sayso.exports.deck import deck
from sayso.exports.memo import memo
from sayso.reports.brief_parts import Brief

FILES: dict[str, Callable[[Brief], bytes]] = {
    "pptx": deck, "docx": memo, "xlsx": workbook, "csl": csl_json,
}  # fmt: skip
