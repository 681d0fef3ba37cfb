"""The stretch where most was said, and bins to count in."""

import itertools
from datetime import date, timedelta

from sayso.analysis.windows import MOST_BINS, bins, busiest_month, focus

FIRST, LAST = date(2003, 3, 1), date(2021, 7, 24)
WEEK = [date(2021, 7, 19) + timedelta(days=day) for day in range(5)]


def test_a_dense_week_in_twenty_years_is_the_focus() -> None:
    start, end = focus([FIRST, date(2014, 1, 1), *WEEK], FIRST, LAST)
    assert start <= WEEK[0] and end >= WEEK[3] and (end - start).days <= 20


def test_what_is_spread_evenly_is_shown_whole() -> None:
    days = [FIRST + timedelta(days=100 * step) for step in range(60)]
    assert focus(days, FIRST, LAST) == (FIRST, LAST)
    assert focus([], FIRST, LAST) == (FIRST, LAST)


def test_bins_hold_every_day_of_the_window_once() -> None:
    for end in (date(2021, 7, 20), date(2021, 9, 1), date(2023, 1, 1), date(2120, 1, 1)):
        days = [date(2021, 7, 19) + timedelta(days=step) for step in range(0, (end - date(2021, 7, 19)).days)]
        found = bins(days, date(2021, 7, 19), end)
        assert len(found) <= MOST_BINS + 1
        assert sum(count for _, _, count in found) == len(days)
        assert all(after == start for (_, after, _), (start, _, _) in itertools.pairwise(found))


def test_the_busiest_month_is_named_only_if_it_is_alone_and_known() -> None:
    march, april = (date(2024, 3, 4), date(2024, 3, 4)), (date(2024, 4, 1), date(2024, 4, 30))
    some_day_of_2024 = (date(2024, 1, 1), date(2024, 12, 31))
    assert busiest_month([march, march, april, some_day_of_2024, some_day_of_2024]) == ("2024-03", 2)
    assert busiest_month([march, april]) is None
    assert busiest_month([march, march]) is None
    assert busiest_month([]) is None
