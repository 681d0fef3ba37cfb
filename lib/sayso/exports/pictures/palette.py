"""The colours of a picture: the light theme's, on white paper."""

from __future__ import annotations

import re

PAPER = "#ffffff"
INK, ACCENT = "#1c1a18", "#5b2a56"
CELL_BORDER = "#767676"
_TOKEN = re.compile(r"^var\(--([a-z]+)\)$")
_RGBA = re.compile(r"^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*([\d.]+)\s*)?\)$")


def _mixed(share: float) -> str:
    """So much of the ink in the paper, as `static/figure/theme.js` mixes them."""
    inks = (int(INK[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(ink * share + 255 * (1 - share)):02x}" for ink in inks)


MUTED, FAINT, LINE, GRID = _mixed(0.66), _mixed(0.45), _mixed(0.3), _mixed(0.11)
TOKENS = {
    "ink": INK, "paper": PAPER, "accent": ACCENT, "muted": MUTED, "faint": FAINT, "line": LINE, "grid": GRID,
    "panel": "#f3efe8",
}  # fmt: skip


def paint(colour: str | None) -> tuple[str, float]:
    """A colour of a figure as six digits and its opacity, which is 0 for none."""
    if not colour or colour == "none":
        return "none", 0.0
    if token := _TOKEN.match(colour):
        return TOKENS[token[1]], 1.0
    if parts := _RGBA.match(colour):
        return "#" + "".join(f"{int(part):02x}" for part in parts.groups()[:3]), float(parts[4] or 1)
    return colour, 1.0
