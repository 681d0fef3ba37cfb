"""What coders accepted teaches further stances of the same dataset, and only once there is enough of it."""

from __future__ import annotations

import random
import subprocess
import sys

import numpy as np
import pytest

from sayso.ingest import Accepted, Issue, extract
from sayso.ingest.stances.learned import LEAST, Learned, learn

HARBOUR = Issue("harbour", ("harbour", "quay"), proposition="The harbour is leased.")
SCHOOL = Issue("school", ("school", "lessons"), proposition="The school is rebuilt.")
CODEBOOK = (HARBOUR, SCHOOL)
WORDS = {
    ("harbour", 1): "harbour quay cranes steel money builders growth ships waiting".split(),
    ("harbour", -1): "harbour quay nets boats grandfathers bread ours stolen sold".split(),
    ("school", 1): "school lessons roof children books light windows teachers".split(),
    ("school", -1): "school lessons costs budget taxes later patience paint".split(),
}
OTHER = "weather rain tram supper sunday football mackerel late".split()


def statements(number: int, seed: int = 3) -> list[Accepted]:
    """Each actor keeps a side; every fifth quote takes none."""
    dice = random.Random(seed)
    found = []
    for n in range(number):
        issue = dice.choice(("harbour", "school"))
        side = dice.choice((1, -1))
        pool, issue_id = (OTHER, "") if n % 5 == 0 else (WORDS[issue, side], issue)
        text = " ".join(dice.sample(pool, 5))
        found.append(
            Accepted(text, issue_id, side if issue_id else 0, f"{issue}-{side}-{n % 3}", f"article-{n // 4}")
        )
    return found


@pytest.fixture(scope="module")
def taught() -> Learned:
    learned = learn(statements(160), CODEBOOK)
    assert learned is not None
    return learned


def test_words_like_those_accepted_before_give_a_proposal_without_any_cue(taught: Learned) -> None:
    text = "“Nets and boats, grandfathers' bread, all sold off the quay,” Kofi Mensah said."
    assert extract(text, codebook=CODEBOOK).stances == ()
    (stance,) = extract(text, codebook=CODEBOOK, accepted=taught).stances
    assert (stance.issue_id, stance.stance < 0, stance.rule) == ("harbour", True, "learned@2")


def test_words_about_something_else_give_none(taught: Learned) -> None:
    text = "“Rain again, and supper is late,” Kofi Mensah said."
    assert extract(text, codebook=CODEBOOK, accepted=taught).stances == ()


def test_words_that_say_the_opposite_of_what_was_learned_are_left_to_a_person(taught: Learned) -> None:
    text = "“We support the harbour: nets, boats, grandfathers, bread, sold, stolen, ours,” Kofi Mensah said."
    assert [s.stance for s in extract(text, codebook=CODEBOOK).stances] == [1]
    assert extract(text, codebook=CODEBOOK, accepted=taught).stances == ()


def test_statements_can_be_passed_as_they_are(taught: Learned) -> None:
    text = "“Cranes, steel, money, builders, growth on the quay,” Kofi Mensah said."
    found = extract(text, codebook=CODEBOOK, accepted=statements(160))
    assert found == extract(text, codebook=CODEBOOK, accepted=taught)
    assert found.stances


def test_the_same_statements_teach_the_same(taught: Learned) -> None:
    again = learn(statements(160), CODEBOOK)
    assert again is not None
    asked = statements(20, seed=9)
    assert np.array_equal(again.probabilities(asked), taught.probabilities(asked))
    assert again.threshold == taught.threshold


def test_few_statements_teach_nothing() -> None:
    assert learn([], CODEBOOK) is None
    assert learn(statements(LEAST - 1), CODEBOOK) is None


def test_an_issue_with_one_side_only_is_left_to_the_cues() -> None:
    learned = learn(
        [one for one in statements(240) if not (one.issue_id == "school" and one.stance < 0)], CODEBOOK
    )
    assert learned is not None
    assert list(learned.ready) == [True, False]
    text = "“School roof, children, books, light, windows,” Kofi Mensah said."
    assert extract(text, codebook=CODEBOOK, accepted=learned).stances == ()


def test_statements_without_any_pattern_teach_silence() -> None:
    dice = random.Random(5)
    shuffled = [
        Accepted(one.text, one.issue_id, dice.choice((-1, 1)), f"actor-{n}", one.article_id)
        for n, one in enumerate(statements(160))
    ]
    learned = learn(shuffled, CODEBOOK)
    assert learned is not None
    assert (learned.probabilities(shuffled).max(-1) >= learned.threshold).mean() < 0.1


def test_reading_an_article_does_not_wait_for_scikit_learn() -> None:
    code = (
        "import sys; from sayso.ingest import extract, Issue;"
        " extract('“We back the port,” Kofi Mensah said.', codebook=[Issue('a', ('port',))]);"
        " sys.exit('sklearn' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
