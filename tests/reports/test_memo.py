"""The bound on what is remembered."""

from typing import Any

import pandas as pd

from sayso.reports.memo import Answers, ask, bytes_of

FRAME = pd.DataFrame({"x": range(1000)})


def test_the_least_recently_used_goes_first() -> None:
    answers = Answers(largest_total=2 * bytes_of(FRAME))
    answers.keep("a", FRAME)
    answers.keep("b", FRAME)
    assert answers.get("a") is FRAME
    answers.keep("c", FRAME)
    assert answers.get("b") is None and answers.get("a") is FRAME and answers.get("c") is FRAME


def test_what_alone_is_too_large_is_not_kept_and_pushes_nothing_out() -> None:
    answers = Answers(largest_total=bytes_of(FRAME))
    answers.keep("a", FRAME)
    answers.keep("b", pd.concat([FRAME, FRAME]))
    assert answers.get("b") is None and answers.get("a") is FRAME


def test_keeping_again_does_not_count_twice() -> None:
    answers = Answers(largest_total=2 * bytes_of(FRAME))
    for _ in range(5):
        answers.keep("a", FRAME)
    answers.keep("b", FRAME)
    assert len(answers) == 2


def test_an_answer_is_never_that_of_a_dataset_that_is_gone() -> None:
    class Other:
        state = "tiny", 0

        def __init__(self, number: int) -> None:
            self.number = number

    def number(database: Any) -> int:
        return int(database.number)

    database: Any
    for each in range(1, 20):
        database = Other(each)  # takes the place in memory of the one before the last
        assert ask(number, database) == each
