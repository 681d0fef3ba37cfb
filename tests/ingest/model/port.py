"""One invented article, its codebook and the actors that its dataset has: what most tests here read."""

from __future__ import annotations

from datetime import date

from sayso.ingest import Issue, KnownActor

ARTICLE = """Dockers Reject New Port Law

The government will not reopen the port, Minister Kofi Mensah said on Monday. “We will not, under any terms, reopen it,” he told reporters in Accra.

“It is a mistake,” said Ama Owusu, head of the Dockers’ Union, “and we will strike.” She called the plan “reckless and unfair”.

The union would accept the law only if wages rise, she said. Police arrested four dockers in Tema on Tuesday.
"""
PUBLISHED = date(2024, 5, 8)
PORT = Issue(
    "close-port", ("the port",), proposition="The port stays closed.", supports_means="Keep it closed.", opposes_means="Reopen it."
)  # fmt: skip
LAW = Issue("port-law", ("the law",), proposition="The port law is passed.")
MENSAH = KnownActor("k-mensah", "Kofi Mensah", "person", ("Mensah",), "minister of ports")
ABSENT = KnownActor("e-adjei", "Efua Adjei", "person", (), "president")
KNOWN = (MENSAH, ABSENT)
CODEBOOK = (PORT, LAW)


def sentence(words: str) -> int:
    """The number of the sentence that holds these words."""
    from sayso.ingest import extract

    at = ARTICLE.index(words)
    return next(n for n, row in enumerate(extract(ARTICLE).sentences) if row.span[0] <= at < row.span[1])
