"""Days are moved about within the calendar."""

from datetime import date, datetime, timedelta

from sayso.model.calendar import days_from, moved


def test_a_day_moves_as_far_as_the_calendar_goes() -> None:
    assert days_from(date(2024, 2, 28), 2) == date(2024, 3, 1)
    assert days_from(date(2024, 3, 1), -2) == date(2024, 2, 28)
    assert days_from(date(9999, 12, 30), 9) == date.max
    assert days_from(date(1, 1, 2), -9) == date.min


def test_a_moment_moves_as_far_as_the_calendar_goes() -> None:
    assert moved(datetime(2024, 1, 1), timedelta(hours=-1)) == datetime(2023, 12, 31, 23)
    assert moved(datetime(9999, 12, 31), timedelta(days=2)) == datetime.max
    assert moved(datetime(1, 1, 1), timedelta(days=-2)) == datetime.min
