"""Turns of phrase that tell a side without a verb of attitude: what a thing does, what is refused or withheld for it."""

from __future__ import annotations

from sayso.ingest.lexicon import stance_words as lists
from sayso.ingest.stances.acts import flips
from sayso.ingest.stances.clause import Clause, is_own
from sayso.ingest.stances.words import Hit, Phrases, Word

EFFECTS = Phrases(
    [(phrase, "effect", 1) for phrase in lists.HELPS] + [(phrase, "effect", -1) for phrase in lists.HARMS]
)
DEALINGS = Phrases([(phrase, "deal", 1) for phrase in lists.DEALINGS])
_HELPERS = frozenset(
    "will would can could may might shall must do does did has have had is are was were be been being to not n't never only "
    "also always already still simply just now that which who and ll".split()
)
_OPENS = frozenset("a an the any another some new real proper full free this that such".split())
_NOTHING = frozenset(
    "no not n't never nothing nobody cannot without dead impossible worthless collapse fail lost".split()
)
_GAP = 3  # words between "without" and its thing


def effect(clause: Clause, target: Hit) -> int:
    """What the thing does, as a verdict: `the airport will ruin us`; 0 if nothing is said of that."""
    words, place = clause.words, target.last
    if any(h.first < target.last and h.last > target.first for h in clause.hits):
        return 0  # "the need": a keyword that is itself a word of the lists
    while place < len(words) and (words[place].lower in _HELPERS or words[place].lower.endswith("ly")):
        place += 1
    hit = EFFECTS.at(words, place) if place < len(words) else None
    if hit is None or (place == target.last and words[place].lower.endswith(("ing", "ed"))):
        return 0
    if any(word.lower in ("to", "and") for word in words[target.last : place]):
        return 0
    lacking = any(word.lower == "without" for word in words[max(0, target.first - 2) : target.first])
    return hit.sign * flips(_nots(clause, target.last, place)) * (-1 if lacking else 1)


def withheld(clause: Clause, target: Hit) -> bool:
    """`no runway without a vote`, `we sign nothing before the vote`, `without a vote the plan is dead`."""
    words = clause.words
    link = next(
        (
            n
            for n in range(target.first - 1, max(-1, target.first - _GAP - 2), -1)
            if words[n].lower in ("without", "before")
        ),
        None,
    )
    if link is None or any(words[n].lower in ("or", "and", "but") for n in range(link, target.first)):
        return False
    if any(h.last <= link and link - h.first <= 8 for h in clause.hits if h.tag == "not"):
        return True
    return words[link].lower == "without" and any(
        w.lower in _NOTHING for w in words[target.last : target.last + 8]
    )


def called_for(clause: Clause, target: Hit) -> bool:
    """`there must be a vote`."""
    words, place = clause.words, target.first - 1
    while place >= 0 and words[place].lower in _OPENS:
        place -= 1
    if place < 1 or words[place].lower != "be":
        return False
    there = [word.lower for word in words[max(0, place - 4) : place]]
    return "there" in there and any(
        h.tag == "must" and h.last <= place and place - h.last <= 1 for h in clause.hits
    )


def refused(clause: Clause, target: Hit) -> bool:
    """`we will not take part in it`: dealings with a thing that the speaker won't have."""
    for place in range(max(0, target.first - 7), target.first):
        deal = DEALINGS.at(clause.words, place)
        if deal is None or deal.last > target.first or target.first - deal.last > 4:
            continue
        no = next(
            (h for h in clause.hits if h.tag == "not" and 0 <= place - h.last <= 1 and h.first < place), None
        )
        if no and _refuses(clause.words, no) and is_own(clause, no):
            return True
    return False


def _refuses(words: list[Word], no: Hit) -> bool:
    before = [word.lower for word in words[max(0, no.first - 2) : no.last]]
    return any(word in ("will", "would", "wo", "shall", "ll", "never", "cannot", "ca") for word in before)


def _nots(clause: Clause, begin: int, end: int) -> list[Hit]:
    return [hit for hit in clause.hits if hit.tag == "not" and begin <= hit.first < end]
