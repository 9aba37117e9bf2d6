"""A roulatie as its board shows it: what people work on, what was published, what the rules say."""

from dataclasses import dataclass

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.roulatie.instance import held_cells, read_rijen
from marketplace.roulatie.model import Cohort, Rooster, RoosterStatus
from marketplace.roulatie.namen import Namen, list_namen
from marketplace.roulatie.opgave import Opgave, build_opgave
from marketplace.roulatie.queries import get_cohort
from marketplace.roulatie.roosters import get_by_status
from marketplace.roulatie.toets import Stand, look
from marketplace.toegang.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzicht:
    """The cohort, its roosters, the question of now and what the rules say of the rooster that is shown."""

    cohort: Cohort
    concept: Rooster | None
    gepubliceerd: Rooster | None
    opgave: Opgave | None
    stand: Stand | None
    namen: Namen

    @property
    def rooster(self) -> Rooster | None:
        """The rooster that is shown: the concept, else the published one."""
        return self.concept or self.gepubliceerd


async def load_overzicht(conn: Connection, actor: Actor, clock: Clock, roulatie_id: int) -> Overzicht:
    """Everything a board shows; raises NotFound for a stranger."""
    cohort = await get_cohort(conn, actor, roulatie_id)
    if cohort is None:
        raise NotFound
    regios = [cohort.roulatie.regio_code]
    concept = await get_by_status(conn, regios, roulatie_id, RoosterStatus.CONCEPT)
    told = await get_by_status(conn, regios, roulatie_id, RoosterStatus.GEPUBLICEERD)
    shown = concept or told
    opgave = None
    if cohort.deelnemers and cohort.plekken and cohort.blokken:
        rijen = await read_rijen(conn, cohort, clock.today(), told)
        opgave = build_opgave(rijen, held_cells(cohort, clock.today(), told, concept))
    return Overzicht(
        cohort=cohort,
        concept=concept,
        gepubliceerd=told,
        opgave=opgave,
        stand=look(opgave, shown.cellen) if opgave and shown else None,
        namen=await list_namen(conn, cohort),
    )
