"""The forms on the page of a voorstel: the yes, a rejection, a pin, and steps without words."""

from typing import Annotated

from pydantic import Field

from marketplace.web.fields import Datum, Geheel, KorteTekst, Maandag, VeiligeTekst, VrijeTekst
from marketplace.web.saving import VersieForm

CODE_LENGTH = 60


class AkkoordForm(VersieForm):
    """An akkoord holds for the startweek that was seen."""

    startweek: Maandag


class BesprokenForm(VersieForm):
    """On which day the kandidaat said yes."""

    ja_op: Datum


class AfwijsForm(VersieForm):
    """The coded reason, words where wanted, and for less travel how long it may be."""

    reden: Annotated[KorteTekst, Field(max_length=CODE_LENGTH)]
    toelichting: VrijeTekst = ""
    max_reistijd: Annotated[Geheel, Field(ge=5, le=180)] | None = None


class PinForm(VersieForm):
    """Why a pairing is kept, until when, and where wanted from which week."""

    pin_reden: VeiligeTekst
    pin_tot: Datum
    pin_startweek: Maandag | None = None


LABELS = {
    "ja_op": "Op welke dag zei de kandidaat ja?",
    "reden": "Waarom niet?",
    "toelichting": "Toelichting",
    "max_reistijd": "Langste reis in minuten",
    "pin_reden": "Waarom moet dit zo blijven?",
    "pin_tot": "Tot welke dag?",
    "pin_startweek": "Vanaf welke week?",
    "startweek": "Startweek",
    "versie": "Versie",
}
