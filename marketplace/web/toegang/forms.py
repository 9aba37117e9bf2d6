"""The login form, and that for another password."""

from typing import Annotated

from pydantic import BaseModel, Field

from marketplace.web.fields import KorteTekst
from marketplace.web.wachtwoord import NieuwWachtwoord

MAX_PASSWORD = 200
MAX_WAY_BACK = 2000


class WachtwoordForm(NieuwWachtwoord):
    """Another password, by the one of now."""

    wachtwoord_oud: Annotated[str, Field(max_length=MAX_PASSWORD)]


class LoginForm(BaseModel):
    """An e-mail address, a password and the page to go on to; the password is never shown back."""

    email: KorteTekst
    wachtwoord: Annotated[str, Field(max_length=MAX_PASSWORD)]
    naar: Annotated[str, Field(max_length=MAX_WAY_BACK)] = "/"
