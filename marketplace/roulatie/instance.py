"""Read the rows of a roulatie and give the question that the solver gets."""

from collections.abc import Sequence
from datetime import date

from marketplace.bezetting.queries import list_bezetting
from marketplace.db import Connection
from marketplace.errors import Conflict, NotFound
from marketplace.kandidaten.queries import list_profielen
from marketplace.kandidaten.uitsluitingen import list_regio_uitsluitingen
from marketplace.leerwerkplekken.model import Plannable
from marketplace.leerwerkplekken.queries import list_plannable_by_id
from marketplace.rekenruns.model import Json
from marketplace.roulatie.model import Cel, Cohort, Rooster, RoosterStatus
from marketplace.roulatie.opgave import Opgave, Rijen, build_opgave
from marketplace.roulatie.queries import read_cohort
from marketplace.roulatie.roosters import get_by_status


class NotPlannable(Conflict):
    """Er valt nog niets te plannen: kies eerst deelnemers, plekken en blokken."""


async def load_opgave(
    conn: Connection, regios: Sequence[str], roulatie_id: int, vandaag: date, vraag: Json
) -> Opgave:
    """Build the question of a roulatie as it is now; raises NotFound, or NotPlannable with the sentence.

    `vraag` may hold `max_cellen` and `max_mensen`, how much of the published rooster may change at most;
    `herstel`: as little of it changes as can be, before any wish; `los`: nothing of the concept is kept,
    pinned or not.
    """
    cohort = await read_cohort(conn, regios, roulatie_id)
    if cohort is None:
        raise NotFound
    if not (cohort.deelnemers and cohort.plekken and cohort.blokken):
        raise NotPlannable
    gepubliceerd = await get_by_status(conn, regios, roulatie_id, RoosterStatus.GEPUBLICEERD)
    concept = await get_by_status(conn, regios, roulatie_id, RoosterStatus.CONCEPT)
    rijen = await read_rijen(conn, cohort, vandaag, gepubliceerd)
    vast = held_cells(cohort, vandaag, gepubliceerd, None if vraag.get("los") else concept)
    opgave = build_opgave(rijen, vast, vraag.get("max_cellen"), vraag.get("max_mensen"))
    return opgave.as_repair() if vraag.get("herstel") else opgave


async def read_rijen(conn: Connection, cohort: Cohort, vandaag: date, gepubliceerd: Rooster | None) -> Rijen:
    """Read all that a question about a roulatie needs beside the cohort itself."""
    roulatie = cohort.roulatie
    plannable = await list_plannable_by_id(
        conn, roulatie.regio_code, [each.leerwerkplek_id for each in cohort.plekken]
    )
    people = [each.kandidaat_id for each in cohort.deelnemers]
    return Rijen(
        vandaag=vandaag,
        cohort=cohort,
        profielen=await list_profielen(conn, roulatie.regio_code, people),
        plannable=plannable,
        bezetting=[
            each
            for each in await list_bezetting(conn, roulatie.regio_code, roulatie.van)
            if each.roulatie_id != roulatie.id
        ],
        verboden=await _read_verboden(conn, roulatie.regio_code, plannable),
        gepubliceerd=gepubliceerd.cellen if gepubliceerd else (),
    )


async def _read_verboden(
    conn: Connection, regio_code: str, plannable: Plannable
) -> frozenset[tuple[int, int]]:
    """Where people said no, which holds for every planner; a vestiging stands for all its plekken."""
    pairs = set()
    for each in await list_regio_uitsluitingen(conn, regio_code):
        for row in plannable.plekken:
            if each.leerwerkplek_id == row.plek.id or each.vestiging_id == row.plek.vestiging_id:
                pairs.add((each.kandidaat_id, row.plek.id))
    return frozenset(pairs)


def held_cells(
    cohort: Cohort, vandaag: date, gepubliceerd: Rooster | None, concept: Rooster | None
) -> tuple[Cel, ...]:
    """Cells that may not move: of blocks that began as they were published, of the concept what is held."""
    begun = {each.id for each in cohort.blokken if each.van <= vandaag}
    locked = {each.id for each in cohort.blokken if each.vergrendeld}
    told = [each for each in (gepubliceerd.cellen if gepubliceerd else ()) if each.blok_id in begun]
    known = {(each.kandidaat_id, each.blok_id) for each in told}
    kept = [
        each
        for each in (concept.cellen if concept else ())
        if (each.vast or each.blok_id in locked) and (each.kandidaat_id, each.blok_id) not in known
    ]
    return (*told, *kept)
