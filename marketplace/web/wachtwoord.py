"""The fields with which somebody chooses a password, on the own page and behind a link."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, Field

from marketplace.web.forms import Form

SHORTEST, LONGEST = 12, 200
F = TypeVar("F", bound="NieuwWachtwoord")


class NieuwWachtwoord(BaseModel):
    """A new password, twice; neither is ever shown back."""

    wachtwoord: Annotated[str, Field(min_length=SHORTEST, max_length=LONGEST)]
    wachtwoord_herhaald: Annotated[str, Field(max_length=LONGEST)]


def refuse_unlike(form: Form[F]) -> Form[F]:
    """The form with an error when the password was typed in two ways."""
    if form.data is None or form.data.wachtwoord == form.data.wachtwoord_herhaald:
        return form
    return form.with_errors(
        {"wachtwoord_herhaald": "Dit is niet hetzelfde wachtwoord. Typ het nog een keer."}
    )
