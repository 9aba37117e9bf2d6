"""The forms of a beheerder: a new account, another role."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel

from marketplace.toegang.model import EMAIL, Rol
from marketplace.web.fields import KorteTekst


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


class AccountForm(RolForm):
    """Somebody new with a first role."""

    email: Annotated[KorteTekst, AfterValidator(_address)]
    naam: KorteTekst


class UitzettenForm(BaseModel):
    """Why an account is switched off; nobody has to say it."""

    reden: KorteTekst | None = None
