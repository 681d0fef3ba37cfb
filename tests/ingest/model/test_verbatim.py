"""Words are found whatever their marks, dashes and spaces look like, and only where they stand letter for letter."""

from __future__ import annotations

import random
import unicodedata

import pytest

from sayso.ingest.model.verbatim import Searchable, distance
from tests.ratio import times_longer

WORDS = "we will not, don't! reopen the port café naïve 2024 (4.5%) Ω النفط мир well-known it's 港 and so-so?".split()
SPACES = (" ", "\u00a0", "\u2009", "  ", "\n", " \t", "\u202f", " \u200b", "\r\n")
DOUBLE = ('"', "“", "”", "„", "«", "»", "''", "``")
SINGLE = ("'", "’", "‘", "′")
DASHES = ("-", "–", "—", "--", " – ", " - ", "\u2011", "— ")
NOTHING = ("\u00ad", "\u200b", "\u200e", "\ufeff", "\u2060")


def dressed(plain: str, dice: random.Random) -> str:
    """The same words as another typesetter would have set them."""
    out = []
    for char in plain:
        if char == " ":
            out.append(dice.choice(SPACES))
        elif char == '"':
            out.append(dice.choice(DOUBLE))
        elif char == "'":
            out.append(dice.choice(SINGLE))
        elif char == "-":
            out.append(dice.choice(DASHES))
        else:
            out.append(unicodedata.normalize(dice.choice(("NFC", "NFD")), char))
        if dice.random() < 0.1 and char.isalpha():
            out.append(dice.choice(NOTHING))
    return "".join(out)


def bare(words: str) -> str:
    """Letters and figures alone: what must be the same on both sides."""
    return "".join(char for char in unicodedata.normalize("NFC", words) if char.isalnum())


@pytest.mark.parametrize("seed", range(150))
def test_words_are_found_where_they_were_taken_from(seed: int) -> None:
    dice = random.Random(seed)
    plain = [" ".join(dice.choices(WORDS, k=dice.randint(1, 9))) for _ in range(dice.randint(3, 12))]
    plain = [f'"{line}"' if dice.random() < 0.4 else line for line in plain]
    written = [dressed(line, dice) for line in plain]
    text, places = "", []
    for line in written:
        places.append((len(text), len(text) + len(line)))
        text += line + dice.choice((" ", "\n\n", "; "))
    number = dice.randrange(len(plain))
    asked = dressed(plain[number], dice)
    found = Searchable(text).nearest(asked, places[number])
    assert found is not None
    assert distance(found, places[number]) == 0
    assert bare(text[slice(*found)]) == bare(plain[number])
    start, end = found
    assert places[number][0] <= start < end <= places[number][1] + 1


@pytest.mark.parametrize("seed", range(150))
def test_changed_words_are_never_found(seed: int) -> None:
    dice = random.Random(seed)
    plain = " ".join(dice.choices(WORDS, k=12))
    text = dressed(plain, dice)
    letters = [at for at, char in enumerate(plain) if char.isalnum()]
    at = dice.choice(letters)
    changed = plain[:at] + ("x" if plain[at] != "x" else "y") + plain[at + 1 :]
    dropped = plain.split()
    middle = dice.randrange(1, len(dropped) - 1)
    swapped = [*dropped[:middle], "surely", *dropped[middle:]]
    assert Searchable(text).places(changed) == []
    assert Searchable(text).places(" ".join(swapped)) == []


@pytest.mark.parametrize("seed", range(60))
def test_every_place_found_holds_the_words_and_no_other_letters(seed: int) -> None:
    dice = random.Random(seed)
    text = dressed(" ".join(dice.choices([*WORDS, "''", "--", "…", '"'], k=60)), dice)
    words = " ".join(dice.choices(WORDS, k=dice.randint(1, 2)))
    for start, end in Searchable(text).places(words):
        assert 0 <= start < end <= len(text)
        assert bare(text[start:end]) == bare(words)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("“We won’t go,” he said.", "We won't go.", "We won’t go"),  # the model's own full stop
        ("“We won’t go,” he said.", "“We won’t go,”", "“We won’t go,”"),
        ("He said 'no'.", "\"no\"", "'no'"),
        ("pre\u00adsi\u00addent Lee spoke", "president Lee", "pre\u00adsi\u00addent Lee"),
        ("wait … and see", "wait ... and see", "wait … and see"),
        ("the \ufb01nal o\ufb00er", "final offer", "\ufb01nal o\ufb00er"),
        ("a 1990–91 war", "1990-91", "1990–91"),
        ("Cafe\u0301 owners", "Café", "Cafe\u0301"),
    ],
)  # fmt: skip
def test_the_words_of_the_article_come_back_as_they_stand(text: str, words: str, found: str) -> None:
    (place,) = Searchable(text).places(words)
    assert text[slice(*place)] == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the other day", "he"), ("We cannot go", "We can"), ("We can’t go", "We can"), ("a 1990s war", "1990"),
        ("We will go", "we will go"), ("cafes", "cafés"), ("anything", ""), ("any — thing", "—"), ("“” ‘’", "\"\""),
        ("their plan", "there plan"), ("", "words"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(text: str, words: str) -> None:
    assert Searchable(text).places(words) == []


def test_a_name_is_found_in_its_possessive() -> None:
    (place,) = Searchable("Mensah’s plan").places("Mensah")
    assert place == (0, 6)


@pytest.mark.parametrize("number", range(5))
def test_of_repeated_words_the_place_nearest_to_the_sentence_named_is_taken(number: int) -> None:
    lines = [f"Speaker {n} said: we will go. " for n in range(5)]
    text = "".join(lines)
    start = sum(len(line) for line in lines[:number])
    found = Searchable(text).nearest("we will go", (start, start + len(lines[number])))
    assert found is not None
    assert start <= found[0] < start + len(lines[number])


def test_blocked_stretches_hold_no_words() -> None:
    text = "we go. we go."
    assert Searchable(text, [(0, 6)]).places("we go") == [(7, 12)]


def test_four_times_the_text_takes_about_four_times_as_long() -> None:
    text = "It is a long story — “and a true one,” he said. "

    def searched(length: int) -> int:
        return len(Searchable(text * length).places("true one", (30_000, 30_480)))

    assert searched(2_000) == 10
    assert times_longer(lambda: searched(8_000), lambda: searched(2_000)) < 10
