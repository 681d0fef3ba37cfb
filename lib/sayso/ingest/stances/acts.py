"""What is done with a thing, and what turns its sense round: the verbs and negations near it."""

from __future__ import annotations

from sayso.ingest.stances.words import Hit, Word

_BEFORE, _AFTER = 6, 6  # words between a thing and what is done with it


def acts_on(words: list[Word], left: list[Hit], right: list[Hit], target: Hit) -> list[Hit]:
    """What is done with the thing: the verbs next to it on either side, "close and seal" counted once."""
    found: list[Hit] = []
    edge = target.first
    for hit in reversed(left):
        if edge - hit.last > _BEFORE or hit.tag in ("for", "against", "wants"):
            break
        if hit.tag == "act":
            found.insert(0, hit)
            edge = hit.first
    edge = target.last
    relative = [
        n
        for n in range(target.last, min(target.last + 2, len(words)))
        if words[n].lower in ("that", "which", "who")
    ]
    for hit in right:
        if relative or hit.first - edge > _AFTER or hit.tag in ("for", "against", "wants"):
            break
        if hit.first > target.last and words[hit.first - 1].lower == "and":
            break
        if hit.tag == "act":
            found.append(hit)
            edge = hit.last
    kept: list[Hit] = []
    for hit in found:
        if kept and hit.first - kept[-1].last == 1 and hit.sign == kept[-1].sign:
            continue
        kept.append(hit)
    return kept


def last_of_joined(words: list[Word], attitudes: list[Hit]) -> list[Hit]:
    """`rejects the treaty and demands its end`, `rejects and condemns it`: the last of verbs joined by "and" counts."""
    for n in range(len(attitudes) - 1, 0, -1):
        before = attitudes[n].first - 1
        while before > attitudes[n - 1].last and words[before].lower.endswith("ly"):
            before -= 1
        if words[before].lower in ("and", "or", "but", "yet"):
            return attitudes[n:]
    return attitudes


def nots_in(hits: list[Hit], begin: int, end: int) -> list[Hit]:
    """The negations between two places."""
    return [hit for hit in hits if hit.tag == "not" and begin <= hit.first < end]


def flips(nots: list[Hit]) -> int:
    """−1 for an odd number of negations."""
    return -1 if len(nots) % 2 else 1


def base_form(word: Word) -> bool:
    """Whether a verb can be an imperative."""
    return not word.lower.endswith(("ed", "ing", "s")) or word.lower.endswith("ss")
