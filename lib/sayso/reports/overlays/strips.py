"""Overlays as the timeline's chart draws them."""

from __future__ import annotations

from sayso.charts.plain_text import plain
from sayso.charts.timeline_overlays import Strip, StripBar
from sayso.model.overlays import NOUNS, SITES, Overlay
from sayso.model.wording import counted
from sayso.reports.overlays.layers import Count, Layers
from sayso.reports.overlays.words import days_in_words, fatalities


def strips(layers: Layers) -> tuple[Strip, ...]:
    """One strip an overlay."""
    return tuple(_strip(layers, overlay) for overlay in layers.overlays)


def _strip(layers: Layers, overlay: Overlay) -> Strip:
    bars, noun = layers.bars[overlay.overlay_id], NOUNS[overlay.kind]
    most = max((each.n_records for each in bars if not each.bar.is_spread), default=0)
    what = (
        f"{overlay.kind} {noun}s a {layers.unit}, up to {most:,}"
        if bars
        else f"{overlay.kind}: no {noun} to show in these days"
    )
    caption = f"{what} · {SITES[overlay.kind]} · not part of this dataset · {overlay.name}"
    return Strip(caption, tuple(_bar(overlay, each) for each in bars))


def _bar(overlay: Overlay, count: Count) -> StripBar:
    words = [
        f"<b>{plain(overlay.kind)}: {counted(count.n_records, NOUNS[overlay.kind])}</b>",
        days_in_words(count.bar) + (f", known to the {count.exactness} only" if count.bar.is_spread else ""),
        fatalities(count.n_fatalities), "click to list them below",
    ]  # fmt: skip
    return StripBar(
        count.key, count.bar.first_day, count.bar.last_day, count.n_records, "<br>".join(filter(None, words)),
        count.bar.is_spread,
    )  # fmt: skip
