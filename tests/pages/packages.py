"""The datasets that pages are opened with, each a data package in a folder of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from sayso.store.datasets import built_file
from sayso.store.load import ensure_built
from tests.tiny import say, tables, write_package

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "iraq-us-troops-2021"
HOSTILE = (
    '<img src=x onerror="window.hacked=1">',
    '"><script>window.hacked=1</script>',
    "=HYPERLINK(1+1)",
    "[click](javascript:window.hacked=1)",
    ":red[x] $x^2$ **bold** `code` :material/home:",
    "</style><svg onload=window.hacked=1>",
    "{{7*7}} %s \\ <b>&amp;</b>",
)
ARABIC = "عمار الحكيم"
ARABIC_QUOTE = "نريد خروج جميع القوات الأجنبية من العراق"


def shipped(folder: Path) -> Path:
    """The dataset that ships, copied, so that tests never write beside it."""
    shutil.copytree(SHIPPED, folder)
    return folder


def harbour(folder: Path) -> Path:
    """The invented debate about a harbour, copied as well."""
    shutil.copytree(SHIPPED.parent / "harbour-debate", folder)
    return folder


def built(folder: Path) -> Path:
    """The dataset that ships, with the database that a first start builds beside it."""
    shutil.copyfile(_database(), built_file(folder))
    return shipped(folder)


@cache
def _database() -> Path:
    database = Path(mkdtemp(prefix="sayso-tests-")) / "built.duckdb"
    ensure_built(SHIPPED, database)
    return database


def empty(folder: Path) -> Path:
    """A valid package with header-only tables."""
    return write_package(folder, {})


def one_quote(folder: Path) -> Path:
    """Ann, once."""
    return write_package(folder, tables([say("ann", "tax", 2, "2024-01-03", text="Taxes must rise.")]))


def hostile(folder: Path) -> Path:
    """Names, titles, quotes, notes and a description that try to be code, markup, formulas or formats."""
    said = [
        say(f"actor{n}", f"issue{n % 2}", n % 5 - 2, f"2024-01-{n + 1:02}", text=words, note=words, condition=words,
            article=f"a{n}")
        for n, words in enumerate(HOSTILE)
    ]  # fmt: skip
    rows = tables(said, factions={"f": ["actor0", "actor1", "actor2"], "g": ["actor3", "actor4"]})
    for table, column in (
        ("actors", "name"), ("actors", "description"), ("articles", "title"), ("issues", "short_name"),
        ("issues", "proposition"), ("factions", "name"), ("outlets", "name"), ("quotes", "venue"), ("quotes", "cue"),
    ):  # fmt: skip
        for place, row in enumerate(rows[table]):
            row[column] = HOSTILE[place % len(HOSTILE)]
    rows["actors"][0]["name_original"] = HOSTILE[1]
    rows["aliases"] = [{"alias": words, "actor_id": "actor0", "language": "en"} for words in HOSTILE]
    rows["events"] = [_event(f"e{n}", words, f"2024-02-{n + 1:02}") for n, words in enumerate(HOSTILE)]
    rows["event_actors"] = [{"event_id": "e0", "actor_id": "actor0", "role": "initiator"}]
    return write_package(
        folder, rows, title=HOSTILE[0], description=HOSTILE[1], licenses=[{"title": HOSTILE[1]}]
    )


def arabic(folder: Path) -> Path:
    """One speaker, named and quoted in Arabic."""
    rows = tables([say("hakim", "troops", 2, "2021-07-23", text=ARABIC_QUOTE)])
    rows["actors"][0] |= {"name": "Ammar al-Hakim", "name_original": ARABIC}
    rows["quotes"][0]["language"] = "ar"
    rows["aliases"] = [{"alias": ARABIC, "actor_id": "hakim", "language": "ar"}]
    return write_package(folder, rows)


def large(folder: Path) -> Path:
    """10,000 statements: 60 actors in six factions on 15 issues, in 500 articles over ten years."""
    first = date(2014, 1, 1)
    said: list[dict[str, Any]] = [
        say(f"actor{n * 7 % 60:02}", f"issue{n % 15:02}", (n * n + n // 60) % 5 - 2,
            (first + timedelta(days=n // 3)).isoformat(), article=f"a{n // 20:03}")
        for n in range(10_000)
    ]  # fmt: skip
    factions = {f"f{k}": [f"actor{n:02}" for n in range(k, 60, 6)] for k in range(6)}
    return write_package(folder, tables(said, factions=factions))


ALL_TIMES = (
    "0001", "0001-01-01", "9999", "9999-12-31", "9999-12", "0001-01/9999-12", "2024-01-03", "../0001-01-01", "9999-12-31/..",
    "2024~", "1999-21", "../9999-12-31", "0001-01-01/..",
)  # fmt: skip


def all_times(folder: Path) -> Path:
    """Statements, events and memberships from the first day of the calendar to the last."""
    said = [
        say(f"actor{n % 4}", f"issue{n % 2}", n % 5 - 2, day, text=f"Words {n}", article=f"a{n}")
        for n, day in enumerate(ALL_TIMES)
    ]
    factions: dict[str, dict[str, tuple[str | None, str | None]]] = {
        "f": {"actor0": ("0001-01-01", "9999-12-31"), "actor1": ("9999", None)},
        "g": {"actor2": (None, "0001"), "actor3": ("0001-01-01", None)},
    }
    rows = tables(said, factions=factions)
    rows["events"] = [_event(f"e{n}", f"Event {n}", day) for n, day in enumerate(ALL_TIMES)]
    rows["event_actors"] = [{"event_id": "e0", "actor_id": "actor0", "role": "initiator"}]
    return write_package(folder, rows)


def two(folder: Path) -> Path:
    """A folder with two datasets."""
    one_quote(folder / "one")
    arabic(folder / "other")
    return folder


MAKERS: dict[str, Callable[[Path], Path]] = {
    "shipped": shipped, "harbour": harbour, "empty": empty, "one_quote": one_quote, "hostile": hostile, "arabic": arabic, "large": large, "two": two,
    "all_times": all_times,
}  # fmt: skip


def _event(key: str, title: str, day: str) -> dict[str, Any]:
    return {
        "event_id": key, "title": title, "description": title, "kind": "CONSULT", "modality": "happened",
        "happened_on": day, "happened_on_basis": "stated", "place": title,
    }  # fmt: skip
