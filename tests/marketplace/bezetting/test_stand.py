"""Weeks in which the same is taken become one stretch."""

from datetime import date, timedelta

from marketplace.bezetting.model import Stand, Weekstand
from marketplace.bezetting.stand import minuten_by_praktijkopleider, plaatsen_by_period

FIRST = date(2026, 11, 23)


def monday(number: int) -> date:
    """The Monday of a week, counted from the first."""
    return FIRST + timedelta(weeks=number)


def week(number: int, bezet: int, leader: str | None, gebruikt: int, minuten: int = 240) -> Weekstand:
    """One week of a plek with three plaatsen."""
    return Weekstand(
        week=monday(number),
        bezet=bezet,
        plaatsen=3,
        praktijkopleider=leader,
        gebruikt=gebruikt,
        minuten=minuten,
    )


def test_weeks_with_as_many_people_are_one_stretch() -> None:
    weken = [week(0, 1, "Ans", 60), week(1, 1, "Ans", 30), week(2, 0, "Ans", 0), week(3, 1, "Ans", 60)]
    assert plaatsen_by_period(weken) == [
        Stand(monday(0), monday(1), 1, 3),
        Stand(monday(2), monday(2), 0, 3),
        Stand(monday(3), monday(3), 1, 3),
    ]


def test_everyone_who_leads_has_the_own_stretches() -> None:
    weken = [week(0, 1, "Ans", 60), week(1, 1, "Bas", 60, 480), week(2, 1, None, 0), week(3, 1, "Ans", 60)]
    assert minuten_by_praktijkopleider(weken) == {
        "Ans": [Stand(monday(0), monday(0), 60, 240), Stand(monday(3), monday(3), 60, 240)],
        "Bas": [Stand(monday(1), monday(1), 60, 480)],
    }
