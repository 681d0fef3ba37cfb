"""The files that work begins with: a small debate with finds that wait, and the harbour debate as it ships."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sayso.coding.adding import Confirmed, add_article
from sayso.coding.codebook.issues import create_issue
from sayso.coding.finding import find_in
from sayso.store.hub import Hub
from sayso.store.load import load_package
from tests import tiny
from tests.conftest import REPOSITORY
from tests.tiny import say

HARBOUR = REPOSITORY / "data" / "harbour-debate"
NAMES = ("Lena Osei", "Tariq Benali", "Mona Falk", "Ivar Strand", "Ruth Adeyemi")
THINGS = ("harbour toll", "quay sale", "ferry line", "night shift", "new crane")


SMALL, BUSY = 3, 12  # articles that were searched


def invented(number: int) -> str:
    """An article about the port; articles with numbers in one ten are near copies."""
    thing, who = THINGS[number // 10 % len(THINGS)], NAMES[number // 10 % len(NAMES)]
    return f"""{thing.title()} divides Port Alwa, part {number // 10}

PORT ALWA, 12 March 2024 - Mayor {who} said on Tuesday that she supports the {thing}.

"We will not accept a {thing}," said Ivar Holt, head of the Dockers Union. "It is a tax on work and on those who do it."

The Fishers Council rejected the {thing}, according to a statement. Dockers blocked the port of Alwa on 11 March 2024.

"Nobody has asked us about it so far," Mona Falk told reporters. The council welcomed the plan on Monday.

{who} said the talks would continue in April. {"Further news follows soon." if number % 10 else ""}
"""


WITHOUT_TEXT = {
    f"w{number}": f"Words {number} were said in Port Alwa, and nobody wrote them down." for number in range(4)
}
ISSUE = {
    "proposition": "The harbour toll is raised.", "short_name": "Harbour toll", "supports_means": "Wants it.",
    "opposes_means": "Does not.", "keywords": ["harbour toll", "toll"],
}  # fmt: skip


def small(folder: Path, n_articles: int = SMALL) -> Path:
    """A debate of three searched articles, four without text and some statements: `folder`/alwa.duckdb."""
    said = [
        say("ann", "toll", 1, "2024-01-03", article="w0"),
        say("bob", "quay", -2, "2024-02", article="w1", text="Words"),
    ]
    articles = {
        key: {"text_sha256": hashlib.sha256(text.encode()).hexdigest(), "published_on": "2024-01-03", "published_on_basis": "stated"}
        for key, text in WITHOUT_TEXT.items()
    }  # fmt: skip
    package = tiny.write_package(folder / "package", tiny.tables(said, articles=articles))
    target = load_package(package, folder / "alwa.duckdb")
    return _searched(target, n_articles)


def busy(folder: Path) -> Path:
    """The same with more articles."""
    return small(folder, BUSY)


def ids(n_articles: int) -> list[str]:
    """The ids of the articles that were searched."""
    return [
        f"alwa-herald-2024-03-12-harbour-plan{f'-{number}' if number > 1 else ''}"
        for number in range(1, n_articles + 1)
    ]


def harbour(folder: Path) -> Path:
    """The harbour debate as it ships, with one more article that was searched: `folder`/alwa.duckdb."""
    return _searched(load_package(HARBOUR, folder / "alwa.duckdb"), 1)


def _searched(target: Path, n_articles: int) -> Path:
    hub = Hub()
    try:
        database = hub.attach(target)
        create_issue(database, "kim", ISSUE)
        for number in range(n_articles):
            added = add_article(
                database, "kim", Confirmed("Harbour plan", invented(10 * number), "Alwa Herald", "2024-03-12")
            )
            find_in(database, added.article_id)
    finally:
        hub.close()
    return target
