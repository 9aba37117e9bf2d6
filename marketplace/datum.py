"""How a date is said in Dutch: 23 november 2026 in a text, 23 nov 2026 in a table; no page shows another."""

from datetime import date

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def datum(day: date) -> str:
    """23 november 2026."""
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"


def datum_kort(day: date) -> str:
    """23 nov 2026, for tables."""
    return f"{day.day} {KORT[day.month - 1]} {day.year}"
