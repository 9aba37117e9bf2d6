"""The login form."""

from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

MAX_PASSWORD = 200


class LoginForm(BaseModel):
    """An e-mail address, a password and the page to go on to; the password is never shown back."""

    email: Annotated[str, StringConstraints(strip_whitespace=True), Field(max_length=200)]
    wachtwoord: Annotated[str, Field(max_length=MAX_PASSWORD)]
    naar: Annotated[str, Field(max_length=2000)] = "/"
