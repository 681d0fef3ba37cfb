"""From a speaker's words to an actor, quote by quote, runners-up kept."""

from __future__ import annotations

import re

from sayso.ingest.actors.find import Cast
from sayso.ingest.actors.merge import Cluster
from sayso.ingest.attribution.draft import Draft
from sayso.ingest.lexicon.bodies import DOCUMENTS, HEADS, PLURAL_COLLECTIVES
from sayso.ingest.lexicon.people import PERSON_ROLES
from sayso.ingest.records import Resolution, Span
from sayso.ingest.speakers.candidates import Past, Scene
from sayso.ingest.speakers.descriptions import described, head_words
from sayso.ingest.speakers.pronouns import body, person
from sayso.ingest.text.sentences import Parsed

_PERSONS = ("he", "she", "him", "her", "his")
_BODIES = ("it", "they", "their", "its", "them")
_UNRESOLVED = (
    "i",
    "we",
    "you",
    "some",
    "many",
    "others",
    "one",
    "both",
    "those",
    "these",
    "most",
    "this",
    "that",
    "all",
)
_OWNER = re.compile(r"([\w .-]{3,60}?)(?:[’']s|(?<=s)[’'])\s+(?:[\w-]+\s+){0,2}[\w-]+$")
_STYLES = ("excellency", "highness", "majesty", "honour")
_OFFICES = ("office", "spokesman", "spokeswoman", "spokesperson", "staff", "campaign")
_HEAD_END = re.compile(r"\s+(?:of|for|in|at|from|who|with|on)\s.*$|,.*$|\s*\(.*$", re.DOTALL)


def resolve(parsed: Parsed, cast: Cast, drafts: list[Draft]) -> list[Resolution]:
    """One resolution per draft, in the same order."""
    scene = Scene(parsed, cast, drafts)
    found: list[Resolution] = []
    for draft in drafts:
        result = _resolve(scene, draft)
        found.append(result)
        if result.actor and draft.speaker and draft.cue_class == "speech":
            cluster = scene.by_key.get(result.actor)
            is_person = cluster is None or scene.is_personal(
                cluster, *_name_in(scene, draft.speaker, result.actor)
            )
            at = draft.cue[0] if draft.cue else draft.speaker[0]
            place = max(at, draft.speaker[0])
            scene.past.append(
                Past(
                    result.actor,
                    place,
                    scene.paragraph(draft.pieces[-1][0]),
                    is_person and (cluster is not None or _is_role(parsed.text[slice(*draft.speaker)])),
                )
            )
    return found


def _name_in(scene: Scene, words: Span, actor: str) -> Span:
    """The mention of an actor within a speaker's words, else those words."""
    return next(((a, b) for a, b, cluster in scene.inside(*words) if cluster.key == actor), words)


def _is_role(said: str) -> bool:
    """`a spokesman for the ministry`: somebody, though no name is given."""
    heads = head_words(said)
    return bool(heads) and heads[-1].split("-")[-1] in PERSON_ROLES


def resolve_words(scene: Scene, words: Span) -> Resolution:
    """Who a stretch of text names or describes."""
    start, end = words
    said = scene.parsed.text[start:end]
    low = said.lower().strip()
    if low in _PERSONS:
        return person(scene, low, start)
    if low in _BODIES:
        return body(scene, low, start)
    if low in _UNRESOLVED:
        return Resolution(None, "unresolved", 0.0)
    named = _named_beside(scene, end, said) or _named(scene, start, end, said)
    if named is not None:
        return named
    heads = head_words(said)
    voice = _voice(scene, low, start, heads)
    if voice is not None:
        return voice
    if heads and heads[-1] in DOCUMENTS:
        owner = _OWNER.match(said)
        if owner and (theirs := resolve_words(scene, (start, start + owner.end(1)))).actor in scene.by_key:
            return theirs  # `the union's statement`
        near = [m for m in scene.before(start, 350) if not m[3] and scene.is_subject(m[1])]
        if near:
            return Resolution(near[-1][2].key, "document", 0.5)
    definite = low.split()[:1] in (["the"], ["this"], ["that"]) or (
        bool(heads) and heads[-1] in PERSON_ROLES and said[:1].isupper()
    )
    if heads and definite and heads[-1] not in PLURAL_COLLECTIVES:
        found = described(scene, said, start)
        if found.actor:
            return found
    return Resolution(_proposed(said), "as written", 0.5) if heads else Resolution(None, "unresolved", 0.0)


def _voice(scene: Scene, low: str, start: int, heads: list[str]) -> Resolution | None:
    """`its director`, `her office`, `His Excellency`: for whom of the dataset's actors somebody without a name speaks."""
    whose, _, rest = low.partition(" ")
    if rest in _STYLES and whose in ("his", "her"):
        return person(scene, whose, start)
    if whose == "its" and heads and heads[-1].split("-")[-1] in PERSON_ROLES:
        near = [
            m
            for m in scene.before(start, 300)
            if m[2].known and m[2].kind != "person" and scene.is_subject(m[1])
        ]
        found = Resolution(near[-1][2].key, "voice", 0.75) if near else body(scene, "it", start)
    elif whose in ("his", "her") and rest in _OFFICES:
        found = person(scene, whose, start)
    else:
        return None
    cluster = scene.by_key.get(found.actor or "")
    if cluster is None or not cluster.known:
        return None
    return Resolution(found.actor, "voice", round(0.9 * found.confidence, 2), found.runners_up)


def _resolve(scene: Scene, draft: Draft) -> Resolution:
    if draft.speaker is None:
        return Resolution(None, "none", 0.0)
    if draft.rule == "floating" and scene.past:
        last = scene.past[-1]
        others = tuple(
            dict.fromkeys(past.actor for past in reversed(scene.past[:-1]) if past.actor != last.actor)
        )
        return Resolution(last.actor, "floating", 0.6, others[:3])
    low = scene.parsed.text[slice(*draft.speaker)].lower()
    if low in ("who", "which", "that"):
        if draft.antecedent is None:
            return Resolution(None, "unresolved", 0.0)
        result = resolve_words(scene, draft.antecedent)
        if low == "who" and (person_before := _described_person(scene, draft.speaker[0])):
            cluster = scene.by_key.get(result.actor or "")
            if cluster is None or cluster.kind not in ("person", None):
                return Resolution(person_before, "relative", 0.75)
        if result.rule == "as written":
            near = [m for m in scene.before(draft.speaker[0], 140) if m[2].kind == "person"]
            if near and draft.antecedent[0] <= near[-1][0]:
                return Resolution(near[-1][2].key, "relative", 0.6)
        return result
    return resolve_words(scene, draft.speaker)


def _described_person(scene: Scene, at: int) -> str | None:
    """`Smith, the head of the league, who said`: a person named in this sentence before a description."""
    text = scene.parsed.text
    for _, end, cluster, quoted in reversed(scene.before(at, 200)):
        between = text[end:at]
        if any(mark in between for mark in ".!?\n"):
            return None
        if cluster.kind == "person" and not quoted and between.startswith(","):
            return cluster.key
    return None


def _named_beside(scene: Scene, end: int, said: str) -> Resolution | None:
    """`the trade minister, Samira Boustani, said`: the name right after the description."""
    heads = head_words(said)
    if not heads or heads[-1].split("-")[-1] not in PERSON_ROLES:
        return None
    text = scene.parsed.text
    for start, stop, cluster in scene.inside(end, min(len(text), end + 60)):
        lead = re.fullmatch(r",\s+(?:[A-Z][a-z]{0,8}\.?\s+){0,2}", text[end:start])
        if cluster.kind == "person" and lead and re.match(r"[,.]|\s\(", text[stop : stop + 2]):
            return _sure(cluster)
        return None
    return None


def _named(scene: Scene, start: int, end: int, said: str) -> Resolution | None:
    """The mention at the head of the phrase: not the Trump of "Trump's campaign"."""
    inside = scene.inside(start, end)
    if not inside:
        return None
    head = _HEAD_END.sub("", said)
    head_end = start + len(head)
    last_word = head.split()[-1] if head.split() else ""
    whole = [m for m in inside if m[2].known and m[0] - start <= 4 and m[1] >= head_end]
    if whole:
        return _sure(whole[-1][2])  # `the dockers' union`
    if re.match(r"[a-z]", last_word) and last_word.rstrip("’'s") not in HEADS:
        persons = [m for m in inside if m[2].kind == "person" and m[1] >= start + len(said) - 1]
        return _sure(persons[-1][2]) if persons else None
    fitting = [m for m in inside if m[0] < head_end and m[1] >= head_end - 2]
    if fitting:
        return _sure(fitting[-1][2])
    if not re.match(r"[a-z]", last_word):
        first = [m for m in inside if m[0] < head_end]
        return _sure(first[-1][2]) if first else None
    return None


def _sure(cluster: Cluster) -> Resolution:
    return Resolution(cluster.key, "name", 0.92 if cluster.kind is not None else 0.7)


def _proposed(said: str) -> str:
    words = re.findall(r"[\w’'.-]+", _HEAD_END.sub("", said).lower().removeprefix("the "))
    return "-".join(words[:8])
