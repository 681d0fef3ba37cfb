"""The files that a briefing can be taken along as: one entry a format, for the page's buttons and the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.briefings.records import Briefing
from sayso.briefings.transfer import to_file


@dataclass(frozen=True)
class Format:
    """How a briefing becomes a file: its button's `label`, the name's ending, the media type, what makes the bytes."""

    label: str
    suffix: str
    media_type: str
    write: Callable[[Briefing], bytes]


FORMATS: dict[str, Format] = {
    "json": Format("As a file", ".briefing.json", "application/json", to_file),
}
"""By the name of the option: `sayso brief … --json FILE`."""


def file_name(briefing: Briefing, form: Format) -> str:
    """ "weekly-update.pptx"."""
    return f"{briefing.briefing_id}{form.suffix}"
