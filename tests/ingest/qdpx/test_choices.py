"""Where the codebook leaves one choice nothing has to be said; else the choices are listed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sayso.errors import SaysoError
from sayso.ingest.qdpx.choices import Asked, Chosen, choose
from sayso.ingest.qdpx.reading import read_qdpx
from sayso.ingest.qdpx.records import Project
from sayso.ingest.qdpx.suggesting import suggest
from sayso.ingest.qdpx.words import stance_word
from tests.qdpx_file import CODES, DEBATE, Tree, guid, mark, text, write


def project(path: Path, codes: Tree, used: list[str] | None = None, **more: Any) -> Project:
    """A project in which every one of `used` (all leaves, else) is on a passage."""
    paths = used if used is not None else list(leaves(codes))
    return read_qdpx(
        write(path / "a.qdpx", [text("A", "word", *(mark("word", each) for each in paths))], codes, **more)
    )


def leaves(tree: Tree, above: str = "") -> list[str]:
    return [
        leaf
        for name, below in tree.items()
        for leaf in (leaves(below, f"{above}{name}/") if below else [f"{above}{name}"])
    ]


def names(made: Project, keys: Any) -> list[str]:
    return [made.codes[key].name for key in keys]


def chosen(made: Project, **asked: Any) -> tuple[list[str], list[str], dict[str, int]]:
    found: Chosen = choose(made, Asked(**asked))
    stances = {made.path(key): stance for key, stance in found.stances.items()}
    return names(made, found.speakers), names(made, found.issues), stances


def refused(made: Project, **asked: Any) -> str:
    with pytest.raises(SaysoError) as caught:
        choose(made, Asked(**asked))
    return str(caught.value)


def test_plain_folders_need_no_option(tmp_path: Path) -> None:
    speakers, issues, stances = chosen(read_qdpx(write(tmp_path / "a.qdpx", DEBATE)))
    assert (speakers, issues) == (["Mayor", "Harbour Union"], ["Port expansion", "Harbour tax"])
    assert stances == {"Stance / Pro": 1, "Stance / Contra": -1}


def test_folders_with_other_names_are_listed_with_their_sizes(tmp_path: Path) -> None:
    made = project(tmp_path, {"Wer": {"A": {}, "B": {}}, "Was": {"C": {}}, "Wie": {"D": {}}})
    told = refused(made)
    assert "“Wer” (2 codes, 2 passages), “Was” (1 code, 1 passage)" in told and "--speakers" in told
    assert "--issues" in refused(made, speakers=["Wer"])
    assert chosen(made, speakers=["Wer"], issues=["was"]) == (["A", "B"], ["C"], {})
    assert chosen(made, speakers=["Wer"], ignored=["Wie"])[1] == ["C"]  # one folder is left
    assert chosen(made, speakers=["Wer", "D"], issues=["none"]) == (["A", "B", "D"], [], {})


def test_stances_below_issues_and_by_name(tmp_path: Path) -> None:
    made = project(
        tmp_path,
        {
            "Actors": {"A": {}},
            "Topics": {"Tax": {"pro": {}, "strongly against": {}}, "Support": {}, "Port": {"ja": {}}},
        },
    )
    _, issues, stances = chosen(made)
    assert issues == ["Tax", "Support", "Port"]  # one “Support” among topics is a topic
    assert stances == {
        "Topics / Tax / pro": 1,
        "Topics / Tax / strongly against": -2,
        "Topics / Port / ja": 1,
    }
    assert chosen(made, stances={"ja": 2})[2] == {"Topics / Port / ja": 2}
    assert "no code or folder “nein”" in refused(made, stances={"nein": 1})
    assert "is no stance" in refused(made, stances={"ja": 3})


def test_the_most_specific_role_wins_and_one_code_has_one(tmp_path: Path) -> None:
    made = project(tmp_path, {"All": {"Actors": {"A": {}, "Crowd": {}}, "Themes": {"T": {}}}})
    assert chosen(made, issues=["All"], speakers=["Actors"], ignored=["Crowd"])[:2] == (
        ["A"],
        ["Themes", "T"],
    )
    assert "cannot be both" in refused(made, speakers=["A"], issues=["A"])
    assert "cannot be both" in refused(made, speakers=["A"], stances={"A": 1})


def test_names_that_several_codes_share_need_their_path(tmp_path: Path) -> None:
    made = project(tmp_path, {"X": {"Actors": {"A": {}}}, "Y": {"Actors": {"B": {}}}, "Themes": {"T": {}}})
    assert "“X / Actors”" in refused(made, speakers=["Actors"])
    assert chosen(made, speakers=["Y/Actors"], issues=["Themes"])[0] == ["B"]


def test_cases_and_sets_are_folders(tmp_path: Path) -> None:
    cases = f'<Cases><Case guid="{guid("anna")}" name="Anna"><SelectionRef targetGUID="{guid("A 0")}"/></Case></Cases>'
    made = project(tmp_path, {"T": {}, "Pro": {}, "Contra": {}}, more=cases)
    assert chosen(made) == (["Anna"], ["T"], {"Pro": 1, "Contra": -1})
    sets = "".join(
        f'<Set guid="{guid(name)}" name="{name}"><MemberCode targetGUID="{guid(f"code {code}")}"/></Set>'
        for name, code in (("Speakers", "M"), ("Issues", "T"))
    )
    made = project(tmp_path, {"M": {}, "T": {}, "Z": {}}, more=f"<Sets>{sets}</Sets>")
    assert chosen(made) == (["M"], ["T"], {})


def test_variables_for_dates_and_outlets(tmp_path: Path) -> None:
    said = {"Date": "2024-05-03", "Newspaper": "Post", "Medium": "Print"}
    made = read_qdpx(write(tmp_path / "a.qdpx", [*DEBATE, text("V", "v", variables=said)]))
    assert "“Medium”, “Newspaper”" in refused(made)
    found = choose(made, Asked(outlet="newspaper"))
    assert (found.date, found.outlet) == ("Date", "Newspaper")
    assert choose(made, Asked(outlet_name="Selm Post")).outlet == ""
    assert choose(made, Asked(outlet="none", date="none")).said["date"] == ""
    assert "--date takes one of: “Date”" in refused(made, outlet="Medium", date="When")


def test_a_form_begins_with_what_is_likely(tmp_path: Path) -> None:
    made = read_qdpx(
        write(tmp_path / "a.qdpx", [*DEBATE, text("V", "v", variables={"Date": "2024", "Who": "x"})])
    )
    offered = suggest(made)
    assert list(offered.offered)[:3] == ["Actors", "Themes", "Stance"]
    assert offered.offered["Actors"] == "2 codes, 3 passages" and offered.offered["Pro"] == "1 passage"
    assert (offered.speakers, offered.issues) == (["Actors"], ["Themes"])
    assert offered.stances == {"Pro": 1, "Contra": -1}
    assert (offered.variables, offered.date, offered.outlet) == (["Date", "Who"], "Date", "")
    assert list(offered.sayable.items())[-2:] == [("Pro", "1 passage"), ("Contra", "1 passage")]
    begun = Asked(offered.speakers, offered.issues, offered.stances, date=offered.date)
    assert choose(made, begun) == choose(made, Asked())


def test_a_form_offers_stances_of_many_issues_once(tmp_path: Path) -> None:
    sides: Tree = {"Pro": {}, "Contra": {}}
    made = project(
        tmp_path,
        {"Actors": {"A": {}}, "Themes": {"T": sides, "U": sides, "Support": {}, "V": {"support": {}}}},
    )
    offered = suggest(made)
    assert offered.stances == {"Pro": 1, "Contra": -1, "Themes / V / support": 1}
    assert offered.sayable["Pro"] == "2 passages" and "Themes / Support" in offered.sayable
    begun = choose(made, Asked(offered.speakers, offered.issues, offered.stances))
    assert begun == choose(made, Asked()) and len(begun.stances) == 5


def test_what_was_said_of_a_code_is_never_overruled_by_its_name(tmp_path: Path) -> None:
    made = project(
        tmp_path, {"Actors": {"For": {}, "Against": {}}, "Themes": {"T": {}}, "Pro": {}, "Contra": {}}
    )
    assert chosen(made) == (["For", "Against"], ["T"], {"Pro": 1, "Contra": -1})
    assert chosen(made, ignored=["Pro", "Contra"])[2] == {} == chosen(made, stances={})[2]


def test_an_event_needs_a_kind_that_there_is(tmp_path: Path) -> None:
    made = project(tmp_path, CODES | {"Rallies": {"May Day": {}}})
    assert "RALLY" in refused(made, events={"Rallies": "RALLY"})
    found = choose(made, Asked(events={"Rallies": "PROTEST"}))
    assert {made.codes[key].name: kind for key, kind in found.events.items()} == {"May Day": "PROTEST"}


def test_words_of_stance() -> None:
    words = {
        "Pro": 1,
        "in favour of": 1,
        "CONTRA": -1,
        "strongly disagrees": -2,
        "neutral": 0,
        "+": 1,
        "-2": -2,
    }
    assert {name: stance_word(name) for name in words} == words
    assert [stance_word(name) for name in ("Support for the port", "Protest", "", "strongly neutral?")] == [
        None
    ] * 4
