"""The counts as a table: their source stands in every row, so that it goes where they go."""

from __future__ import annotations

import pandas as pd

from sayso.model.overlays import NOT_OURS
from sayso.reports.overlays.layers import Layers
from sayso.reports.overlays.words import filters_in_words, method, source
from sayso.reports.report import Part

_COLUMNS = ["Overlay", "From", "To", "Known to the", "Records", "Fatalities", "Only", "Source"]


def part(layers: Layers) -> Part | None:
    """One row a bar; None where nothing is laid over. Its method holds names from files: text, not Markdown."""
    if layers.answer is None:
        return None
    lines = [f"{source(each)} {method(layers, each)} {NOT_OURS}" for each in layers.overlays]
    return Part(
        "overlays", "Overlays", layers.answer.frame, lambda: _table(layers), (layers.answer,),
        "\n\n".join(lines),
    )  # fmt: skip


def _table(layers: Layers) -> pd.DataFrame:
    rows = [
        [
            overlay.label, each.bar.first_day.isoformat(), each.bar.last_day.isoformat(), each.exactness, each.n_records,
            "" if each.n_fatalities is None else str(each.n_fatalities), filters_in_words(layers, overlay) or "all",
            f"{source(overlay)} {NOT_OURS}",
        ]
        for overlay in layers.overlays
        for each in layers.bars[overlay.overlay_id]
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=_COLUMNS)
