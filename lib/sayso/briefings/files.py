"""The files that a briefing can be taken along as: one entry a format, for the page's buttons and the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.briefings.brief import brief_of
from sayso.briefings.records import Briefing
from sayso.briefings.transfer import to_file
from sayso.exports.briefings import FILES


@dataclass(frozen=True)
class Format:
    """How a briefing becomes a file: its button's `label`, the name's ending, the media type, what makes the bytes."""

    label: str
    suffix: str
    media_type: str
    write: Callable[[Briefing], bytes]


def _written(suffix: str) -> Callable[[Briefing], bytes]:
    return lambda briefing: FILES[suffix](brief_of(briefing))


_OOXML = "application/vnd.openxmlformats-officedocument"
FORMATS: dict[str, Format] = {
    "pptx": Format("Slides", ".pptx", f"{_OOXML}.presentationml.presentation", _written("pptx")),
    "docx": Format("Memo", ".docx", f"{_OOXML}.wordprocessingml.document", _written("docx")),
    "xlsx": Format("Workbook", ".xlsx", f"{_OOXML}.spreadsheetml.sheet", _written("xlsx")),
    "csl": Format("Citations", ".csl.json", "application/vnd.citationstyles.csl+json", _written("csl")),
    "json": Format("As a file", ".briefing.json", "application/json", to_file),
}
"""By the name of the option: `sayso brief … --json FILE`."""


def file_name(briefing: Briefing, form: Format) -> str:
    """ "weekly-update.pptx"."""
    return f"{briefing.briefing_id}{form.suffix}"
