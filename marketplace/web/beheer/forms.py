"""The forms of a beheerder: a new account, another role, another name or address; and the filter."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel

from marketplace.toegang.model import EMAIL, Rol
from marketplace.web.fields import KorteTekst, Versie
from marketplace.web.filters import Filters


def _address(text: str) -> str:
    """Refuse what can be no e-mail address."""
    if not re.fullmatch(EMAIL, text):
        message = "Vul een e-mailadres in, bijvoorbeeld naam@bedrijf.nl."
        raise ValueError(message)
    return text


class RolForm(BaseModel):
    """A role at a place, which the page knows by its code."""

    plaats: KorteTekst
    rol: Rol


Adres = Annotated[KorteTekst, AfterValidator(_address)]


class AccountForm(RolForm):
    """Somebody new with a first role."""

    email: Adres
    naam: KorteTekst


class UitzettenForm(BaseModel):
    """Why an account is switched off; nobody has to say it."""

    reden: KorteTekst | None = None


class GegevensForm(BaseModel):
    """Another name or address, over the version that was seen."""

    naam: KorteTekst
    email: Adres
    versie: Versie


class FilterForm(Filters):
    """What the list of accounts is narrowed to."""

    woorden: KorteTekst | None = None
