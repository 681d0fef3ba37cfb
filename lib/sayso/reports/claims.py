"""What sentences claim, and how each claim is tested: the About page prints it."""

from __future__ import annotations

from typing import NamedTuple

from sayso.analysis import intervals, pace
from sayso.analysis.agreement import FEWEST_SHARED
from sayso.analysis.networks.refitting import BAND, FEWEST_WAYS
from sayso.analysis.networks.stability import FEWEST_DOCUMENTS
from sayso.model.wording import number
from sayso.reports import cell_words
from sayso.reports.coalitions.words import HELD, SURE


class Claim(NamedTuple):
    """A sentence as pages word it, and what must hold for it."""

    words: str
    test: str


_WELL, _IN_PART = HELD[0][0], HELD[1][0]
CLAIMS = (
    Claim(
        "“Five of seven actors support X”",
        "A count of cells by their band; no test. “In words this year”: a statement in words (no act, nothing inferred)"
        " within the 365 days up to the as-of day. Without a majority each side is counted.",
    ),
    Claim("“… stands alone”", "All others that were found take the other side: none neutral, none on both sides."),
    Claim(
        "“X moved”",
        "Its band differs between two as-of days; no test. One new statement can do it: the two quotes are shown.",
    ),
    Claim("“New”", "Never before in the dataset, whatever the filters."),
    Claim(
        "“Louder”",
        f"At least {number(pace.FEWEST)} articles in the period, at {pace.TIMES:.0f} times the rate before, and q ≤ {pace.SURE}:"
        " articles, not statements, by a test of two Poisson rates, corrected for the number of names"
        " (Benjamini–Hochberg).",
    ),
    Claim(
        "“Camps”",
        f"At least {number(FEWEST_DOCUMENTS)} articles, and most actors with {number(FEWEST_SHARED)} issues in common with"
        " somebody; else the page says what is lacking. Letters go by the camps of everything ever said, the largest"
        " first: a camp takes the letter of the one that it shares most members with, so that it means the same on another day.",
    ),
    Claim(
        "“Camps that hold well”",
        f"Stability of {_WELL} or more (in part: {_IN_PART}): the mean adjusted Rand index with camps of articles drawn"
        " again. It is a description, no test.",
    ),
    Claim(
        "“Held apart by X”",
        "Camps are searched for again without X, so that X is not tested on camps that it made; then what they said on X"
        f" is dealt out anew among those who spoke. q ≤ {SURE} over all issues (Benjamini–Hochberg). With fewer than"
        f" {FEWEST_WAYS} ways to deal: “too few to test”.",
    ),
    Claim(
        "Polarization above what chance gives",
        f"The band holds the central {BAND:.0%} of debates in which the stands on each issue are dealt out anew and camps"
        " are searched for again, window by window.",
    ),
    Claim(
        "An interval in a cell",
        f"From {number(cell_words.FEWEST_ARTICLES)} articles on: the central {intervals.LEVEL:.0%} of means of articles"
        f" drawn again {intervals.DRAWS:,} times. With fewer the counts by sign are all there is. Articles that all say"
        " the same give no width, which is no proof that the next would.",
    ),
    Claim(
        "“58 % agreement”",
        f"A mean over at least {number(FEWEST_SHARED)} shared issues; no test. Few shared issues have a smaller box.",
    ),
)  # fmt: skip
