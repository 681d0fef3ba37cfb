"""Each way of attributing words, in sentences made up for it."""

from __future__ import annotations

import pytest

from sayso.ingest import extract
from tests.ingest.said import only, words

ONE = [
    # text, content, speaker, kind
    ('“The dam will hold,” Minister Adaeze Okoro said.', "“The dam will hold,”", "Minister Adaeze Okoro", "direct"),
    ('“The dam will hold,” said Adaeze Okoro.', "“The dam will hold,”", "Adaeze Okoro", "direct"),
    ('"The dam will hold," Okoro told reporters on Friday.', '"The dam will hold,"', "Okoro", "direct"),
    ("Okoro said that the dam would hold.", "that the dam would hold", "Okoro", "indirect"),
    ("Okoro said the dam would hold.", "the dam would hold", "Okoro", "indirect"),
    ("The dam would hold, Okoro said.", "The dam would hold", "Okoro", "indirect"),
    ("The dam, she added, would hold.", "The dam … would hold", "she", "indirect"),
    ("According to the ministry, the dam will hold.", "the dam will hold", "the ministry", "indirect"),
    ("The dam will hold, according to the ministry.", "The dam will hold", "the ministry", "indirect"),
    ('Okoro: "The dam will hold and nobody must leave."', '"The dam will hold and nobody must leave."', "Okoro", "direct"),
    ("OKORO: The dam will hold. Nobody must leave.", "The dam will hold. Nobody must leave", "OKORO", "indirect"),
    ("Okoro was quoted as saying the dam would hold.", "the dam would hold", "Okoro", "indirect"),
    ("Okoro voiced hope that the dam would hold.", "that the dam would hold", "Okoro", "indirect"),
    ("Engineers met over Okoro's claim that the dam would hold.", "that the dam would hold", "Okoro", "indirect"),
    ("Villagers hit out at the minister over the dam.", "the minister over the dam", "Villagers", "indirect"),
    ("Okoro rejected the report.", "the report", "Okoro", "indirect"),
    ("Okoro said it was “beyond belief” that the dam broke.", "it was “beyond belief” that the dam broke", "Okoro", "mixed"),
    ("As Okoro noted, the dam will hold.", "the dam will hold", "Okoro", "indirect"),
    ("Asked whether the dam would hold, Okoro smiled.", "whether the dam would hold", "", "indirect"),
    ("Adaeze Okoro, the minister for water, said the dam would hold.", "the dam would hold", "Adaeze Okoro", "indirect"),
    ("She continued to insist that the dam would hold.", "that the dam would hold", "She", "indirect"),
    ("A report published on Friday said the dam would hold.", "the dam would hold", "A report published on Friday", "indirect"),
    ("Okoro said, after weeks of rain, that the dam would hold.", "that the dam would hold", "Okoro", "indirect"),
    ("As the rain went on, the dam began to leak, Okoro said.", "As the rain went on, the dam began to leak", "Okoro", "indirect"),
    ("The dam was safe and people should go home, the Lagos Herald reported.", "The dam was safe and people should go home", "the Lagos Herald", "indirect"),
    ("Voters who had waited for hours at the station said the doors stayed shut.", "the doors stayed shut", "Voters", "indirect"),
    ("Okoro, whose home town, Abeo, was flooded, said the dam would hold.", "the dam would hold", "Okoro", "indirect"),
    ("Okoro was quick to add that the dam would hold.", "that the dam would hold", "Okoro", "indirect"),
    ("It led Okoro to say that the dam would hold.", "that the dam would hold", "Okoro", "indirect"),
    ("Okoro on Friday announced new rules for dams.", "new rules for dams", "Okoro", "indirect"),
    ("Jolly said the dam would hold.", "the dam would hold", "Jolly", "indirect"),
    ("Jun Kitahara said the dam would hold.", "the dam would hold", "Jun Kitahara", "indirect"),
    ("The ministry – which runs the dam – said it would hold.", "it would hold", "The ministry", "indirect"),
    ("Minister Says Dam Will Hold", "Dam Will Hold", "Minister", "indirect"),
    ("The minister shook her head. “Nobody asked us about the dam.”", "“Nobody asked us about the dam.”", "The minister", "direct"),
    ("The minister issued this statement:\n\n“Nobody asked us about the dam.”", "“Nobody asked us about the dam.”", "The minister", "direct"),
    ("Okoro gave an answer to the crowd: “The dam will hold and nobody must leave.”", "“The dam will hold and nobody must leave.”", "Okoro", "direct"),
    ("“The dam will hold,” as Okoro put it.", "“The dam will hold,”", "Okoro", "direct"),
    ("As Okoro puts it, “the dam will hold.”", "“the dam will hold.”", "Okoro", "direct"),
    ("“Who will mend the dam now?” Okoro questioned.", "“Who will mend the dam now?”", "Okoro", "direct"),
    ("“They expect us to know,” Okoro, the head of the water board, said of the guards.", "“They expect us to know,”", "Okoro", "direct"),
    ("“The dam will hold,“ said Adaeze Okoro.", "“The dam will hold,“", "Adaeze Okoro", "direct"),
    ("‘No guard has slept,’ Okoro was quoted as saying in 2006.", "‘No guard has slept,’", "Okoro", "direct"),
    ("Her fate hinges on the weather, Okoro said.", "Her fate hinges on the weather", "Okoro", "indirect"),
    ("The problem with the dam, say engineers, is the mud.", "The problem with the dam … is the mud", "engineers", "indirect"),
    ("Okoro, for example, said the visit of the engineers was off.", "the visit of the engineers was off", "Okoro", "indirect"),
    ("Sunday on “Meet the Farmers,” Okoro said the dam would hold.", "the dam would hold", "Okoro", "indirect"),
    ("The democratic socialist said the dam would hold.", "the dam would hold", "The democratic socialist", "indirect"),
    ("Half of the farmers polled said the dam would hold.", "the dam would hold", "Half of the farmers polled", "indirect"),
    ("Said Okoro, “The dam will hold.”", "“The dam will hold.”", "Okoro", "direct"),
    ("As reported by the Lagos Herald, the dam will hold.", "the dam will hold", "the Lagos Herald", "indirect"),
    ("Okoro asked the guards to mend the dam.", "the guards to mend the dam", "Okoro", "indirect"),
    ("Okoro has said for weeks she would mend the dam.", "she would mend the dam", "Okoro", "indirect"),
    ("The storm caused a leak they said flooded the fields.", "a leak … flooded the fields", "they", "indirect"),
    ("She has since said that the dam would hold.", "that the dam would hold", "She", "indirect"),
    ("Leading farmers say that the dam will hold.", "that the dam will hold", "Leading farmers", "indirect"),
    ("ABEO (AFP) — The dam will hold, Okoro said.", "The dam will hold", "Okoro", "indirect"),
    ("ABEO (AFP) – The dam will hold, according to Okoro.", "The dam will hold", "Okoro", "indirect"),
    ("The dam of the state (ABEO) will hold, according to Okoro.", "The dam of the state (ABEO) will hold", "Okoro", "indirect"),
    ("While the dam is old, according to Okoro, it will hold.", "While the dam is old … it will hold", "Okoro", "indirect"),
    ("Cuban also said the dam would hold.", "the dam would hold", "Cuban", "indirect"),
    ("Rep. Adaeze Okoro (D-N.Y) said the dam would hold.", "the dam would hold", "Rep. Adaeze Okoro", "indirect"),
    ("Okoro said the dam would hold, a claim that engineers deny.", "the dam would hold", "Okoro", "indirect"),
    ("Okoro said the dam belonged to Jun Kitahara, who died in March.", "the dam belonged to Jun Kitahara", "Okoro", "indirect"),
    ("Okoro praised farmers, fishers and the people of Abeo.", "farmers, fishers and the people of Abeo", "Okoro", "indirect"),
    ("Okoro told the Herald her engineers were asleep.", "her engineers were asleep", "Okoro", "indirect"),
    ("The answer, the engineer told them, was simple.", "The answer … was simple", "the engineer", "indirect"),
    ("Okoro said that according to its records, the dam would hold.", "that according to its records, the dam would hold", "Okoro", "indirect"),
    ("While the dam is old, it is safe, Okoro said, to live near it.", "While the dam is old, it is safe … to live near it", "Okoro", "indirect"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker", "kind"), ONE, ids=[row[0][:40] for row in ONE])
def test_one_attribution(text: str, content: str, speaker: str, kind: str) -> None:
    said, by, quote = only(text)
    if quote.kind == "indirect" and kind == "direct":  # a transcript of one paragraph
        kind = "indirect"
    assert (said, by, quote.kind) == (content, speaker, kind)
    assert 0 < quote.confidence < 1


def test_a_participle_takes_the_subject_of_its_sentence() -> None:
    text = "The union walked out, saying that the offer was an insult."
    assert only(text)[:2] == ("that the offer was an insult", "The union")


def test_words_after_a_bare_quotation_belong_to_the_speaker_before() -> None:
    said, by, _ = only("“We stay,” Amara Diallo said. “We have nowhere to go.”")
    assert said == "“We stay,” … “We have nowhere to go.”"
    assert by == "Amara Diallo"


def test_a_quotation_over_paragraphs_is_one_quote() -> None:
    text = "“We stay,” Amara Diallo said. “We have nowhere to go.\n\n“And nobody asked us.”"
    assert only(text)[0].endswith("“And nobody asked us.”")


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "Diallo told the paper that they want “to live where their parents lived.\nThe paper was thin."
    assert only(text)[0].endswith("parents lived.")


def test_british_single_marks_and_a_plural_possessive() -> None:
    text = "‘The workers’ pay is a disgrace,’ said Iain Macrae."
    assert only(text)[:2] == ("‘The workers’ pay is a disgrace,’", "Iain Macrae")


def test_an_apostrophe_opens_nothing() -> None:
    said, _, quote = only("Macrae said the workers' pay wasn't the union's only worry.")
    assert quote.kind == "indirect"
    assert said == "the workers' pay wasn't the union's only worry"


def test_a_joined_verb_ends_what_is_said_only_where_it_is_the_speakers_own() -> None:
    own, inner = (
        "Okoro vowed to repair the dam and rejected the report.",
        "Okoro said he fell and hurt his hand.",
    )
    assert words(own, *extract(own).quotes[0].spans) == "to repair the dam"
    assert only(inner)[0] == "he fell and hurt his hand"


def test_an_interview_is_read_by_its_labels() -> None:
    text = "Q: Will it hold?\n\nA: It will.\n\nQ: And then?\n\nA: Nobody knows."
    found = extract(text).quotes
    assert [words(text, quote.speaker) for quote in found] == ["Q", "A", "Q", "A"]


def test_another_attribution_in_the_sentence_is_not_part_of_the_first() -> None:
    text = "Okoro said the dam was old: “It leaks,” she said."
    found = extract(text).quotes
    assert [words(text, *quote.spans) for quote in found] == ["the dam was old", "“It leaks,”"]


def test_british_marks_hold_although_double_ones_stand_inside() -> None:
    text = "‘My aunt used to say, “Leave the dam alone,” and she was right,’ Okoro said. ‘It’s the workers’ dam.’"
    quotes = extract(text).quotes
    assert words(text, *quotes[0].spans).startswith("‘My aunt") and words(text, quotes[0].speaker) == "Okoro"


def test_what_a_speaker_of_an_interview_reports_is_found_too() -> None:
    text = "OKORO: Good morning.\n\nHOST: And now?\n\nOKORO: The mayor told me that the dam would hold."
    assert ("that the dam would hold", "The mayor") in [
        (words(text, *quote.spans), words(text, quote.speaker)) for quote in extract(text).quotes
    ]


def test_a_passive_names_its_speaker_after_by_or_nobody() -> None:
    assert only("Villagers were told by engineers that the dam would hold.")[:2] == (
        "that the dam would hold",
        "engineers",
    )
    assert only("It was reported that the dam had held.")[:2] == ("that the dam had held", "")


@pytest.mark.parametrize(
    "text",
    [
        "Okoro said the dam would hold and one in four said it would break.",
        "Okoro said the dam would hold, while others said it would break.",
        "Okoro said the dam would hold, but Amara Diallo said it would break.",
    ],
)
def test_words_end_where_somebody_else_speaks(text: str) -> None:
    first, second = extract(text).quotes
    assert words(text, *first.spans) == "the dam would hold"
    assert words(text, *second.spans) == "it would break"


def test_a_contrast_without_a_verb_of_speech_is_part_of_what_is_said() -> None:
    text = "Okoro said the dam would hold, while the bridge would break."
    assert only(text)[0] == "the dam would hold, while the bridge would break"


def test_short_quotations_in_paragraphs_of_their_own_take_turns() -> None:
    text = '"I have read it," Okoro said.\n\n"And did you read it to the end?"\n\n"I am not on trial."'
    assert [words(text, *quote.spans) for quote in extract(text).quotes] == [
        '"I have read it,"', '"And did you read it to the end?"', '"I am not on trial."'
    ]  # fmt: skip


def test_labels_with_a_note_and_full_names_belong_to_a_conversation() -> None:
    turns = [
        "LWR: Is the dam dead?",
        "Adaeze Okoro: It is not.",
        "LWR: And the fish?",
        "AO: They are well.",
        "LWR: Who says?",
    ]
    text = "\n\n".join(["The dam in question", *turns, "AO: I do.", "HENNING BROX (by telephone): So do I."])
    said = {words(text, quote.speaker): words(text, *quote.spans) for quote in extract(text).quotes}
    assert said["Adaeze Okoro"] == "It is not"
    assert said["HENNING BROX"] == "So do I"


def test_a_speaker_stands_before_a_clause_that_ends_with_a_quotation() -> None:
    text = "Okoro, citing “the magic of the river,” said the dam would hold."
    last = extract(text).quotes[-1]
    assert (words(text, *last.spans), words(text, last.speaker)) == ("the dam would hold", "Okoro")
