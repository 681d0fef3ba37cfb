"""Who could be meant at a place of the text, and how likely each is."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from sayso.ingest.actors.find import Cast
from sayso.ingest.actors.merge import Cluster
from sayso.ingest.attribution.draft import Draft
from sayso.ingest.lexicon.bodies import HEADS
from sayso.ingest.text.sentences import Parsed

_SUBJECT = re.compile(
    r"(?:,[^,.\n]{2,90},)?\s+(?:has|have|had|was|is|were|are|will|would|could|also|then|later|who|[a-z]+ed|[a-z]+s|"
    r"[a-z]+ly|said|told|went|came|made|took|gave|won|ran|wrote|spoke|did|does|hit|put|cut|let|set|led|held|kept|left|met|saw|stood|sat|sent|spent|lost|paid|brought|built|fell|fought|"
    r"thought|knew|grew|drew|flew|threw|sought|taught|chose|broke|began|became|felt|found|got|heard|read|rose|sold|wore)\b"
)


_HONORIFICS = ("Mr", "Mrs", "Ms", "Dr")
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.? $")


@dataclass
class Past:
    """A speaker who has been resolved, and where."""

    actor: str
    at: int
    paragraph: int
    person: bool


@dataclass
class Scene:
    """What the resolution of one text may look at."""

    parsed: Parsed
    cast: Cast
    drafts: list[Draft]
    past: list[Past] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.starts = [start for start, _ in self.parsed.paragraphs]
        self.places = [name.span[0] for name, _ in self.cast.mentions]
        self.by_key: dict[str, Cluster] = {cluster.key: cluster for _, cluster in self.cast.mentions}

    def paragraph(self, at: int) -> int:
        """The paragraph of a place."""
        return max(0, bisect_left(self.starts, at + 1) - 1)

    def before(self, at: int, reach: int) -> list[tuple[int, int, Cluster, bool]]:
        """Mentions before a place, nearest last: start, end, actor, quoted."""
        found = []
        for number in range(bisect_left(self.places, at) - 1, -1, -1):
            name, cluster = self.cast.mentions[number]
            if at - name.span[0] > reach:
                break
            if name.span[1] <= at:
                found.append((name.span[0], name.span[1], cluster, name.quoted))
        return found[::-1]

    def inside(self, start: int, end: int) -> list[tuple[int, int, Cluster]]:
        """Mentions within a stretch of text."""
        first = bisect_left(self.places, start)
        found = []
        for number in range(first, len(self.places)):
            name, cluster = self.cast.mentions[number]
            if name.span[0] >= end:
                break
            if name.span[1] <= end:
                found.append((*name.span, cluster))
        return found

    def is_personal(self, cluster: Cluster, start: int, end: int) -> bool:
        """Whether a mention names a person; also one whom the dataset counts as the voice of a body.

        `Corinne Dahl`, an alias of the Chamber of Shipping, is a "she", though the actor is an organisation.
        """
        if cluster.kind in ("person", None):
            return True
        if not cluster.known:
            return False
        text = self.parsed.text[start:end]
        words = text.split()
        if (
            _HONORIFIC.search(self.parsed.text, max(0, start - 5), start)
            or words[0].rstrip(".") in _HONORIFICS
        ):
            return True
        name = set(cluster.name.lower().split())
        return len(words) in (2, 3) and all(
            word[:1].isupper() and word.isalpha() and word.lower() not in HEADS and word.lower() not in name
            for word in words
        )

    def is_subject(self, end: int) -> bool:
        """Whether a mention that ends here is followed by its verb."""
        return bool(_SUBJECT.match(self.parsed.text[end : end + 110]))
