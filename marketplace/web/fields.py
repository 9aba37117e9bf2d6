"""Types for the fields of a form, and the Dutch sentence for each way in which a field can be wrong.

`VeiligeTekst` (required) and `VrijeTekst` (may be empty) hold at most 4,000 characters, `KorteTekst` 200;
none takes a number that could be a BSN. `Datum`, `Maandag`, `Dagdelen`, `Werkdagen`, `Uren`, `WerkUren` (of a
working week), `Euros` (in cents), `Vinkje` (one box) and `Versie` say what they are. `Nummer` fits a bigint,
`KleinNummer` an integer of the database; `Geheel` is any whole number in figures.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import ErrorDetails

from marketplace.bsn import holds_bsn
from marketplace.web.formats import getal

MAX_TEXT = 4000
MAX_SHORT = 200
DAGDELEN_COUNT = 10
WERKDAGEN_COUNT = 5
LEAST_MINUTES, MOST_MINUTES = 60, 2400
# Control characters, signs that turn the direction of the text around them, and what Unicode keeps for no
# character at all: the last two of every plane, the block before them, and halves of pairs.
NO_TEXT = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))
    + "]"
)
FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2200, 1, 1)


class Many:
    """Marks a field that may come several times in a form; the page gets a list."""


def _safe(text: str) -> str:
    """Refuse what no text field may hold."""
    if holds_bsn(text):
        message = "Hier staat een getal dat een BSN kan zijn. Haal het weg: Plekwijs bewaart geen BSN."
        raise ValueError(message)
    if NO_TEXT.search(text):
        message = "In deze tekst zit een teken dat we niet kunnen bewaren. Typ de tekst opnieuw."
        raise ValueError(message)
    return text


def _date(value: object) -> object:
    """Also accept 23-11-2026, as people type where the browser has no date field."""
    if isinstance(value, str) and (
        found := re.fullmatch(r"([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})", value.strip())
    ):
        day, month, year = (int(part) for part in found.groups())
        return date(year, month, day)
    if isinstance(value, str):
        return datetime.strptime(value.strip(), "%Y-%m-%d").date()  # noqa: DTZ007 (a date has no time zone)
    return value


def read_date(value: object) -> object:
    """The date, or one sentence for every way it can be unreadable."""
    try:
        return _date(value)
    except ValueError:
        message = "Vul een datum in, bijvoorbeeld 23-11-2026."
        raise ValueError(message) from None


def _sensible(day: date) -> date:
    """Refuse years that nobody means; no date of birth is ever asked."""
    if day < FIRST_DAY:
        message = "Deze datum ligt te ver weg. Vul een datum in vanaf 1 januari 2000."
        raise ValueError(message)
    if day > LAST_DAY:
        message = "Deze datum ligt te ver weg. Controleer het jaar."
        raise ValueError(message)
    return day


def _mask_of(count: int, unknown: str, none: str) -> Callable[[object], object]:
    """From the numbers of the boxes that were ticked to a mask of so many bits."""
    bits = frozenset(str(bit) for bit in range(count))

    def read(value: object) -> object:
        """The mask."""
        if not isinstance(value, list):
            return value
        chosen = {str(item) for item in value}
        if not chosen <= bits:
            raise ValueError(unknown)
        if not chosen:
            raise ValueError(none)
        return sum(1 << int(item) for item in chosen)

    return read


def _whole(value: object) -> object:
    """Refuse what Python reads as a whole number and people do not (1_0, +1, 1.0)."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]+", value.strip()):
        message = "Vul een heel getal in."
        raise ValueError(message)
    return value


def _hours(value: object) -> object:
    """From hours as people type them (16, 16,5, 16:30) to minutes."""
    if not isinstance(value, str):
        return value
    if found := re.fullmatch(r"([0-9]{1,3}):([0-5][0-9])", value.strip()):
        return int(found[1]) * 60 + int(found[2])
    if found := re.fullmatch(r"([0-9]{1,3})(?:[.,]([0-9]0?|25|75))?", value.strip()):
        return int(found[1]) * 60 + round(float(f"0.{found[2] or 0}") * 60)
    if re.fullmatch(r"[0-9]{1,3}[.,][0-9]{2}", value.strip()):
        message = "Typ minuten met een dubbele punt, bijvoorbeeld 16:45."
        raise ValueError(message)
    message = "Vul een aantal uren in, bijvoorbeeld 16 of 16,5."
    raise ValueError(message)


def _working_week(minutes: int) -> int:
    """Refuse hours that are no working week."""
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        message = "Vul 1 tot 40 uur per week in."
        raise ValueError(message)
    return minutes


def _cents(value: object) -> object:
    """From euros as people type them (18, 18,5, € 18,50) to cents."""
    if not isinstance(value, str):
        return value
    if found := re.fullmatch(r"(?:€ *)?([0-9]{1,7})(?:[.,]([0-9]{1,2}))?", value.strip()):
        return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    message = "Vul een bedrag in, bijvoorbeeld 18,50."
    raise ValueError(message)


_Stripped = StringConstraints(strip_whitespace=True)
VeiligeTekst = Annotated[str, _Stripped, Field(min_length=1, max_length=MAX_TEXT), AfterValidator(_safe)]
VrijeTekst = Annotated[str, _Stripped, Field(max_length=MAX_TEXT), AfterValidator(_safe)]
KorteTekst = Annotated[str, _Stripped, Field(min_length=1, max_length=MAX_SHORT), AfterValidator(_safe)]
Datum = Annotated[date, BeforeValidator(read_date), AfterValidator(_sensible)]
Maandag = Annotated[Datum, AfterValidator(lambda day: day - timedelta(days=day.weekday()))]
Dagdelen = Annotated[
    int,
    Many(),
    BeforeValidator(
        _mask_of(DAGDELEN_COUNT, "Kies alleen dagdelen uit de lijst.", "Kies ten minste één dagdeel.")
    ),
]
Werkdagen = Annotated[
    int,
    Many(),
    BeforeValidator(_mask_of(WERKDAGEN_COUNT, "Kies alleen dagen uit de lijst.", "Kies ten minste één dag.")),
]
Uren = Annotated[int, BeforeValidator(_hours)]
WerkUren = Annotated[Uren, AfterValidator(_working_week)]
Euros = Annotated[int, BeforeValidator(_cents)]
Vinkje = Annotated[bool, BeforeValidator(lambda value: value == "ja")]
Keuzes = Annotated[list[str], Many()]
Geheel = Annotated[int, BeforeValidator(_whole)]
Nummer = Annotated[Geheel, Field(ge=1, le=2**63 - 1)]
KleinNummer = Annotated[Geheel, Field(ge=1, le=2**31 - 1)]
Nummers = Annotated[list[Nummer], Many()]
Versie = KleinNummer

# By pydantic's error type; a validator's own sentence (value_error) is shown as it is.
SENTENCES = {
    "missing": "Vul dit veld in.",
    "string_empty": "Deze tekst is leeg. Vul hier iets in.",
    "string_too_short": "Deze tekst is te kort. Vul ten minste {min_length} tekens in.",
    "string_too_long": "Deze tekst is te lang. Er passen {max_length} tekens in.",
    "string_type": "Vul hier tekst in.",
    "string_pattern_mismatch": "Dit heeft niet de goede vorm. Kijk naar het voorbeeld bij het veld.",
    "int_parsing": "Vul een heel getal in.",
    "int_parsing_size": "Dit getal is te groot.",
    "int_type": "Vul een heel getal in.",
    "float_parsing": "Vul een getal in.",
    "decimal_parsing": "Vul een getal in.",
    "greater_than_equal": "Vul {ge} of meer in.",
    "greater_than": "Vul meer dan {gt} in.",
    "less_than_equal": "Vul {le} of minder in.",
    "less_than": "Vul minder dan {lt} in.",
    "enum": "Maak een keuze uit de lijst.",
    "literal_error": "Maak een keuze uit de lijst.",
    "bool_parsing": "Kies ja of nee.",
    "bool_type": "Kies ja of nee.",
    "date_type": "Vul een datum in, bijvoorbeeld 23-11-2026.",
    "list_type": "Maak een keuze uit de lijst.",
    "too_short": "Kies er ten minste {min_length}.",
    "too_long": "Kies er hooguit {max_length}.",
}
UNKNOWN = "Dit klopt niet. Controleer wat u hebt ingevuld."


def sentence_of(error: ErrorDetails, more: Mapping[str, str] = SENTENCES) -> str:
    """What is wrong in one Dutch sentence; `more` are sentences that go before those of a form."""
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        return str(context["error"])
    said = {name: getal(value) for name, value in context.items() if isinstance(value, int | float)}
    # A length that is asked on top of a type is checked as of any value; there that is a text.
    kind = f"string_{error['type']}" if context.get("field_type") == "Value" else error["type"]
    if kind == "string_too_short" and context["min_length"] == 1:
        kind = "string_empty"
    return (more.get(kind) or SENTENCES.get(kind, UNKNOWN)).format(**said)
