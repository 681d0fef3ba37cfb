"""One clause, one issue: which side, if the words leave no doubt. Signs multiply along the way from verb to thing."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.ingest.stances.acts import acts_on, base_form, flips, last_of_joined, nots_in
from sayso.ingest.stances.clause import Clause, is_own, is_retold
from sayso.ingest.stances.codebook import Ready, hits_of
from sayso.ingest.stances.targets import pronoun_in, says_where, targets_in
from sayso.ingest.stances.turns import called_for, effect, refused, withheld
from sayso.ingest.stances.words import Hit, Word

_CUE = 16  # words that a cue of wanting reaches: "voiced hope that the talks would first of all …"
_ATTITUDE = 9  # words between a thing and what is felt about it
_TOWARDS = frozenset(("focu", "focus", "lead"))
_TALK, _TALKED = ("talk", "speak", "think"), ("of", "about")
_NOBODY = ("nothing", "nobody", "none")
_DO = ("do", "does", "did")
_LIGHT = frozenset("see be have get make help do ensure secure work let vote sign".split())


@dataclass(frozen=True)
class Judged:
    """A side, and the kind of evidence for it."""

    side: int
    kind: str


def judge(clause: Clause, issue: Ready, pronouns: bool) -> Judged | None:
    """The clause's side of an issue, or None. With `pronouns`, "it" stands for the issue's thing."""
    cues = [hit for hit in hits_of(issue.cues, clause.words) if not is_retold(clause, hit)]
    if cues:
        sides = {hit.sign * _turned(clause, hit) for hit in cues}
        return Judged(sides.pop(), "phrase") if len(sides) == 1 else None
    targets = targets_in(clause, issue, issue.targets)
    weak = not targets
    if weak:
        targets = [t for t in targets_in(clause, issue, issue.weak) if not says_where(clause.words, t.first)]
    if not targets and pronouns:
        targets = pronoun_in(clause, issue)
    own = hits_of(issue.own, clause.words)
    told = {n for hit in own for n in range(hit.first, hit.last)}
    judged = []
    for target in (one for one in targets if not is_retold(clause, one)):
        here = set(range(target.first, target.last))
        hits = [h for h in own if h.first not in here]
        hits += [
            h
            for h in clause.hits
            if not here & set(range(h.first, h.last)) and (h.tag != "act" or h.first not in told)
        ]
        if issue.family:
            hits = [h for h in hits if h.tag != "act" or clause.words[h.first].stem in issue.family]
            if clause.words[target.first].stem not in issue.family and not any(h.tag == "act" for h in hits):
                continue
        one = _judge(clause, sorted(hits, key=lambda hit: hit.first), target)
        if one and not (weak and one.kind in ("verdict", "will")):
            judged.append(one)
    sides = {one.side for one in judged}
    return judged[0] if len(sides) == 1 else None


def demanded(clause: Clause, issue: Ready) -> int:
    """The side of a condition's own words: `once the contract is published`, `if there is a vote`; 0 if unsure."""
    sides = set()
    own = hits_of(issue.own, clause.words)
    for target in targets_in(clause, issue, issue.targets):
        hits = [h for h in clause.hits if h.last <= target.first or h.first >= target.last] + own
        if any(h.tag in ("for", "against", "wants", "good", "bad") for h in hits):
            return 0
        acts = [
            h
            for h in hits
            if h.tag == "act" and not (issue.family and clause.words[h.first].stem not in issue.family)
        ]
        given = any(w.lower in ("there", "with", "without") for w in clause.words[: target.first])
        if not acts and not given:
            return 0
        acts = acts_on(clause.words, *_around(acts, target), target)
        sides.add(_sign(target, acts) * flips([h for h in hits if h.tag == "not"]))
    return sides.pop() if len(sides) == 1 else 0


def _around(hits: list[Hit], target: Hit) -> tuple[list[Hit], list[Hit]]:
    ordered = sorted(hits, key=lambda hit: hit.first)
    return [h for h in ordered if h.last <= target.first], [h for h in ordered if h.first >= target.last]


def _turned(clause: Clause, cue: Hit) -> int:
    """`not the right time to lease it`: a negation before a phrase that has none of its own."""
    nots = [h for h in clause.hits if h.tag == "not"]
    if any(cue.first <= h.first < cue.last for h in nots):
        return 1
    return flips([h for h in nots if 0 <= cue.first - h.last <= 3])


def _judge(clause: Clause, hits: list[Hit], target: Hit) -> Judged | None:
    left, right = _around(hits, target)
    if _means_to(clause.words, target):
        return None
    attitude = [
        h
        for h in left
        if h.tag in ("for", "against", "wants")
        and target.first - h.last <= (_CUE if h.first < clause.lead and h.tag == "wants" else _ATTITUDE)
    ]
    over = any(h.tag == "against" and h.first < clause.lead and h not in attitude for h in left)
    attitude = last_of_joined(clause.words, attitude)
    if any(not is_own(clause, h) or not _complete(clause, h, hits, target) for h in attitude):
        return None
    if over:
        return None  # "hit out at the minister over what he said of …": not said of the thing
    acts = acts_on(clause.words, left, right, target)
    sign = _sign(target, acts)
    if withheld(clause, target):
        return Judged(_sign(target, [h for h in acts if h.last > target.first]), "attitude")
    if called_for(clause, target):
        return Judged(target.sign * flips(nots_in(hits, target.first - 5, target.first)), "must")
    if refused(clause, target):
        return Judged(-sign, "attitude")
    first = min([target.first, *(h.first for h in acts)])
    if clause.words[first - 1].lower in _TALKED and clause.words[first - 2].lower in _TALK:
        first -= 2  # "too early to talk of lifting it"
    weighed = [h for h in left if h.tag in ("good", "bad") and 0 <= first - h.last <= 1]
    if weighed and "to" in (clause.words[first - 1].lower, clause.words[weighed[-1].last - 1].lower):
        nots = nots_in(hits, weighed[-1].first - 4, weighed[-1].first)
        return Judged(sign * weighed[-1].sign * flips(nots), "verdict")  # "it is wrong to lift it"
    if attitude:
        for hit in attitude:
            sign *= hit.sign
        begin = min(h.first for h in [*attitude, *acts]) - 4
        end = max([target.last, *(h.last for h in acts)])
        return Judged(sign * flips(nots_in(hits, begin, end)), "attitude")
    near = [h for h in right if h.tag in ("must", "will") and h.first - target.last <= 4]
    near = [h for h in near if any(a.first >= h.last for a in acts)]
    near += [h for h in left if h.tag in ("must", "will") and target.first - h.last <= 5]
    if near and acts:
        modal = near[0]
        if (
            modal.first >= target.last
        ):  # "was killing trade and had to end": what must happen stands after the modal
            acts = [h for h in acts if h.last <= target.first or h.first >= modal.last]
            sign = _sign(target, acts)
        begin, end = (
            min(modal.first, target.first, *(h.first for h in acts)),
            max(target.last, *(h.last for h in acts)),
        )
        if clause.words[modal.first].lower == "may" and nots_in(hits, modal.last, modal.last + 1):
            return None  # "we may not read it": who forbids it, not who speaks, takes a side
        if modal.tag == "must" or modal.first < target.first:
            if modal.first and clause.words[modal.first - 1].lower in _NOBODY:
                return Judged(-sign, "will")  # "nothing will stop it"
            if modal.tag == "will" and not is_own(clause, modal):
                return None
            return Judged(sign * flips(nots_in(hits, begin - 2, end)), modal.tag)
        return Judged(sign * flips(nots_in(hits, begin - 2, end)), "will")
    for h in left:
        done = h.tag == "not" and any(0 <= a.first - h.last <= 1 for a in acts) and is_own(clause, h)
        if done and any(w.lower in _DO for w in clause.words[max(0, h.first - 2) : h.first]):
            return Judged(-sign, "will")  # "we do not recognise it"
    if does := effect(clause, target):
        return Judged(_sign(target, [h for h in acts if h.last <= target.first]) * does, "verdict")
    verdicts = [h for h in hits if h.tag in ("good", "bad") and -6 <= h.first - target.last <= 8]
    if verdicts:
        verdict = verdicts[0]
        begin, end = min(target.first, verdict.first), max(target.last, verdict.last)
        sign = _sign(target, [h for h in acts if h.first < end])
        return Judged(sign * verdict.sign * flips(nots_in(hits, begin - 1, end)), "verdict")
    return _bare(clause, hits, target, acts, sign)


def _means_to(words: list[Word], target: Hit) -> bool:
    """`the talks should focus on trade`: trade is what is wanted."""
    place = target.last
    while place < len(words) and place - target.last < 8 and words[place].stem not in _TOWARDS:
        place += 1
    modal = any(word.lower in ("would", "should", "must", "will") for word in words[target.last : place])
    return place < len(words) and words[place].stem in _TOWARDS and modal


def _sign(target: Hit, acts: list[Hit]) -> int:
    sign = target.sign
    for hit in acts:
        sign *= hit.sign
    return sign


def _bare(clause: Clause, hits: list[Hit], target: Hit, acts: list[Hit], sign: int) -> Judged | None:
    """`No referendum`, `The curfew stays`, `Shut the crossing`."""
    words = clause.words
    before = words[max(0, target.first - 3) : target.first]
    if (before and before[0 if len(before) < 3 else -1].lower == "no") or any(
        w.lower == "no" for w in before[-2:]
    ):
        start = target.first - len(before)
        existential = any(w.lower == "there" for w in words[max(0, start - 3) : target.first])
        if any(w.lower == "without" for w in words[target.last :]):
            return None  # "no lease without guarantees" is a yes with a condition
        verbless = not any(
            w.lower in ("is", "was", "were", "are", "had", "has", "have") for w in words[clause.lead :]
        )
        if (existential and any(h.tag in ("will", "must") for h in hits)) or verbless:
            return Judged(-sign, "no")
    if before and before[-1].lower == "your":
        return None  # "keep your airport"
    content = words[clause.lead :]
    if len(content) > 1 and content[0].lower == "let" and content[1].lower not in ("us", "me"):
        return Judged(sign, "imperative")
    if acts and clause.direct and content:
        first = acts[0]
        if first.first == clause.lead and first.last <= target.first and base_form(words[first.first]):
            return Judged(sign, "imperative")
    after = [h for h in acts if h.first == target.last]
    if (
        after
        and words[after[0].first].lower in ("stays", "stands", "remains", "stay", "goes", "stood", "stayed")
        and after[0].last >= len(words)
    ):
        return Judged(sign, "stays")
    return None


def _complete(clause: Clause, hit: Hit, hits: list[Hit], target: Hit) -> bool:
    """`want to lose the vote`: a verb that the lists don't know may turn the sense round."""
    words = clause.words
    between = range(hit.last, target.first)
    if any(
        words[n].lower == "and" and any(h.first == n + 1 and h.tag in ("will", "must") for h in hits)
        for n in between
    ):
        return False  # "asked for time and would decide on it"
    if hit.tag == "wants" and words[hit.first].stem == "need" and target.first - hit.last > 3:
        return False
    if words[hit.last - 1].stem == "ask":
        return any(w.lower in ("to", "that") for w in words[hit.last : hit.last + 5])
    if (
        hit.tag != "wants"
        or hit.last >= len(words) - 1
        or (words[hit.last].lower != "to" and words[hit.last - 1].lower != "to")
    ):
        return True
    verb = hit.last + 1 if words[hit.last].lower == "to" else hit.last
    known = any(h.first <= verb < h.last for h in [*hits, target])
    return known or verb >= len(words) or words[verb].lower in _LIGHT
