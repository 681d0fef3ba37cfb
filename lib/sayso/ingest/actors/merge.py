"""One actor for all spellings of a name; never across kinds, never two people with one surname."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz

from sayso.ingest.actors.names import Name
from sayso.ingest.actors.roles import acronym_after, initials, roles_of
from sayso.ingest.lexicon.bodies import HEADS
from sayso.ingest.lexicon.people import (
    FEMALE_NAMES,
    FEMALE_ROLES,
    FEMALE_TITLES,
    MALE_NAMES,
    MALE_ROLES,
    MALE_TITLES,
)
from sayso.ingest.lexicon.places import DEMONYMS, city, country_code, country_name, folded
from sayso.ingest.records import ActorKind, KnownActor, Span

_PARTICLE = re.compile(r"\b(?:al|el|ad|ar|as|an|ul|bin|ibn|abu)[- ]")
SAME_SPELLING = 88
MOST_COMPARED = 400  # bodies to compare a new one with


@dataclass
class Cluster:
    """All mentions of one actor so far."""

    key: str
    name: str
    kind: ActorKind | None
    known: bool
    rule: str
    confidence: float
    aliases: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    spans: list[tuple[Span, bool]] = field(default_factory=list)  # with: inside a quotation
    gender: str | None = None
    country: str | None = None


@lru_cache(maxsize=16_384)
def plain(name: str) -> str:
    """A name for comparison: folded, without particles, possessives, dots."""
    flat = re.sub(r"[’']s$|[’'`.]", "", folded(name)).removeprefix("the ")
    return " ".join(_PARTICLE.sub("", flat).replace("-", " ").split())


RULERS = frozenset("sheikh king queen prince princess emir sultan sir dame".split())
_TROOPS = re.compile(r"\b(?:troops|soldiers|military|military forces)$")
_CAPITAL_BEFORE = re.compile(r"\b([A-Z][\w’'-]*) $")
_ALIASES_AFTER = re.compile(r"\s*\(([A-Z][\w ]*(?:/[A-Z][\w ]*)+)\)")


def _body_key(key: str) -> str:
    """`american soldiers` and `us troops` are the same forces."""
    first, _, rest = _TROOPS.sub("forces", key).partition(" ")
    return f"{DEMONYMS.get(first, first)} {rest}" if rest else key


class Register:
    """The actors of one text, filled name by name."""

    def __init__(self, text: str, gazetteer: tuple[KnownActor, ...]) -> None:
        self.text = text
        self.clusters: list[Cluster] = []
        self._known: dict[str, Cluster] = {}
        self._bodies: list[Cluster] = []
        self._by_name: dict[str, Cluster] = {}
        self._by_surname: dict[str, list[Cluster]] = {}
        self._countries: dict[str, Cluster] = {}
        for known in gazetteer:
            cluster = Cluster(
                known.actor_id, known.name, known.kind, True, "dataset", 0.95, list(known.aliases)
            )
            if known.description:
                cluster.roles.append(known.description.lower())
            self._known[known.actor_id] = cluster
            self._index(cluster, (known.name, *known.aliases))

    def add(self, name: Name) -> Cluster | None:
        """Find or make the actor of a name."""
        core = re.sub(r"[’']s?$", "", name.core)
        cluster = self._find(name, core)
        if cluster is None:
            if name.kind is None and len(core) < 3:
                return None
            cluster = self._new(name, core)
        if core not in cluster.aliases and core != cluster.name:
            cluster.aliases.append(core)
        cluster.spans.append((name.span, name.quoted))
        self._learn(cluster, name)
        return cluster

    def known(self, actor_id: str) -> Cluster:
        """The actor of the dataset with this id."""
        return self._known[actor_id]

    def _find(self, name: Name, core: str) -> Cluster | None:
        key = plain(core)
        before = _CAPITAL_BEFORE.search(self.text, max(0, name.span[0] - 20), name.span[0])
        longer = self._by_name.get(plain(f"{before[1]} {core}")) if before else None
        if longer is not None and longer.known:
            return longer  # `Forward Velmara said`: the first word of a sentence may be any
        exact = self._by_name.get(key) or self._by_name.get(_body_key(key))
        if exact is not None:
            return exact
        code = self._country(name, core)
        if code:
            return self._countries.get(code)
        words = key.split()
        if not words:
            return None
        label = self.text[name.span[1] : name.span[1] + 1] == ":" and core.isupper() and len(core) > 1
        if label:  # `CNB:` after `Chipo Ndlamini-Banda:`
            for c in self.clusters:
                if c.kind == "person" and c.spans and initials(c.name) == core:
                    return c
        same = [c for c in self._by_surname.get(words[-1], []) if c.kind in ("person", None)]
        if len(words) == 1 and name.kind in ("person", None) and same:
            return max(same, key=lambda c: c.spans[-1][0][0] if c.spans else -1)
        if len(words) == 1 and name.kind in ("person", None):
            return self._by_given_name(words[0], name)
        if name.kind == "person":
            for cluster in same:
                if _fuller(cluster, words, name):
                    return self._renamed(cluster, core)
            first = self._by_surname.get(words[0], []) if len(words) > 1 else []
            for cluster in first:  # `Sheikh Hamdan` before `Sheikh Hamdan bin Nasser`
                if RULERS.intersection(name.titles) & set(cluster.roles) and _fuller(cluster, words, name):
                    return self._renamed(cluster, core)
            for cluster in same:
                if _same_person(plain(cluster.name).split(), words):
                    return cluster
        if len(words) == 1 and words[0] in HEADS and (body := self._by_head(words[0])):
            return body
        if name.kind not in ("person", "state", None) or core.isupper():
            return self._body(name, core, key)
        return None

    def _by_given_name(self, word: str, name: Name) -> Cluster | None:
        """`Sheikh Hamdan`, `Phan`: the one person whose name begins so."""
        fitting = [
            c for c in self.clusters if c.kind == "person" and c.spans and plain(c.name).split()[:1] == [word]
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _by_head(self, head: str) -> Cluster | None:
        """`the Board` after `Maritime Accident Board`: the body last named with that word."""
        fitting = [c for c in self._bodies if c.spans and head in plain(c.name).split()[1:]]
        return max(fitting, key=lambda c: c.spans[-1][0][0]) if fitting else None

    def _renamed(self, cluster: Cluster, core: str) -> Cluster:
        """A surname that opened the text gets its full name."""
        cluster.aliases.append(cluster.name)
        cluster.name, cluster.key = core, plain(core).replace(" ", "-")
        cluster.kind = "person"
        self._by_name.setdefault(plain(core), cluster)
        return cluster

    def _body(self, name: Name, core: str, key: str) -> Cluster | None:
        bare, _, last = key.rpartition(" ")
        if last in ("group", "movement", "party") and (same := self._by_name.get(bare)) in self._bodies:
            return same  # `the HYP group`
        head = key.split()[0]
        for cluster in self._bodies[-MOST_COMPARED:]:
            if cluster.kind == "armed group" and plain(cluster.name) == head and " " not in head:
                return cluster
            if not core.isupper() and cluster.kind != name.kind:
                continue
            if core.isupper() and len(core) > 2 and initials(cluster.name) == core.replace(".", ""):
                return cluster
            if (
                fuzz.ratio(plain(cluster.name), key) >= 92
                and key.split()[0] == plain(cluster.name).split()[0]
            ):
                return cluster
        return None

    def _country(self, name: Name, core: str) -> str | None:
        if name.kind == "state":
            return country_code(core)
        if name.kind == "capital":
            place = city(core)
            return place.country if place else None
        if name.kind == "group" and " " not in core and core.lower() in DEMONYMS:
            return DEMONYMS[core.lower()]
        return None

    def _new(self, name: Name, core: str) -> Cluster:
        code = self._country(name, core)
        kind: ActorKind | None = "state" if code or name.kind == "capital" else name.kind
        title = country_name(code) if code else core
        sure = 0.75 if name.titles or code else 0.6 if kind else 0.35
        cluster = Cluster(plain(title).replace(" ", "-"), title, kind, False, "name", sure, country=code)
        self._index(cluster, (title, core))
        return cluster

    def _index(self, cluster: Cluster, spellings: tuple[str, ...]) -> None:
        self.clusters.append(cluster)
        if cluster.kind not in ("person", "state", None):
            self._bodies.append(cluster)
        for spelling in spellings:
            key = plain(spelling)
            self._by_name.setdefault(key, cluster)
            if cluster.kind not in ("person", "state", None):
                self._by_name.setdefault(_body_key(key), cluster)
            if key and cluster.kind in ("person", None):
                block = self._by_surname.setdefault(key.split()[-1], [])
                if cluster not in block:
                    block.append(cluster)
            code = country_code(spelling) if cluster.kind in ("state", None) else None
            if code:
                self._countries.setdefault(code, cluster)

    def _learn(self, cluster: Cluster, name: Name) -> None:
        if cluster.kind is None and name.kind is not None and name.kind != "capital":
            cluster.kind = name.kind
        for role in roles_of(self.text, name):
            if role not in cluster.roles:
                cluster.roles.append(role)
        listed = _ALIASES_AFTER.match(self.text[name.span[1] : name.span[1] + 80])
        for other in listed.group(1).split("/") if listed else ():
            self._by_name.setdefault(plain(other), cluster)
            cluster.aliases.append(other)
        acronym = acronym_after(self.text, name.span[1])
        if acronym and cluster.kind not in ("person", "state"):
            self._by_name.setdefault(plain(acronym), cluster)
            cluster.aliases.append(acronym)
        cluster.country = cluster.country or name.country
        cluster.gender = cluster.gender or _gender(cluster, name)


def _gender(cluster: Cluster, name: Name) -> str | None:
    titles = set(name.titles)
    words = {word for role in cluster.roles for word in role.split()[:6]}
    first = plain(cluster.name).split()[:1]
    if titles & MALE_TITLES:
        return "m"
    if titles & FEMALE_TITLES:
        return "f"
    if len(cluster.name.split()) > 1 and first:
        if first[0] in MALE_NAMES:
            return "m"
        if first[0] in FEMALE_NAMES:
            return "f"
    if words & FEMALE_ROLES and not words & MALE_ROLES:
        return "f"
    return "m" if words & MALE_ROLES and not words & FEMALE_ROLES else None


def _fuller(cluster: Cluster, words: list[str], name: Name) -> bool:
    """Whether a cluster is so far only the surname of this full name."""
    if cluster.known or " " in plain(cluster.name) or len(words) < 2:
        return False
    genders = {cluster.gender, _gender(Cluster("", name.core, "person", False, "", 0), name)} - {None}
    return len(genders) < 2


def _same_person(one: list[str], other: list[str]) -> bool:
    """Same surname is given; the given names must agree, as initial, spelling or nickname start."""
    if not one or not other or len(one) == 1 or len(other) == 1:
        return False
    a, b = one[0], other[0]
    if fuzz.ratio(_sound("".join(one[:-1])), _sound("".join(other[:-1]))) >= SAME_SPELLING:
        return a[0] == b[0]
    return (
        a == b
        or (len(a) == 1 and b.startswith(a))
        or (len(b) == 1 and a.startswith(b))
        or (a[0] == b[0] and fuzz.ratio(_sound(a), _sound(b)) >= SAME_SPELLING)
    )


_SOUNDS = str.maketrans({"e": "i", "o": "u", "q": "k", "c": "k", "y": "i", "h": None})


def _sound(name: str) -> str:
    """A given name without what romanisations disagree on: Qadir and Qader, Mohammed and Muhamad."""
    return re.sub(r"(.)\1", r"\1", name.translate(_SOUNDS))
