"""Fields that the forms of groepsdetachering share."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from marketplace.groepsdetachering.werkdagen import LANG
from marketplace.web.fields import Euros, KorteTekst
from marketplace.web.formats import hoofdletter

DAG_OPTIONS = [(str(dag), hoofdletter(lang)) for dag, lang in enumerate(LANG)]
MOST_TRAININGEN = 20
MOST_CENTS_AN_HOUR, MOST_CENTS_A_KILOMETER = 20_000, 2_000


def _split(value: object) -> object:
    """Words with commas between them, each once, however it is written."""
    if not isinstance(value, str):
        return value
    found: dict[str, str] = {}
    for each in (word.strip() for word in value.split(",")):
        if each:
            found.setdefault(each.lower(), each)
    return tuple(found.values())


def _at_most(cents: int) -> AfterValidator:
    """Refuse a larger amount of money."""

    def refuse(amount: int) -> int:
        """The amount, when it is not larger."""
        if amount > cents:
            message = f"Vul hooguit € {cents // 100} in."
            raise ValueError(message)
        return amount

    return AfterValidator(refuse)


Trainingen = Annotated[tuple[KorteTekst, ...], Field(max_length=MOST_TRAININGEN), BeforeValidator(_split)]
PerUur = Annotated[Euros, _at_most(MOST_CENTS_AN_HOUR)]
PerKilometer = Annotated[Euros, _at_most(MOST_CENTS_A_KILOMETER)]
