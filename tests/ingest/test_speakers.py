"""Who a pronoun, a description or a bare quotation stands for."""

from __future__ import annotations

from sayso.ingest import KnownActor, extract
from tests.ingest.said import who


def test_he_and_she_by_gender() -> None:
    text = "Prime Minister John Boateng met Mary Asante. She said the talks were open. He said they were not."
    assert [name for _, name in who(text)] == ["Mary Asante", "John Boateng"]


def test_the_committee_is_the_one_named_before() -> None:
    text = "The Harbour Workers Committee met on Monday. The committee said that the strike would go on."
    assert who(text) == [("that the strike would go", "Harbour Workers Committee")]


def test_the_diplomat_is_the_foreign_minister() -> None:
    text = "Foreign Minister Karim Haddad flew to Vienna. “We will sign,” the top diplomat said."
    assert who(text) == [("“We will sign,”", "Karim Haddad")]


def test_who_is_the_person_described() -> None:
    text = "The visit was led by Kwame Owusu, the head of the Harbour League, who argued that the port was unsafe."
    assert who(text) == [("that the port was unsafe", "Kwame Owusu")]


def test_runners_up_are_kept() -> None:
    text = "Peter Boateng met John Asante in Accra. He said the talks were open."
    (quote,) = extract(text).quotes
    assert {quote.resolution.actor, *quote.resolution.runners_up} == {"peter-boateng", "john-asante"}


def test_two_speakers_in_one_sentence() -> None:
    text = "Boateng said the port was safe, but Asante said it was not."
    assert [speaker for _, speaker in who(text)] == ["Boateng", "Asante"]
    found = extract(text).quotes
    assert [text[slice(*quote.speaker)] for quote in found if quote.speaker] == ["Boateng", "Asante"]


def test_a_name_right_after_a_description_is_the_speaker() -> None:
    assert who("The trade minister, Samira Boustani, said prices would rise.")[0][1] == "Samira Boustani"


def test_he_can_be_somebody_without_a_name() -> None:
    text = "“There is no truth in it,” a spokesman for the ministry said. “None,” he added."
    assert [actor for _, actor in who(text)] == ["a-spokesman", "a-spokesman"]


def test_a_month_can_be_a_given_name() -> None:
    text = "May Chidiac said the bank would close. In May Ibrahim Saleh had said so too."
    assert who(text)[0][1] == "May Chidiac"


CHAMBER = KnownActor("chamber", "Chamber of Shipping", "organisation", ("Corinne Dahl", "Dahl"))
OTHERS = (KnownActor("arsoy", "Meltem Arsoy", "person"), KnownActor("forward", "Forward Velmara", "party"))


def test_she_can_be_whom_the_dataset_counts_as_the_voice_of_a_body() -> None:
    text = "Meltem Arsoy was not there.\n\nCorinne Dahl, for the Chamber of Shipping, was pleased. “Build it,” she said."
    assert [q.resolution.actor for q in extract(text, gazetteer=(CHAMBER, *OTHERS)).quotes] == ["chamber"]
    text = "Meltem Arsoy was not there.\n\nThe Chamber of Shipping was pleased. “Build it,” she said."
    assert [q.resolution.actor for q in extract(text, gazetteer=(CHAMBER, *OTHERS)).quotes] == ["arsoy"]


def test_mr_and_a_surname_that_stand_for_a_body_are_he() -> None:
    left = KnownActor("left", "Civic Left", "party", ("Tomas Breck", "Mr Breck"))
    text = "Peter Halvik had left. “So that is it,” said Mr Breck. He called on the ministry to print every page."
    assert [q.resolution.actor for q in extract(text, gazetteer=(left,)).quotes] == ["left", "left"]


def test_a_known_name_is_found_whose_first_word_opens_the_sentence() -> None:
    found = extract("Forward Velmara said it was ready to talk.", gazetteer=OTHERS).quotes
    assert [q.resolution.actor for q in found] == ["forward"]


def test_a_union_is_not_its_secretary() -> None:
    union = KnownActor("dockers", "Dockers' Union", "organisation", ("the dockers' union",))
    kelt = KnownActor("kelt", "Bruno Kelt", "person", (), "General secretary of the dockers' union.")
    text = "The dockers' union met. General secretary Bruno Kelt said he was tired. The union's statement says the quay stays."
    assert extract(text, gazetteer=(union, kelt)).quotes[-1].resolution.actor == "dockers"


def test_who_opens_the_sentence_is_she() -> None:
    text = (
        "Meltem Arsoy said no. She said she would leave.\n\n"
        "His deputy Ana Lorrin went further: the port should stay, she said, and nobody should be offered it."
    )
    found = extract(text, gazetteer=(OTHERS[0], KnownActor("ana", "Ana Lorrin", "person"))).quotes
    assert found[-1].resolution.actor == "ana"


def test_its_director_speaks_for_the_body_that_the_dataset_has() -> None:
    text = "Meltem Arsoy was there. The Chamber of Shipping took the opposite view. “No channel,” said its director."
    assert [q.resolution.actor for q in extract(text, gazetteer=(CHAMBER, *OTHERS)).quotes] == ["chamber"]
    assert [q.resolution.rule for q in extract(text).quotes] == ["as written"]


def test_her_office_speaks_for_her() -> None:
    text = "Meltem Arsoy was away. Her office said that the vote was not binding."
    assert [q.resolution.actor for q in extract(text, gazetteer=OTHERS).quotes] == ["arsoy"]


def test_his_excellency_is_who_was_called_so() -> None:
    gulf = KnownActor("gulf", "Gulf Terminals", "organisation", ("Khalid Omran",))
    text = "His Excellency Khalid Omran received the envoy. His Excellency said that the offer stood."
    assert extract(text, gazetteer=(gulf,)).quotes[-1].resolution.actor == "gulf"


def test_they_go_on_who_spoke_last() -> None:
    text = (
        "Farmers said the road was closed by the Transport Authority. They warned that the bridge would fall."
    )
    assert [speaker for _, speaker in who(text)] == ["farmers", "farmers"]
