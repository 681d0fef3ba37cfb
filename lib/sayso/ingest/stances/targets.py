"""Where an issue's thing is named in a clause, or what "it" stands for."""

from __future__ import annotations

from sayso.ingest.stances.clause import Clause
from sayso.ingest.stances.codebook import Ready, hits_of
from sayso.ingest.stances.words import Hit, Phrases, Word, stem

_CARRIERS = frozenset(
    stem(w)
    for w in "help idea plan proposal principle form kind sort use policy prospect deal question field favour favor support part all any some one".split()
)
_PLACED = frozenset("on at in near off along inside outside from".split())


def targets_in(clause: Clause, issue: Ready, phrases: Phrases) -> list[Hit]:
    """Where the issue's thing is named, outside longer phrases of the lists and of other things."""
    return [
        target
        for target in hits_of(phrases, clause.words)
        if not any(
            h.tag not in ("act", "good", "bad") and h.first <= target.first < h.last and h.last - h.first > 1
            for h in clause.hits
        )
        and not _embedded(clause, target, issue)
    ]


def says_where(words: list[Word], place: int) -> bool:
    """`guns on the quays`: the quays only tell where."""
    before = [word.lower for word in words[max(0, place - 2) : place]]
    return any(word in _PLACED for word in before[-1:] + (before[:1] if before[-1:] == ["the"] else []))


def _embedded(clause: Clause, target: Hit, issue: Ready) -> bool:
    """`every contract of the trust` is about the contract."""
    place = target.first - 1
    while (
        place > 1 and (words := clause.words[place].lower) not in ("of", "with") and target.first - place < 4
    ):
        if words in ("and", "or", "to", "for", "on"):
            return False
        place -= 1
    if place < 1 or clause.words[place].lower not in ("of", "with"):
        return False
    head = clause.words[place - 1]
    about = [*clause.hits, *hits_of(issue.own, clause.words), *hits_of(issue.targets, clause.words)]
    if head.stem in issue.foreign and not any(
        h.tag != "act" and h.first < place <= h.last + 1 for h in clause.hits
    ):
        return True
    return head.stem not in _CARRIERS and not any(h.first <= place < h.last or h.last == place for h in about)


def pronoun_in(clause: Clause, issue: Ready) -> list[Hit]:
    """`We reject it`, where what "it" means was named just before."""
    for hit in clause.hits:
        if (
            hit.tag == "must"
            and hit.first
            and clause.words[hit.first - 1].lower in ("it", "they", "this", "these")
        ):
            return [Hit(hit.first - 1, hit.first, "target", issue.sign)]
        if (
            hit.tag == "act"
            and hit.last < len(clause.words)
            and clause.words[hit.last].lower in ("it", "them", "one")
        ):
            return [Hit(hit.last, hit.last + 1, "target", issue.sign)]  # "publish it"
        if hit.tag in ("for", "against", "wants"):
            for n in range(hit.last, min(hit.last + 3, len(clause.words))):
                if clause.words[n].lower in ("it", "this", "them", "these", "those"):
                    return [Hit(n, n + 1, "target", issue.sign)]
            if clause.words[hit.last - 1].lower in ("it", "against") and hit.last == len(clause.words):
                return [Hit(hit.last, hit.last, "target", issue.sign)]
    return []
