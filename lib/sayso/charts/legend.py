"""What the signs of a chart mean: a key each, on the page, in pictures and on slides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.charts.agreement_matrix import FILLS
from sayso.charts.template import INK, MUTED, PAPER
from sayso.model.scales import BANDS, CELL_BORDER, STEPS, Step, ink_on

Shape = Literal[
    "box", "bold box", "dashed box", "framed box", "hatched box", "disc", "dot", "square", "hollow", "to the left",
    "to the right", "bar", "dotted bar", "line", "dashed line", "dotted line", "tick", "none",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """One entry: `sign` stands in the shape, or alone; `words` say what it means. "none" with no sign is a sentence."""

    words: str
    shape: Shape = "none"
    sign: str = ""
    fill: str = PAPER
    ink: str = INK


_OUTLINES: dict[str, Shape] = {"conflicting": "bold box", "not_found": "dashed box"}


def of_steps(steps: Iterable[Step] = STEPS) -> tuple[Key, ...]:
    """The steps of the stance scale."""
    return tuple(
        Key(step.word, _OUTLINES.get(step.state, "box"), step.sign, step.fill, step.ink) for step in steps
    )


def of_matrix(fade_words: str = "") -> tuple[Key, ...]:
    """The stance matrix: its steps and "if"; what a frame means where old cells are frames."""
    framed = (Key(fade_words, "framed box", fill=BANDS[3].fill),) if fade_words else ()
    return (*of_steps(), Key("conditional", sign="if"), *framed)


def of_fills(fills: Sequence[str], edges: Sequence[float], unit: str = "%") -> tuple[Key, ...]:
    """Steps of one hue between `edges` (shares, one more than fills)."""
    return tuple(
        Key(f"{edges[place] * 100:.0f}–{edges[place + 1] * 100:.0f} {unit}".strip(), "box", "", fill, ink_on(fill))
        for place, fill in enumerate(fills)
    )  # fmt: skip


def of_sides(sides: Iterable[tuple[str, str, str]]) -> tuple[Key, ...]:
    """Sides: letter, words and colour of each."""
    return tuple(Key(words, "disc", letter, colour, PAPER) for letter, words, colour in sides)


WEEKS = (Key("mean of the 4 weeks before", "line"), Key("mean of the 52 before, or of as many as there were", "dashed line"))  # fmt: skip
COURSE = (
    Key("share of ties that fit the camps", "line", fill="var(--accent)", ink="var(--accent)"),
    Key("90 % of camps that are found where stands are dealt out at random", "box", fill="rgba(128,128,128,0.28)"),
    Key("its mean", "dotted line", ink=MUTED),
    Key("an event, the weightiest numbered", "tick", ink=MUTED),
)  # fmt: skip
WITHOUT = (
    Key("as it stands", "dot", fill=PAPER, ink=CELL_BORDER),
    Key("without the outlet", "square", fill=PAPER, ink=INK),
)
EVENTS = (
    Key("event known to the day", "dot", fill=MUTED, ink=MUTED), Key("to a month, year or interval", "bar", ink=MUTED),
    Key("open end", "to the right", fill=MUTED, ink=MUTED), Key("open start", "to the left", fill=MUTED, ink=MUTED),
    Key("expected, demanded or denied", "hollow", ink=MUTED),
)  # fmt: skip
MEMBERSHIPS = (
    Key("start or end known", "square", fill=MUTED, ink=MUTED), Key("no end known", "to the right", fill=MUTED, ink=MUTED),
    Key("start not known", "to the left", fill=MUTED, ink=MUTED),
)  # fmt: skip
MIX = (Key("the darker, the better the grade", "box", fill=FILLS[3]), Key("cannot be judged, or not stated", "hatched box"))  # fmt: skip
CONDITIONAL = Key("conditional", sign="if")
