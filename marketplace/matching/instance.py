"""Read the rows of a region and give the question that the solver gets."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

from marketplace.bezetting.queries import list_bezetting
from marketplace.db import Connection
from marketplace.kandidaten.doelgroepen import list_leden
from marketplace.kandidaten.queries import list_matchbaar
from marketplace.kandidaten.uitsluitingen import list_regio_uitsluitingen
from marketplace.leerwerkplekken.model import Plannable
from marketplace.leerwerkplekken.queries import list_plannable
from marketplace.matching.opgave import Opgave, Rijen, build_opgave
from marketplace.organisaties.queries import list_opleidingen
from marketplace.regios.queries import get_beleid
from marketplace.rekenruns.model import RekenrunSoort
from marketplace.rekenruns.weken import Weken
from marketplace.voorstellen import store
from marketplace.voorstellen.uitzonderingen import list_regio_uitzonderingen

YEARS_AHEAD = timedelta(weeks=156)


async def load_opgave(
    conn: Connection,
    regio_code: str,
    vandaag: date,
    max_verplaatst: int | None = None,
    soort: RekenrunSoort = RekenrunSoort.NIEUW,
) -> Opgave:
    """Build the question of a region as it is now; raises NotPlannable with the sentence that people read."""
    rijen = await read_rijen(conn, regio_code, vandaag)
    leden = await list_leden(conn, regio_code, rijen.beleid.ondergrenzen.procenten, vandaag)
    herstel = await store.get_nieuwste(conn, regio_code) if soort is RekenrunSoort.HERSTEL else None
    rijen = replace(rijen, doelgroepen=leden, max_verplaatst=max_verplaatst, herstel=herstel)
    return build_opgave(rijen, Weken.after(vandaag))


async def read_rijen(conn: Connection, regio_code: str, vandaag: date) -> Rijen:
    """Read all that a question about a region needs; doelgroepen, which only the worker reads, are apart."""
    weken = Weken.after(vandaag)
    until = weken.week0 + YEARS_AHEAD
    plannable = await list_plannable(conn, regio_code, weken.week0, until)
    return Rijen(
        vandaag=vandaag,
        beleid=await get_beleid(conn, regio_code, vandaag),
        profielen=await list_matchbaar(conn, regio_code),
        plannable=plannable,
        opleidingen=await list_opleidingen(conn, regio_code, weken.week0, until),
        bezetting=await list_bezetting(conn, regio_code, weken.week0),
        vastgehouden=await store.list_vastgehouden(conn, regio_code, vandaag),
        verboden=await _read_verboden(conn, regio_code, plannable),
        eerder=await store.list_eerder(conn, regio_code),
        uitzonderingen=await list_regio_uitzonderingen(conn, regio_code, vandaag),
    )


async def _read_verboden(
    conn: Connection, regio_code: str, plannable: Plannable
) -> frozenset[tuple[int, int]]:
    """Pairs that were rejected, and what rejections left behind; a vestiging stands for all its plekken."""
    at: dict[int, list[int]] = defaultdict(list)
    for row in plannable.plekken:
        at[row.plek.vestiging_id].append(row.plek.id)
    pairs = set(await store.list_afgewezen(conn, regio_code))
    for each in await list_regio_uitsluitingen(conn, regio_code):
        if each.leerwerkplek_id is not None:
            pairs.add((each.kandidaat_id, each.leerwerkplek_id))
        if each.vestiging_id is not None:
            pairs.update((each.kandidaat_id, plek) for plek in at[each.vestiging_id])
    return frozenset(pairs)
