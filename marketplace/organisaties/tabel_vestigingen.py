"""A vestiging as a row of a file."""

from dataclasses import dataclass
from typing import Annotated

from marketplace.organisaties.model import Vestiging
from marketplace.organisaties.wijziging import VestigingGegevens
from marketplace.tables.choices import Choice, YesNo
from marketplace.tables.column import Column
from marketplace.tables.table import Table
from marketplace.tables.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class VestigingRij:
    """A vestiging as people fill it in; one of an organisatie in the archive is not in use either."""

    naam: Annotated[
        str,
        Column(
            "Naam",
            "Hieraan herkennen we de vestiging van een organisatie. Een andere naam geeft u op haar pagina.",
            Text(200),
            "Kas aan de Dorpsstraat",
        ),
    ]
    organisatie: Annotated[str, Column("Organisatie", "Van wie de vestiging is.", Choice())]
    plaats: Annotated[str, Column("Plaats", "De plaats waar de vestiging is.", Choice())]
    leerbedrijf_id: Annotated[
        str | None, Column("Leerbedrijf-ID", "Het nummer van de vestiging bij SBB.", Text(200))
    ] = None
    in_gebruik: Annotated[
        bool | None, Column("In gebruik", "Nee: niet meer te kiezen, in het archief. Leeg: ja.", YesNo())
    ] = None


VESTIGINGEN = Table.of(VestigingRij, "Vestigingen")


def to_row(vestiging: Vestiging) -> VestigingRij:
    """A vestiging as a row."""
    return VestigingRij(
        naam=vestiging.naam,
        organisatie=str(vestiging.organisatie_id),
        plaats=str(vestiging.plaats_id),
        leerbedrijf_id=vestiging.leerbedrijf_id,
        in_gebruik=vestiging.gearchiveerd_op is None,
    )


def to_gegevens(row: VestigingRij) -> VestigingGegevens:
    """What a row says of the vestiging itself."""
    return VestigingGegevens(naam=row.naam, plaats_id=int(row.plaats), leerbedrijf_id=row.leerbedrijf_id)
