"""Links with anything in them, on every page: what is not there is named, and nothing else happens."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from sayso.views import state
from sayso.views.registry import PAGES
from tests.hostile.texts import WORDS
from tests.hostile.trial import Trial
from tests.pages.packages import MAKERS
from tests.pages.screen import open_screen
from tests.pages.test_hostile_text import OUR_TAGS, Tags

FUZZED = 420
KEYS = sorted({
    value for name, value in vars(state).items() if name.isupper() and isinstance(value, str) and not name.startswith("_") and value != "query-params"
})  # fmt: skip
VALUES: tuple[str, ...] = (
    *WORDS, "", " ", "0", "-1", "1", "2", "999999999999999999999", "1e309", "NaN", "Infinity", "true", "false", "[]", "{}", "None",
    "0001-01-01", "9999-12-31", "10000-01-01", "-0001-01-01", "2021-02-31", "0000-00-00", "2021-07-24", "2021-W30-1", "20210724",
    "ammar-hakim", "Ammar al-Hakim", "full-withdrawal", "sputnik", "latest", "statement", "week", "faction", "actor", "issue", "6", "9",
    "ammar-hakim,ammar-hakim", "../about", "//evil.example", "https://evil.example/", "x" * 20_000, "%ff%fe", "\u202e", "a\nb", "a&b=c;d",
)  # fmt: skip


def _open(page: str, data: str, asked: dict[str, str | list[str]]) -> Callable[[Path], str]:
    def run(place: Path) -> str:
        folder = MAKERS[data](place / data)
        before = os.environ.get("SAYSO_DATA")
        os.environ["SAYSO_DATA"] = str(folder)
        try:
            screen = open_screen(page, **asked)
        finally:
            os.environ.pop("SAYSO_DATA")
            if before is not None:
                os.environ["SAYSO_DATA"] = before
        assert [str(each.message) for each in screen.app.exception] == [], asked
        assert [str(each.value) for each in screen.app.error] == [], asked
        assert {tag for tag, _ in Tags(screen.markup).found} <= OUR_TAGS, asked
        values = [value for each in asked.values() for value in ([each] if isinstance(each, str) else each)]
        live = [
            value for value in values if len(value) > 6 and set(value) & set("[`*$<") and len(value) < 5_000
        ]
        assert [value for value in live if value in screen.markdown] == []
        return "refused" if screen.warnings else "accepted"

    return run


def trials(seed: int) -> Iterator[Trial]:
    """Fuzzed links, the seed's own."""
    chance = random.Random(seed)
    for number in range(FUZZED):
        asked: dict[str, str | list[str]] = {}
        for key in chance.sample(KEYS, chance.randrange(1, 7)):
            several = chance.random() < 0.25
            asked[key] = [chance.choice(VALUES) for _ in range(3)] if several else chance.choice(VALUES)
        page, data = chance.choice(PAGES).key, chance.choice(("shipped", "one_quote", "empty", "two"))
        yield Trial("address", f"{number}: {page}, {data}, {', '.join(asked)}", _open(page, data, asked))
