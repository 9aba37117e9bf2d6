"""What an employer answers about a plek."""

from typing import Annotated

from pydantic import BaseModel, Field, ValidationInfo, field_validator

from marketplace.leerwerkplekken.plek_link_queries import Antwoord
from marketplace.web.fields import VrijeTekst


class AntwoordForm(BaseModel):
    """Whether the plek still holds; what changed is asked when it does not."""

    antwoord: Antwoord
    toelichting: Annotated[VrijeTekst, Field(validate_default=True)] = ""

    @field_validator("toelichting")
    @classmethod
    def _told(cls, text: str, info: ValidationInfo) -> str:
        """Refuse a no without a word."""
        if not text and info.data.get("antwoord") is Antwoord.KLOPT_NIET:
            message = "Schrijf in het kort wat er anders is."
            raise ValueError(message)
        return text
