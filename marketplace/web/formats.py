"""How dates, hours, dagdelen and numbers are said in Dutch; each function is also a template filter."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from marketplace.clock import AMSTERDAM
from marketplace.datum import datum, datum_kort
from marketplace.groepsdetachering.werkdagen import say_days

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
DAGDELEN = tuple(f"{dag}{deel}" for dag in DAGEN for deel in ("ochtend", "middag"))
HOUR = 60
OCHTEND, MIDDAG, HELE_DAG = 1, 2, 3


def tijdstip(moment: datetime) -> str:
    """23 november 2026 om 09:05, as the clock says in the Netherlands."""
    local = moment.astimezone(AMSTERDAM)
    return f"{datum(local.date())} om {local:%H:%M}"


def week(monday: date) -> str:
    """The ISO week with its Monday: week 48 (23 november 2026)."""
    return f"week {monday.isocalendar().week} ({datum(monday)})"


def periode(van: date, tot: date | None) -> str:
    """A half-open period said with its last day: 1 maart 2027 tot en met 30 juni 2027."""
    if tot is None:
        return f"vanaf {datum(van)}"
    return f"{datum(van)} tot en met {datum(tot - timedelta(days=1))}"


def minuten(amount: int) -> str:
    """3 uur 20, 45 minuten."""
    hours, rest = divmod(amount, HOUR)
    if not hours:
        return f"{rest} minuten" if rest != 1 else "1 minuut"
    return f"{hours} uur {rest}" if rest else f"{hours} uur"


def uren(low: int, high: int | None = None) -> str:
    """Working time: 16 uur per week, 16 tot 24 uur per week."""
    if high is None or high == low:
        return f"{minuten(low)} per week"
    if low % HOUR == 0 and high % HOUR == 0:
        return f"{low // HOUR} tot {high // HOUR} uur per week"
    return f"{minuten(low)} tot {minuten(high)} per week"


def aantal(number: int, one: str, many: str) -> str:
    """A number with its noun: 1 week, 1.200 weken."""
    return f"{getal(number)} {one if number == 1 else many}"


def hoofdletter(words: str) -> str:
    """Words as the start of a line."""
    return words[:1].upper() + words[1:]


def opsomming(words: Iterable[object]) -> str:
    """Appels, peren en druiven."""
    parts = [str(word) for word in words]
    return " en ".join([*[", ".join(parts[:-1])], parts[-1]]) if len(parts) > 1 else "".join(parts)


def dagdelen(mask: int) -> str:
    """A mask of ten bits in words: maandag en dinsdag de hele dag, woensdag in de ochtend."""
    said = {HELE_DAG: "de hele dag", OCHTEND: "in de ochtend", MIDDAG: "in de middag"}
    groups = []
    for part, words in said.items():
        days = [dag for nummer, dag in enumerate(DAGEN) if mask >> (2 * nummer) & 3 == part]
        if days:
            groups.append(f"{opsomming(days)} {words}")
    return ", ".join(groups) or "geen dagdelen"


def getal(number: float) -> str:
    """12.345 or 3,5: with Dutch separators."""
    text = f"{number:,.1f}" if isinstance(number, float) and not number.is_integer() else f"{int(number):,}"
    return text.translate(str.maketrans(",.", ".,"))


def euros(cents: int) -> str:
    """Cents as money: € 18,50."""
    return f"€ {getal(cents // 100)},{cents % 100:02d}"


def procent(share: float) -> str:
    """A share of 1 as a percentage: 0.125 becomes 12,5 %."""
    return f"{getal(round(share * 100, 1))} %"


def kilometers(distance: float) -> str:
    """39 km; below ten with one decimal."""
    return f"{getal(round(distance, 1) if distance < 10 else round(distance))} km"  # noqa: PLR2004 (ten is said in the docstring)


def werkdagen(mask: int) -> str:
    """Weekdays of a mask of five: ma t/m vr."""
    return say_days(mask)


FILTERS: dict[str, Callable[..., str]] = {
    made.__name__: made
    for made in (
        datum, datum_kort, tijdstip, week, periode, minuten, uren, aantal, hoofdletter, opsomming, dagdelen,
        getal, euros, procent, kilometers, werkdagen,
    )
}  # fmt: skip
