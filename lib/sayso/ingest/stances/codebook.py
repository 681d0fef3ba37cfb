"""An issue of the codebook made ready: what brings it up, and which words mean which side of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sayso.ingest.lexicon import stance_words as lists
from sayso.ingest.lexicon.bodies import HEADS
from sayso.ingest.lexicon.people import PERSON_ROLES
from sayso.ingest.records import Issue
from sayso.ingest.stances.words import Hit, Phrases, Word, stem, words_in
from sayso.ingest.text.tagging import tag
from sayso.ingest.text.tokens import tokenize
from sayso.ingest.text.word_tags import usual_tag

LEXICON = Phrases(
    [(phrase, "for", 1) for phrase in lists.FOR]
    + [(phrase, "against", -1) for phrase in lists.AGAINST]
    + [(phrase, "wants", 1) for phrase in lists.WANTS]
    + [(phrase, "must", 1) for phrase in lists.MUST]
    + [(phrase, "will", 1) for phrase in lists.WILL]
    + [(phrase, "not", -1) for phrase in lists.NOT]
    + [(phrase, "act", 1) for phrase in lists.MORE]
    + [(phrase, "act", -1) for phrase in lists.LESS]
    + [(phrase, "none", 1) for phrase in lists.NOTHING]
    + [(phrase, "good", 1) for phrase in lists.GOOD]
    + [(phrase, "bad", -1) for phrase in lists.BAD]
)
_DULL = frozenset(
    w.stem
    for w in words_in(
        " ".join(
            "a an the of to in on at by for from with and or as it its them they this that these those any all some every each is are be "
            "will may can want wants have has no not only also still than more less one two other another place way part time year "
            "years whole own people who which what where when after before beyond until into out up down about over under between "
            "let bring act come look work go goes put take takes make makes give given get run runs see set without government country state city".split()
        ),
        0,
        10_000,
    )
)
_EXAMPLE = re.compile(r"“([^”]+)”|\"([^\"]+)\"")
_FAMILIES = tuple(frozenset(stem(word) for word in family) for family in lists.CHANGES)


@dataclass(frozen=True)
class Ready:
    """An issue's phrases to look for: targets carry the sign that wanting more of them has on the issue."""

    issue: Issue
    sign: int  # of the thing itself: −1 where the proposition ends it
    targets: Phrases
    cues: Phrases
    own: Phrases
    weak: Phrases  # nouns of the proposition and last words of keywords that no other issue shares
    family: frozenset[str]  # stems of the only actions that count, if the proposition changes its thing
    foreign: frozenset[str] = frozenset()  # stems of keywords of one word that only other issues have


def issue_of(row: Mapping[str, Any]) -> Issue:
    """An issue from a row of the table `issues` (keywords as text with semicolons, or as a list)."""
    keywords = row.get("keywords") or ()
    if isinstance(keywords, str):
        keywords = [word.strip() for word in keywords.split(";")]
    return Issue(
        str(row["issue_id"]), tuple(word for word in keywords if word), proposition=str(row.get("proposition") or ""),
        supports_means=str(row.get("supports_means") or ""), opposes_means=str(row.get("opposes_means") or ""),
    )  # fmt: skip


@lru_cache(maxsize=2048)
def ready(issue: Issue) -> Ready:
    """Read the issue's own sentences: do they want more of its thing or less, and by which verbs?"""
    parts = _parts(issue)
    words = [(words_in(text, 0, len(text)), side) for text, side in parts]
    sign = _thing(words[0][0])
    own, family = _own_words(parts, issue, sign), _family(words[0][0])
    if "publish" in family:
        own |= {stem(one): sign for one in lists.PUBLISHING} | {stem(one): -sign for one in lists.WITHHOLDING}
        family |= own.keys()
    things = [
        one for one in issue.keywords if usual_tag(one, True) != "RB"
    ]  # "completely" is no thing to be for
    targets = [(phrase, "target", _keyword(phrase, words, sign)) for phrase in things]
    return Ready(
        issue, sign, Phrases(targets), Phrases([(phrase, "cue", side) for phrase, side in _cues(issue)]),
        Phrases([(one, "act", side * sign) for one, side in own.items()]), Phrases([]), family,
    )  # fmt: skip


@lru_cache(maxsize=64)
def prepared(codebook: tuple[Issue, ...]) -> tuple[Ready, ...]:
    """Every issue made ready, with the nouns that among these issues only one is about."""
    used = [_stems(issue) for issue in codebook]
    found = []
    for n, issue in enumerate(codebook):
        others = frozenset().union(*used[:n], *used[n + 1 :])
        one = ready(issue)
        words = [(words_in(text, 0, len(text)), side) for text, side in _parts(issue)]
        nouns = [noun for noun in _nouns(issue) if stem(noun) not in others]
        weak = Phrases([(noun, "target", _keyword(noun, words, one.sign)) for noun in nouns])
        mine = {stem(word) for word in issue.keywords}
        foreign = frozenset(stem(w) for other in codebook for w in other.keywords if " " not in w) - mine
        found.append(replace(one, weak=weak, foreign=foreign))
    return tuple(found)


def _parts(issue: Issue) -> list[tuple[str, int]]:
    """The issue's sentences and their sides, without the examples in quotation marks."""
    parts = ((issue.proposition, 1), (issue.supports_means, 1), (issue.opposes_means, -1))
    return [(_EXAMPLE.sub("", text or ""), side) for text, side in parts]


def _cues(issue: Issue) -> list[tuple[str, int]]:
    """Phrases that tell a side by themselves: the issue's own, and examples quoted in what a side means."""
    cues = [(phrase, 1) for phrase in issue.support_cues] + [(phrase, -1) for phrase in issue.oppose_cues]
    for text, side in ((issue.supports_means, 1), (issue.opposes_means, -1)):
        cues += [(one or other, side) for one, other in _EXAMPLE.findall(text or "")]
    return cues


def _stems(issue: Issue) -> frozenset[str]:
    text = " ".join([*(text for text, _ in _parts(issue)), *issue.keywords])
    return frozenset(word.stem for word in words_in(text, 0, len(text)))


def _nouns(issue: Issue) -> list[str]:
    """Nouns of the proposition, and what a keyword of several words ends in: `troops` of `foreign troops`."""
    tokens = tokenize(issue.proposition or "", 0, len(issue.proposition or ""))
    tag(tokens)
    nouns = [t.lower for t in tokens if t.tag in ("NN", "NNS") and len(t.lower) > 3]
    nouns += [phrase.split()[-1].lower() for phrase in issue.keywords if " " in phrase]
    listed = {stem(word) for phrase in issue.keywords for word in [phrase]}
    return [
        noun
        for noun in dict.fromkeys(nouns)
        if stem(noun) not in _DULL | listed
        and noun not in PERSON_ROLES
        and noun not in HEADS  # whoever acts in it is not the thing
        and noun.isalpha()
        and not hits_of(LEXICON, words_in(noun, 0, len(noun)))
    ]


def hits_of(phrases: Phrases, words: list[Word]) -> list[Hit]:
    """Every phrase of a list that stands in the words, from left to right, none overlapping."""
    found, place = [], 0
    while place < len(words):
        hit = phrases.at(words, place)
        if hit:
            found.append(hit)
        place = hit.last if hit else place + 1
    return found


def _thing(words: list[Word]) -> int:
    """−1 where the proposition's verb ends its thing: `The sanctions are lifted.`"""
    for hit in hits_of(LEXICON, words):
        if hit.tag == "act" and words[hit.first].lower not in lists.NOUNS:
            return hit.sign * _negation(words)
    return 1


def _family(words: list[Word]) -> frozenset[str]:
    for hit in hits_of(LEXICON, words):
        if hit.tag == "act" and words[hit.first].lower not in lists.NOUNS:
            for family in _FAMILIES:
                if words[hit.first].stem in family and hit.sign > 0:
                    return family
            break
    return frozenset()


def _keyword(phrase: str, parts: list[tuple[list[Word], int]], sign: int) -> int:
    """The sign of one keyword: from a sentence of the issue that does something with it, else the issue's."""
    entry = Phrases([(phrase, "target", 1)])
    inside = words_in(phrase, 0, len(phrase))
    acts = [hit for hit in hits_of(LEXICON, inside) if hit.tag == "act"]
    for words, side in parts:
        places = hits_of(entry, words)
        if not places:
            continue
        around = [
            hit for hit in hits_of(LEXICON, words)
            if hit.tag in ("act", "against") and words[hit.first].lower not in lists.NOUNS and not any(p.first <= hit.first < p.last for p in places)
        ]  # fmt: skip
        if around:
            return side * _product(around) * _negation(words)
        if acts:
            return side * _negation(words)
    return sign * _product(acts)


def _own_words(parts: list[tuple[str, int]], issue: Issue, sign: int) -> dict[str, int]:
    """Verbs that stand on one side of the issue's meanings only, and that the lists don't explain."""
    keywords = {w.stem for phrase in issue.keywords for w in words_in(phrase, 0, len(phrase))}
    sides: dict[str, set[int]] = {}
    for text, side in parts:
        words = words_in(text, 0, len(text))
        hits = hits_of(LEXICON, words)
        if _negation(words) < 0:
            continue
        acts = [hit for hit in hits if hit.tag == "act"]
        known = {n for hit in hits for n in range(hit.first, hit.last)}
        named = {word.stem for word in words} & keywords
        if len(acts) == 1 and not named and acts[0].last - acts[0].first == 1 and acts[0].sign * sign != side:
            known.discard(
                acts[0].first
            )  # "Wants them to stay" opposes a return: here, staying is the other side
        verbs = _verbs(text)
        for n, word in enumerate(words):
            if (
                n not in known
                and word.lower in verbs
                and word.stem not in _DULL
                and word.stem not in keywords
            ):
                sides.setdefault(word.stem, set()).add(side)
    return {one: both.copy().pop() for one, both in sides.items() if len(both) == 1}


def _verbs(text: str) -> set[str]:
    tokens = tokenize(text, 0, len(text))
    tag(tokens)
    return {token.lower for token in tokens if token.tag.startswith("VB")}


def _product(hits: list[Hit]) -> int:
    sign = 1
    for number, hit in enumerate(hits):
        if number and hit.first == hits[number - 1].last + 1 and hit.sign == hits[number - 1].sign:
            continue  # "lifted or eased" says one thing twice
        sign *= hit.sign
    return sign


def _negation(words: list[Word]) -> int:
    return -1 if any(hit.tag == "not" for hit in hits_of(LEXICON, words)) else 1
