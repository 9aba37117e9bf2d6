"""Sentences that say the same of several people are one; weeks in a row are one stretch."""

from datetime import date

from marketplace.web.roulatie.woorden import gather, stretches


def test_what_holds_for_several_deelnemers_is_said_once() -> None:
    lacking = (
        "Deelnemer {{deelnemer:{}}} wil werkproces {{werkproces:7}} leren. Geen bedrijf biedt dat nu aan."
    )
    block = "In blok {blok:1} is er niemand."
    told = [block, *(lacking.format(each) for each in (1, 2, 3)), lacking.format(4).replace(":7", ":8")]
    assert gather(told) == [
        block,
        f"{lacking.format(1)} Dit geldt ook voor {{deelnemer:2}} en {{deelnemer:3}}.",
        lacking.format(4).replace(":7", ":8"),
    ]


def test_weeks_in_a_row_are_one_stretch() -> None:
    weeks = [date(2026, 12, 21), date(2026, 12, 7), date(2026, 12, 14), date(2027, 1, 4)]
    assert stretches(weeks) == [
        (date(2026, 12, 7), date(2026, 12, 21)),
        (date(2027, 1, 4), date(2027, 1, 4)),
    ]
    assert stretches([]) == []
