"""The pages of an afdeling: how many people its own work asks on each weekday."""

from typing import Annotated

from pydantic import BaseModel, Field

from marketplace.groepsdetachering.bedrijf import afdelingen as service
from marketplace.groepsdetachering.bedrijf.model import Afdeling
from marketplace.groepsdetachering.bedrijf.vastleggen import Onderdeel
from marketplace.groepsdetachering.werkdagen import KORT, LANG
from marketplace.web.fields import Geheel, KorteTekst
from marketplace.web.forms import Form, filled
from marketplace.web.groepsdetachering.bedrijf.onderdeel import OnderdeelForm, Onderdeelpagina

Mensen = Annotated[Geheel, Field(ge=0, le=service.MOST_MENSEN)]
LABELS = {
    "naam": "Naam",
    **{f"minimum_{kort}": f"Minimum op {lang}" for kort, lang in zip(KORT, LANG, strict=True)},
    **{f"gewenst_{kort}": f"Gewenst op {lang}" for kort, lang in zip(KORT, LANG, strict=True)},
}


class AfdelingForm(OnderdeelForm):
    """What is filled in of an afdeling; an empty number is none."""

    naam: KorteTekst
    minimum_ma: Mensen = 0
    minimum_di: Mensen = 0
    minimum_wo: Mensen = 0
    minimum_do: Mensen = 0
    minimum_vr: Mensen = 0
    gewenst_ma: Mensen = 0
    gewenst_di: Mensen = 0
    gewenst_wo: Mensen = 0
    gewenst_do: Mensen = 0
    gewenst_vr: Mensen = 0

    def to_gegevens(self) -> service.AfdelingGegevens:
        """What the verb gets."""
        typed = self.model_dump()
        return service.AfdelingGegevens(
            naam=self.naam,
            minimum=tuple(typed[f"minimum_{kort}"] for kort in KORT),
            gewenst=tuple(typed[f"gewenst_{kort}"] for kort in KORT),
        )


def _fill(now: Afdeling) -> Form[BaseModel]:
    """The form of an afdeling as stored."""
    return filled(
        naam=now.naam,
        **{f"minimum_{kort}": number for kort, number in zip(KORT, now.minimum, strict=True)},
        **{f"gewenst_{kort}": number for kort, number in zip(KORT, now.gewenst, strict=True)},
    )


ROUTES = Onderdeelpagina(
    onderdeel=Onderdeel.AFDELING,
    form=AfdelingForm,
    labels=LABELS,
    add=service.add_afdeling,
    edit=service.edit_afdeling,
    archive=service.archive_afdeling,
    fill=_fill,
).routes()
