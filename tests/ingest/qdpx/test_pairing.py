"""Which speaker and issue a stance belongs to: the same passage, else one around it, else the only one inside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sayso.ingest.qdpx.pairing import Coded, Span
from sayso.ingest.qdpx.saying import Roles, Saying, say

LONG, SHORT, INNER = (0, 100), (10, 40), (15, 20)


def coded(*codes: tuple[str, Span] | tuple[str, Span, str]) -> list[Coded]:
    return [Coded(each[1], each[0], each[2] if len(each) > 2 else "Ann") for each in codes]


def roles(
    speakers: Iterable[Coded],
    issues: Iterable[Coded],
    stances: Iterable[Coded],
    whole: str = "",
    **bound: str,
) -> Roles:
    return Roles(list(speakers), list(issues), list(stances), bound, whole)


def statements(said: Saying) -> list[tuple[str, str, str, str]]:
    return sorted((each.quote.speaker, each.issue, each.code, each.coder) for each in said.statements)


def test_the_same_passage_wins_over_one_around_it() -> None:
    said = say(
        roles(
            coded(("Mayor", LONG), ("Union", SHORT)),
            coded(("Port", LONG), ("Tax", SHORT)),
            coded(("Pro", SHORT)),
        )
    )
    assert statements(said) == [("Union", "Tax", "Pro", "Ann")]
    assert said.quotes_only == 1  # the mayor on the port, without a stance


def test_the_shortest_passage_around_wins() -> None:
    said = say(roles(coded(("Mayor", LONG), ("Union", SHORT)), coded(("Tax", LONG)), coded(("Pro", INNER))))
    assert statements(said) == [("Union", "Tax", "Pro", "Ann")]
    assert said.quotes_only == 0


def test_one_inside_counts_and_several_do_not() -> None:
    alone = roles(coded(("Union", INNER)), coded(("Tax", SHORT)), coded(("Pro", LONG)))
    assert statements(say(alone)) == [("Union", "Tax", "Pro", "Ann")]
    several = roles(coded(("Union", INNER), ("Mayor", (50, 60))), coded(("Tax", LONG)), coded(("Pro", LONG)))
    said = say(several)
    assert not said.statements and said.left_out["with a stance around several speakers"] == 1
    assert len(said.quotes) == 2


def test_overlapping_passages_do_not_belong_together() -> None:
    said = say(roles(coded(("Union", (0, 20))), coded(("Tax", (10, 30))), coded(("Pro", (10, 30)))))
    assert not said.statements and said.left_out == {
        "with a stance but no speaker": 1,
    }


def test_two_coders_keep_their_own_codings() -> None:
    said = say(
        roles(
            coded(("Union", SHORT), ("Union", SHORT, "Öykü")),
            coded(("Tax", SHORT), ("Tax", SHORT, "Öykü")),
            coded(("Pro", SHORT), ("Contra", SHORT, "Öykü")),
        )
    )
    assert statements(said) == [("Union", "Tax", "Contra", "Öykü"), ("Union", "Tax", "Pro", "Ann")]
    assert {quote.coder for quote in said.quotes} == {"Ann", "Öykü"}


def test_a_coder_who_marked_no_speaker_builds_on_the_others() -> None:
    said = say(
        roles(
            coded(("Union", SHORT), ("Union", SHORT, "Bo")),
            coded(("Tax", SHORT, "Öykü")),
            coded(("Pro", SHORT, "Öykü")),
        )
    )
    assert statements(said) == [("Union", "Tax", "Pro", "Öykü")]
    assert [each.quote.coder for each in said.statements] == ["Ann"]


def test_an_issue_without_a_stance_never_becomes_a_statement() -> None:
    said = say(roles(coded(("Union", SHORT)), coded(("Tax", SHORT), ("Port", INNER)), []))
    assert not said.statements and said.quotes_only == 2 and len(said.quotes) == 1


def test_a_stance_below_an_issue_is_about_that_issue() -> None:
    said = say(
        roles(
            coded(("Union", SHORT)), coded(("Port", SHORT), ("Tax", SHORT)), coded(("pro", SHORT)), pro="Tax"
        )
    )
    assert statements(said) == [("Union", "Tax", "pro", "Ann")]
    assert said.quotes_only == 1  # the port


def test_a_text_of_one_case_is_said_by_it() -> None:
    said = say(roles([], coded(("Tax", SHORT), ("Port", LONG)), coded(("Pro", SHORT)), whole="Anna"))
    assert statements(said) == [("Anna", "Tax", "Pro", "Ann")]
    assert {quote.span for quote in said.quotes} == {SHORT, LONG} and said.quotes_only == 1


def test_joint_words_are_everybodys() -> None:
    said = say(
        roles(
            coded(("Union", SHORT), ("Mayor", SHORT)),
            coded(("Tax", SHORT), ("Port", SHORT)),
            coded(("Pro", INNER)),
        )
    )
    assert Counter(each[0] for each in statements(said)) == {"Union": 2, "Mayor": 2}


def test_whose_stance_is_whose_is_never_guessed() -> None:
    stances = coded(("Pro", SHORT), ("Contra", SHORT))
    for speakers, issues in [
        (coded(("Union", SHORT)), coded(("Tax", SHORT), ("Port", SHORT))),
        (coded(("Union", SHORT), ("Mayor", SHORT)), coded(("Tax", SHORT))),
    ]:
        said = say(roles(speakers, issues, stances))
        assert not said.statements and said.left_out.total() == 2 and len(said.quotes) == len(speakers)
    both = say(roles(coded(("Union", SHORT)), coded(("Tax", SHORT)), stances))
    assert len(both.statements) == 2  # contradictory, and coded so
    below = say(roles(coded(("Union", SHORT)), [], stances, Pro="Tax", Contra="Port"))
    assert statements(below) == [("Union", "Port", "Contra", "Ann"), ("Union", "Tax", "Pro", "Ann")]


def test_ten_thousand_passages_below_one_are_found() -> None:
    spots = [(n * 10, n * 10 + 5) for n in range(10_000)]
    speakers = [Coded((0, 200_000), "Mayor", "Ann"), *(Coded(s, f"A{s[0] % 7}", "Ann") for s in spots)]
    stances = [Coded((s[0] + 1, s[1]), "Pro", "Ann") for s in spots]
    said = say(roles(speakers, [Coded((0, 200_000), "Tax", "Ann")], stances))
    assert len(said.statements) == 10_000
