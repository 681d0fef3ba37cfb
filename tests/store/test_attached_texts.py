"""A user's own copy of an article, taken in only if it is the one that was coded."""

import hashlib
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store.check import check_package
from sayso.store.hub import Database, Hub
from sayso.store.texts import LARGEST_TEXT, attach_text, decode, with_article
from tests.conftest import DatasetMaker, PackageMaker
from tests.tiny import say

TEXT = "Ann said: Words 1."
COPIES = [TEXT, "\ufeff" + TEXT, f"  {TEXT}\r\n\n"]
HASHED = {"a1": {"text_sha256": hashlib.sha256(TEXT.encode()).hexdigest()}}
SAID = [say("ann", "tax", 1, "2024", article="a1", spans="10-17")]


@pytest.mark.parametrize("copy", COPIES)
def test_the_same_text_is_kept_in_its_canonical_form(make_dataset: DatasetMaker, copy: str) -> None:
    database = make_dataset(SAID, articles=HASHED)
    before = database.state
    assert attach_text(database, "a1", decode(copy.encode())) == len(TEXT)
    assert database.rows("SELECT text FROM articles") == [(TEXT,)] and database.state != before


def test_another_text_is_refused_in_plain_words(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID, articles=HASHED)
    for wrong, said in ((TEXT + "!", "not the text that “Article a1” was coded from"), ("", "empty")):
        with pytest.raises(StoreError, match=said):
            attach_text(database, "a1", wrong)
    with pytest.raises(StoreError, match="Articles here: a1"):
        attach_text(database, "a2", TEXT)
    assert database.rows("SELECT text FROM articles") == [(None,)]


def test_without_a_hash_the_text_must_be_long_enough(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    with pytest.raises(StoreError, match="as far as character 17"):
        attach_text(database, "a1", "too short")
    assert attach_text(database, "a1", TEXT) == len(TEXT)


def test_files_that_are_not_text() -> None:
    with pytest.raises(StoreError, match="not UTF-8"):
        decode(b"\xff\xfeA\0")
    with pytest.raises(StoreError, match="at most"):
        decode(b"a" * (LARGEST_TEXT + 1))


def test_the_dataset_with_the_article_is_found(make_dataset: DatasetMaker) -> None:
    one, two = (
        make_dataset(SAID, name="one"),
        make_dataset([say("bob", "tax", 1, "2024", article="b1")], name="two"),
    )
    assert with_article([one, two], "b1") is two
    with pytest.raises(StoreError, match="a1, b1"):
        with_article([one, two], "c1")
    with pytest.raises(StoreError, match="one, one"):
        with_article([one, one], "a1")


def test_check_compares_quotes_with_the_text(make_package: PackageMaker) -> None:
    said = [
        say("ann", "tax", 1, "2024", article="a1", text="Words 1", spans="10-17"),
        say("ann", "tax", 1, "2024", article="a1", text="Words 2", spans="10-17"),
        say("ann", "tax", 1, "2024", article="a1", text="A paraphrase", kind="indirect", spans="0-99"),
        say("ann", "tax", 1, "2024", article="a1", text="Ann … Words", spans="0-3;10-15"),
    ]
    folder = make_package(said, articles=HASHED)
    assert check_package(folder) == []
    found = check_package(folder, {"a1": TEXT})
    assert [(problem.row, problem.column) for problem in found] == [(3, "text"), (4, "spans")]
    assert "“Words 1”" in found[0].right and "18 characters" in found[1].wrong
    assert [problem.column for problem in check_package(folder, {"a1": "Other"})] == ["text_sha256"]


def loaded(folder: Path) -> Database:
    return Hub().load_into_memory(folder, folder.name, "")


def test_a_text_in_the_package_is_stored_as_offsets_count(make_package: PackageMaker) -> None:
    database = loaded(make_package(SAID, articles={"a1": {"text": f"\n {TEXT}\r\nMore. "}}))
    assert database.rows("SELECT text[11:17], text FROM articles") == [("Words 1", f"{TEXT}\nMore.")]


def test_a_text_may_be_longer_than_a_csv_cell_usually_is(make_package: PackageMaker) -> None:
    database = loaded(make_package(SAID, articles={"a1": {"text": TEXT + " more" * 100_000}}))
    assert database.rows("SELECT len(text) FROM articles") == [(500_018,)]
