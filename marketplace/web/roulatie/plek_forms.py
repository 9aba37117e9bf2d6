"""The forms of one plek of a roulatie."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, Field, StringConstraints, create_model

from marketplace.bordnaam import MAX_KORT
from marketplace.roulatie.model import RoulatiePlek
from marketplace.roulatie.plekken import PlekGegevens
from marketplace.web.fields import Geheel, KorteTekst, Many, Nummers
from marketplace.web.forms import Form, filled
from marketplace.web.roulatie.velden import EchteMaandag, Mensen
from marketplace.web.saving import VersieForm

LABELS = {
    "kort": "Korte naam",
    "kleur": "Kleur",
    "minimum": "Minimum in een blok",
    "maximum": "Maximum in een blok",
    "taxibus": "Plaatsen in de taxibus",
    "vereist": "Wat moet iemand eerst hebben geoefend?",
    "dicht_van": "Eerste maandag",
    "dicht_tot": "Maandag van de laatste week",
}
Maanden = Annotated[list[Annotated[Geheel, Field(ge=1, le=12)]], Many()]


class PlekForm(VersieForm):
    """How a plek stands on the board, and how many people it takes."""

    kort: Annotated[KorteTekst, StringConstraints(max_length=MAX_KORT)]
    kleur: Annotated[Geheel, Field(ge=1, le=12)]
    minimum: Mensen = 0
    maximum: Annotated[Geheel, Field(ge=1, le=50)]
    taxibus: Mensen = 0

    def to_gegevens(self) -> PlekGegevens:
        """The change that is asked."""
        return PlekGegevens(**self.model_dump(exclude={"versie"}))


class DichtForm(VersieForm):
    """Weeks by their first and last Monday; one week without the last."""

    dicht_van: EchteMaandag
    dicht_tot: EchteMaandag | None = None


class LessenForm(VersieForm):
    """What somebody must have practised before; the months of each werkproces are `maanden_ID`."""

    vereist: Nummers = Field(default_factory=list)

    def to_seizoenen(self) -> Mapping[int, list[int]]:
        """The months by werkproces, where some are chosen and not all."""
        return {
            int(name.removeprefix("maanden_")): sorted(set(months))
            for name, months in self.model_dump().items()
            if name.startswith("maanden_") and 0 < len(set(months)) < 12  # noqa: PLR2004 (a year)
        }


def lessen_form(werkprocessen: Iterable[int]) -> type[LessenForm]:
    """The form with the months of each of these."""
    fields: dict[str, Any] = {f"maanden_{each}": (Maanden, []) for each in werkprocessen}
    return create_model("LessenForm", __base__=LessenForm, **fields)


def fill_all(plek: RoulatiePlek) -> dict[str, Form[BaseModel]]:
    """The forms as they are stored."""
    return {
        "gegevens": filled(**{name: getattr(plek, name) for name in list(LABELS)[:5]}),
        "lessen": filled(
            vereist=plek.vereist,
            **{f"maanden_{each}": sorted(months) for each, months in plek.seizoenen.items()},
        ),
        "dicht": filled(),
    }
