"""The forms on the page of a voorstel: the yes, a rejection, a pin, and steps without words."""

from typing import Annotated

from pydantic import BaseModel, Field

from marketplace.web.fields import Datum, Geheel, KorteTekst, Maandag, VeiligeTekst, Versie, VrijeTekst

CODE_LENGTH = 60


class StapForm(BaseModel):
    """A step that needs only the version that was seen."""

    versie: Versie


class AkkoordForm(StapForm):
    """An akkoord holds for the startweek that was seen."""

    startweek: Maandag


class BesprokenForm(BaseModel):
    """On which day the kandidaat said yes."""

    versie: Versie
    ja_op: Datum


class AfwijsForm(BaseModel):
    """The coded reason, words where wanted, and for less travel how long it may be."""

    versie: Versie
    reden: Annotated[KorteTekst, Field(max_length=CODE_LENGTH)]
    toelichting: VrijeTekst = ""
    max_reistijd: Annotated[Geheel, Field(ge=5, le=180)] | None = None


class PinForm(BaseModel):
    """Why a pairing is kept, until when, and where wanted from which week."""

    versie: Versie
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
