"""About without a screen: the codebook and what else the dataset says of itself."""

from __future__ import annotations

from sayso.reports.about import about, polarization_example
from tests.conftest import DatasetMaker, ScopeMaker


def test_tables_of_the_dataset(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    database = make_dataset([("ann", "tax", 2, "2024-01-03")], factions={"red": ["ann", "bob"]})
    report = about(database, scope())
    assert report.title == database.title
    assert report.subtitle.endswith(f"data version {database.version}") and "1 statement ·" in report.subtitle
    assert report.table["Proposition"].tolist() == ["Tax goes up."]
    assert report.part("factions").table()["Members"].tolist() == [2]
    assert report.part("outlets").table()["Name"].tolist() == ["The Herald"]
    assert list(report.part("dictionary").table()) == ["table", "column", "type", "required", "meaning"]
    assert {"statements", "quotes"} <= set(report.tables)
    assert report.sources["article_id"].tolist() == report.part("articles").frame["article_id"].tolist()


def test_an_empty_dataset_has_a_title(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    report = about(make_dataset(), scope())
    assert report.title == "Tiny" and report.table.empty and report.notes == ()


def test_the_true_camps_stand_before_those_that_dna_prefers() -> None:
    example = polarization_example()
    true, preferred = example.rows
    assert true[:2] == ("{A, B, C} against {D, E, F}: allies together", "100%")
    assert float(preferred[2]) > float(true[2]) and preferred[0].split(":")[0] in example.sentence
