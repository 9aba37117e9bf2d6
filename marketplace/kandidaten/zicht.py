"""Who may do what with which people: one condition for every query, and where an actor may read or decide.

A query joins `kandidaten kandidaat`, puts BINNEN in its WHERE, gives `*reads(actor).arguments` as $1 to $3.
`reads`, `edits`, `decides` and `knows` differ only in the roles that count.
"""

from dataclasses import dataclass

from marketplace.kandidaten.model import KandidaatProfiel
from marketplace.toegang.model import Actor, Rol
from marketplace.toegang.rechten import (
    BEGELEIDT,
    BESLIST,
    BETROKKEN,
    LEEST_MENSEN,
    LEEST_REGIO,
    PLANT_MENSEN,
)

BINNEN = """((kandidaat.regio_code = any($1::text[]) and not kandidaat.besloten)
    or kandidaat.sw_bedrijf_id = any($2::bigint[]) or kandidaat.id = any($3::bigint[]))"""


@dataclass(frozen=True, slots=True)
class Bereik:
    """The people of these regios, of these SW-bedrijven, and these themselves."""

    regios: tuple[str, ...]
    sw_bedrijven: tuple[int, ...]
    personen: tuple[int, ...]

    @property
    def arguments(self) -> tuple[list[str], list[int], list[int]]:
        """What BINNEN asks as $1, $2 and $3."""
        return list(self.regios), list(self.sw_bedrijven), list(self.personen)

    def holds(self, profiel: KandidaatProfiel) -> bool:
        """Whether this person lies in it; the same as BINNEN, for the buttons of a page."""
        return (
            (profiel.regio_code in self.regios and not profiel.besloten)
            or profiel.sw_bedrijf_id in self.sw_bedrijven
            or profiel.id in self.personen
        )


def reads(actor: Actor) -> Bereik:
    """Whose profile the actor may read."""
    return _bereik(actor, LEEST_REGIO, LEEST_MENSEN, BETROKKEN)


def edits(actor: Actor) -> Bereik:
    """Whose profile and persoonsgegevens the actor may edit."""
    return _bereik(actor, BESLIST, PLANT_MENSEN, BEGELEIDT)


def decides(actor: Actor) -> Bereik:
    """About whose status, and who is bound to whom, the actor may decide."""
    return _bereik(actor, BESLIST, PLANT_MENSEN, ())


def knows(actor: Actor) -> Bereik:
    """Of whom the actor may ask, for a purpose, who it is; `toon_persoonsgegevens` says the same."""
    return _bereik(actor, BESLIST, PLANT_MENSEN, BETROKKEN)


def _bereik(
    actor: Actor, regio: tuple[Rol, ...], organisatie: tuple[Rol, ...], persoon: tuple[Rol, ...]
) -> Bereik:
    """Where the actor holds these roles."""
    return Bereik(
        actor.regios_als(*regio), actor.organisaties_als(*organisatie), actor.kandidaten_als(*persoon)
    )
