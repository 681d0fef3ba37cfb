"""On whose reporting it rests: the harbour's outlets, one outlet only, nothing that falls, and an article withdrawn."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REPOSITORY
from tests.pages.conftest import OpenPage
from tests.pages.packages import ARABIC, HOSTILE
from tests.pages.screen import Screen, open_screen
from tests.tiny import say, tables, write_package

COURIER = "The Ostrel Courier (invented)"
ANNEX = "Seaboard quits Velmara's government over naval annex (Velmara Press Agency (invented), 18 Nov 2024)"
Told = Callable[..., Screen]


@pytest.fixture
def harbour(monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    """Opens the page with the invented debate about a harbour, for reading only."""
    monkeypatch.setenv("SAYSO_DATA", str(REPOSITORY / "data" / "harbour-debate"))
    monkeypatch.setenv("SAYSO_READ_ONLY", "1")
    return lambda **params: open_screen("sources", **params)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Told:
    """`told(statements, articles={…}, outlets={id: name})` opens the page with such a dataset, as the coder anna."""
    monkeypatch.setenv("SAYSO_CODER", "anna")

    def opened(
        said: Any, articles: Any = None, outlets: dict[str, str] | None = None, **params: str
    ) -> Screen:
        rows = [
            {"outlet_id": key, "name": name, "language": "en", "reliability": "F" if key == "f" else "B"}
            for key, name in (outlets or {}).items()
        ]
        made = tables(said, articles=articles, more={"outlets": rows})
        monkeypatch.setenv("SAYSO_DATA", str(write_package(tmp_path / "told", made)))
        return open_screen("sources", **params)

    return opened


def test_the_title_says_on_whom_it_rests_and_every_chart_says_how(harbour: OpenPage) -> None:
    screen = harbour()
    assert not screen.app.exception and not screen.warnings
    title = re.search(r'class="sy-title"[^>]*>([^<]*)', screen.markup)
    assert title and "of all statements rest on" in title[1] and "of 104 positions change" in title[1]
    methods = re.findall(r"[^>]*data version [^<]*", screen.markup)
    assert len(methods) == 4 and all(
        "one per article" in line and "nothing drawn at random" in line for line in methods
    )
    assert len(list(screen.charts())) == 3 and len(screen.tables) == 3


def test_grades_that_are_none_stand_apart_and_nothing_is_averaged(harbour: OpenPage) -> None:
    mix = next(table for table in harbour().tables if "Cannot be judged" in table)
    apart = mix[mix["Cannot be judged"] == "yes"]["Value"].tolist()
    assert apart == ["F, reliability cannot be judged", "6, truth cannot be judged"]
    grades = mix[mix["Of"] == "Outlet’s reliability"]["Value"].str[0].tolist()
    assert grades == ["A", "B", "C", "D", "E", "F"]
    for _, part in mix.groupby("Of"):
        assert part["Statements"].sum() == 309


def test_every_part_and_outlet_is_a_row_that_opens(harbour: OpenPage) -> None:
    screen = harbour()
    labels = {button.key: button.label.replace("\\", "") for button in screen.app.button}
    assert labels["open-mix-language-language:tr"] == "**Turkish**  · n=7 · 2 %"
    assert labels["open-mix-credibility-credibility:1"].endswith("n=1 · under 1 %")
    table = next(table for table in screen.tables if "Statements that leave" in table)
    row = table[table["Without"] == COURIER].iloc[0]
    told = f"{row['Statements that leave']} statements leave · 3 carried by others · {row['Another band']} in another band"
    assert told in labels["open-left-out-courier"]
    opened = Screen(screen.app.button(key="open-left-out-lantern").click().run())
    assert "Without Karsuna Lantern (invented), " in opened.words
    opened = Screen(opened.app.button(key="open-mix-language-language:tr").click().run())
    assert "Language: Turkish · 7 statements" in opened.words.replace("  ", " ")


def test_each_number_opens_its_statements(harbour: OpenPage) -> None:
    screen = harbour(outlet=COURIER, quoted="Civic Left", mix="Language: Arabic")
    assert not screen.warnings and not screen.app.exception
    shares = next(table for table in screen.tables if "Actor" in table and "Share" in table)
    n = int(shares[shares["id"] == "courier/civic-left"]["Statements"].iloc[0])
    assert f"{COURIER} · Civic Left" in screen.words and f"{n} statements" in screen.words
    assert f"· {COURIER}, published" in screen.words  # on each card
    mix = next(table for table in screen.tables if "Cannot be judged" in table)
    n_arabic = int(mix[mix["Value"] == "Arabic"]["Statements"].iloc[0])
    assert f"Language: Arabic · {n_arabic} statements" in " ".join(screen.words.split())


def test_a_position_that_falls_opens_both_sides(harbour: OpenPage) -> None:
    screen = harbour(without=COURIER)
    left = next(table for table in screen.tables if "Without" in table)
    own = left[(left["Without"] == COURIER) & (left["What"] == "position lost")]
    whole = left[(left["Without"] == COURIER) & (left["What"] == "all")].iloc[0]
    assert len(own) == whole["Not found any more"] > 0
    first = own.iloc[0]
    opened = harbour(without=COURIER, moves=f"{first['Actor']} on {first['Issue']}")
    assert f"(n={first['n']}) → not found" in opened.words and not opened.warnings
    assert (
        f"From {COURIER}: {first['n']} statement" in opened.words
        and "From others: 0 statements" in opened.words
    )


def test_reading_only_shows_what_would_change_and_offers_no_button(harbour: OpenPage) -> None:
    screen = harbour(withdraw=ANNEX)
    assert (
        not screen.warnings
        and "5 statements leave; 1 position of actors and 0 of factions changes" in screen.words
    )
    assert re.search(r"“.+”: [a-z ]+ \(n=\d\) → [a-z ]+ \(n=\d\)", screen.words)
    assert "1 copy of it stays (The Ostrel Courier (invented))" in screen.words
    assert "nothing can be withdrawn here" in screen.words
    assert not [button for button in screen.app.button if "Withdraw" in button.label]


def test_an_article_is_withdrawn_after_its_effect_was_shown_and_taken_back(told: Told) -> None:
    said = [
        say("ann", "tax", 2, "2024-01-03", article="a1"),
        say("bob", "tax", 1, "2024-01-04", article="a2"),
    ]
    screen = told(said, articles={"a1": {"title": "Ann speaks"}, "a2": {"title": "Bob speaks"}})
    screen = screen.select("Article", "a1")
    assert "Ann on “Tax”: strongly supports (n=1) → not found" in screen.words
    assert "1 statement leaves; 1 position of actors and 0 of factions changes" in screen.words
    done = screen.press("Withdraw it, as anna")
    assert not done.app.exception and "is withdrawn: nothing of it counts" in done.words
    assert "Withdrawn (1)" in done.words and "by anna · 1 statement" in done.words
    assert "All statements rest on one outlet" in done.words and "1 statement · 1 article" in done.words
    undo = next(button for button in done.app.button if button.label.startswith("Undo"))
    assert "“Ann speaks” withdrawn" in undo.label
    back = done.press("Take back")
    assert "Withdrawn (1)" not in back.words and "2 statements · 2 articles" in back.words


def test_all_withdrawn_can_still_be_taken_back(told: Told) -> None:
    screen = told([say("ann", "tax", 2, "2024-01-03", article="a1")]).select("Article", "a1")
    done = screen.press("Withdraw it, as anna")
    assert "Withdrawn (1)" in done.words and not done.app.exception
    assert "1 statement · 1 article" in done.press("Take back").words


def test_one_outlet_only_and_nothing_that_falls_are_findings(open_page: OpenPage, told: Told) -> None:
    words = open_page("sources").words
    assert "All statements rest on one outlet, Sputnik; without it no position would be left" in words
    same = [say("ann", "tax", 2, "2024-01-03", article=f"a{n}") for n in range(4)]
    outlets = {"herald": "The Herald", "f": "Nobody Knows"}
    two = told(same, articles={"a2": {"outlet_id": "f"}, "a3": {"outlet_id": "f"}}, outlets=outlets)
    assert "Half of all statements rest on" in two.words and "without it no position changes" in two.words
    assert "nothing changes: the others’ reporting carries the one position" in two.words


def test_outlets_with_the_same_or_a_hostile_name_stay_apart(told: Told) -> None:
    said = [say("ann", "tax", 2, "2024-01-03", article=f"a{n}") for n in range(4)]
    names = {"herald": HOSTILE[0], "f": HOSTILE[0], "g": ARABIC, "h": HOSTILE[4]}
    articles = {f"a{n}": {"outlet_id": outlet} for n, outlet in enumerate(names)}
    screen = told(said, articles=articles, outlets=names)
    assert not screen.app.exception and "<img" not in screen.markup and ARABIC in screen.words
    left = next(table for table in screen.tables if "Without" in table)
    assert left["Without"].nunique() == 4


def test_a_copy_stays_unless_it_is_withdrawn_as_well(told: Told) -> None:
    said = [say("ann", "tax", 2, "2024-01-03", article=article) for article in ("a1", "a2")]
    screen = told(said, articles={"a2": {"duplicate_of": "a1"}}).select("Article", "a1")
    assert "1 copy of it stays" in screen.words
    assert "1 statement leaves, and no position changes its band" in screen.words
    box = next(box for box in screen.app.checkbox if box.label == "Its 1 copy as well")
    both = Screen(box.check().run())
    assert "2 statements leave; 1 position of actors and 0 of factions changes" in both.words
    assert "Withdrawn (2)" in both.press("Withdraw all 2, as anna").words
