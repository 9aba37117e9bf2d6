"""Weekdays as masks of five, bit 0 is Monday, and as people say them."""

from collections.abc import Iterable
from datetime import date, timedelta

from marketplace.rekenruns.weken import WEEK, Weken
from solver.groepsdetachering.dagen import WERKDAGEN

KORT = ("ma", "di", "wo", "do", "vr")
LANG = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
DAG = timedelta(days=1)
# So many days are told as from and to.
IN_A_ROW = 3


def say_days(mask: int) -> str:
    """A mask in words: 'ma t/m vr', 'ma, wo'; three or more in a row as from and to."""
    days = [dag for dag in WERKDAGEN if mask >> dag & 1]
    if len(days) >= IN_A_ROW and days[-1] - days[0] == len(days) - 1:
        return f"{KORT[days[0]]} t/m {KORT[days[-1]]}"
    return ", ".join(KORT[dag] for dag in days)


def day_of(week: date, dag: int) -> date:
    """The date of a weekday in the week of a Monday."""
    return week + dag * DAG


def numbers_within(weken: Weken, aantal: int, van: date, tot: date) -> frozenset[int]:
    """The working days in [van, tot), numbered 5 * week + weekday over so many weeks."""
    return frozenset(
        len(WERKDAGEN) * week + dag
        for week in range(max(0, weken.index(van)), min(aantal, weken.index(tot - DAG) + 1))
        for dag in WERKDAGEN
        if van <= day_of(weken.monday(week), dag) < tot
    )


def has_workday(van: date, tot: date, mask: int) -> bool:
    """Whether any weekday of a mask lies in [van, tot)."""
    days = range(min(7, (tot - van).days))
    return any(mask >> (van + number * DAG).weekday() & 1 for number in days)


def say_weeks(mondays: Iterable[date]) -> str:
    """Weeks in words, those in a row as from and to: 'week 48 t/m 50, week 2'."""
    runs: list[list[date]] = []
    for each in sorted(mondays):
        if runs and each - runs[-1][-1] == WEEK:
            runs[-1].append(each)
        else:
            runs.append([each])
    return ", ".join(
        f"week {one[0].isocalendar().week}" + (f" t/m {one[-1].isocalendar().week}" if len(one) > 1 else "")
        for one in runs
    )
