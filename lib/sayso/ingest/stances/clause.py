"""A clause of a quote, with the words of the lists found in it, and whose attitude a verb in it states."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.ingest.stances.codebook import LEXICON, hits_of
from sayso.ingest.stances.words import Hit, Word

_OWN = frozenset("i we he she it they who there".split())
_OWNED = frozenset("my our his her its their".split())
_PASSED_OVER = frozenset(
    "will would do does did has have had is are was were be been am 's to also still always and but or strongly firmly never not n't again today now "
    "see saw sees find finds found feel felt feels fully only just both and already really certainly clearly openly publicly ll shall can could may might must should".split()
)
_FELT = frozenset(("importanc", "need"))
_CLAIMS = frozenset(("need", "deserv", "have", "be"))
_GATHERINGS = frozenset("march strike protest rally fight campaign attack".split())
_FIRST = frozenset("i we there".split())
_MINE = frozenset(
    "government country ministry office side people members organisation administration state nation city club team union".split()
)
_PAST = frozenset("wanted hoped needed wished intended planned proposed liked".split())
_COMMON = frozenset(
    "country city nation region people economy town industry world state village valley island public community workers children farmers families "
    "voters citizens residents port district province continent".split()
)
_SAYING = frozenset(
    "says said say told informed claims claimed claim warned warns argued argues insists insisted called calls believes".split()
)
_SELF = frozenset(
    "party company union cooperative movement association front bloc group committee council".split()
)


@dataclass(frozen=True)
class Clause:
    """Words of one clause of a quote. `lead` counts those that belong to the cue; `direct` if they are the speaker's own."""

    words: list[Word]
    hits: list[Hit]
    lead: int
    direct: bool
    first: bool  # it opens the quote
    speaker: frozenset[str]  # stems of the speaker's name as written
    cue: tuple[int, int] | None = None  # where the cue stands in the text, if a coder's span holds it


def clause_of(
    words: list[Word],
    lead: int,
    direct: bool,
    first: bool,
    speaker: frozenset[str],
    cue: tuple[int, int] | None = None,
) -> Clause:
    """Look a clause's words up once, for every issue."""
    hits = hits_of(LEXICON, words)
    known = {n for hit in hits for n in range(hit.first, hit.last)}
    musts = {hit.last for hit in hits if hit.tag == "must"}
    hits += [
        Hit(n, n + 1, "act", -1)  # "must go", "we want it gone"
        for n, word in enumerate(words)
        if n not in known and (word.lower == "gone" or (word.lower == "go" and n in musts))
    ] + [
        Hit(n, n + 1, "act", 1)  # "has to come"
        for n, word in enumerate(words)
        if n not in known and word.lower == "come" and n in musts
    ]
    hits = [
        replace(h, tag="good")
        if h.tag == "wants" and words[h.first].lower == "needed" and _passive(words, h)
        else h
        for h in hits
    ]
    hits.sort(key=lambda hit: hit.first)
    return Clause(words, hits, lead, direct, first, speaker, cue)


def is_own(clause: Clause, hit: Hit) -> bool:
    """Whether the speaker is who supports, rejects or wants."""
    words = clause.words
    if hit.first < clause.lead:
        return True
    if clause.direct and words[hit.first].lower in _PAST:
        return False  # "I wanted a tenant and I got a partner"
    if clause.cue and words[hit.first].start < clause.cue[1] and clause.cue[0] < words[hit.last - 1].end:
        return True
    place = hit.first - 1
    while place >= clause.lead and (words[place].lower in _PASSED_OVER or words[place].lower.endswith("ly")):
        place -= 1
    if place < clause.lead:
        return True
    between = [w.lower for w in words[place + 1 : hit.first]]
    if any(word in ("and", "or", "but") for word in between) and (
        _opens_own(clause) or _follows_own(clause, hit, place)
    ):
        return True  # "it could count and would work for the trust", "rejects a lease and demands a vote"
    if words[place].lower in _OWN:
        return words[place].lower in (_FIRST if clause.direct else _OWN - {"who"})
    if (
        place > clause.lead
        and words[place - 1].lower == "the"
        and words[place].lower in _SELF
        and not clause.direct
    ):
        return True
    claimed = hit.tag == "wants" and words[hit.first].stem in _CLAIMS
    if (
        claimed
        and words[place].lower in _COMMON
        and words[place - 1].lower in ("the", "this", "our", "every")
    ):
        return True  # "the country needs it"
    noun = words[max(clause.lead, place - 3) : place + 1]
    if any(w.lower in _OWNED for w in noun[:-1]) and noun[-1].lower in _SELF | _MINE:
        return not clause.direct or any(w.lower in ("my", "our") for w in noun)
    if words[place].lower in (
        "the",
        "a",
        "an",
        "any",
    ):  # "the request for it" is somebody's; "the importance of it" is felt
        if words[hit.first].lower in _GATHERINGS:
            return False  # "at a march against it"
        return hit.tag != "wants" or words[hit.first].stem in _FELT
    return any(w.stem in clause.speaker for w in noun) or words[place].lower in ("for", "of")


def is_retold(clause: Clause, hit: Hit) -> bool:
    """Whether somebody quotes another: `The minister said that …`, in the speaker's own direct words."""
    if not clause.direct:
        return False
    for n in range(clause.lead + 1, hit.first):
        if clause.words[n].lower in _SAYING:
            return clause.words[n - 1].lower not in ("i", "we", "to", "not", "n't", "also", "always")
    return False


def _follows_own(clause: Clause, hit: Hit, place: int) -> bool:
    """Whether a verb joined by "and" continues one of the speaker's own."""
    earlier = [h for h in clause.hits if h.tag in ("for", "against", "wants") and h.last <= place]
    return bool(earlier) and is_own(clause, earlier[0])


def _opens_own(clause: Clause) -> bool:
    opening = [
        w.lower
        for w in clause.words[clause.lead : clause.lead + 3]
        if w.lower not in ("that", "said", "says")
    ]
    return bool(opening) and opening[0] in _OWN and opening[0] not in ("who", "there")


def _passive(words: list[Word], hit: Hit) -> bool:
    return hit.first > 0 and words[hit.first - 1].stem == "be"
