"""Types for the fields of who somebody is."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints

from marketplace.kandidaten import identiteit
from marketplace.web.fields import KorteTekst, read_date

OLDEST = 1900


def _born(day: date) -> date:
    """Refuse a year in which nobody of today was born."""
    if day.year < OLDEST:
        message = f"Controleer het jaar. Vul een datum in vanaf {OLDEST}."
        raise ValueError(message)
    return day


def _phone(text: str) -> str:
    """Refuse what is no telephone number; the database asks the same."""
    if not re.fullmatch(identiteit.PHONE, text):
        raise ValueError(identiteit.NO_PHONE)
    return text


def _email(text: str) -> str:
    """Refuse what is no e-mail address."""
    if not re.fullmatch(identiteit.EMAIL, text):
        message = "Dit is geen e-mailadres. Vul het in als naam@voorbeeld.nl."
        raise ValueError(message)
    return text


Telefoon = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_phone)]
Email = Annotated[KorteTekst, AfterValidator(_email)]
Geboortedatum = Annotated[date, BeforeValidator(read_date), AfterValidator(_born)]
