"""What waits for somebody: one row of work each, with its number and the page where it is done."""

from dataclasses import dataclass
from datetime import date, timedelta

from marketplace.db import Connection
from marketplace.kandidaten.queries import count_waiting
from marketplace.leerwerkplekken.model import PlekFilter, PlekStatus
from marketplace.leerwerkplekken.queries import list_leerwerkplekken
from marketplace.matching.queries import list_namen
from marketplace.regios.queries import get_wachttermijn
from marketplace.rekenruns.queries import get_latest_rekenrun
from marketplace.toegang.model import Actor, Rol
from marketplace.voorstellen.plan import PlanStatus
from marketplace.voorstellen.plan_queries import get_plan_with_status
from marketplace.web.formats import tijdstip


@dataclass(frozen=True, slots=True, kw_only=True)
class Werk:
    """A row of work; what is `dringend` gets a sign."""

    titel: str
    uitleg: str
    pad: str
    knop: str
    dringend: bool = False


async def work_of_accountmanager(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """The plan first, then people who wait too long and plekken that cannot take part yet."""
    regios = actor.regios_als(Rol.ACCOUNTMANAGER)
    termijn = await get_wachttermijn(conn, regios, vandaag)
    since = date.min if termijn is None else vandaag - timedelta(weeks=termijn)
    waiting, long = await count_waiting(conn, actor, since)
    rows = [row for code in regios[:1] for row in await _work_with_plan(conn, actor, code, waiting)]
    if long:
        rows.append(
            Werk(
                titel=f"{_count(long, 'kandidaat wacht', 'kandidaten wachten')} te lang",
                uitleg=f"Langer dan {termijn} weken. Wie het langst wacht, staat bovenaan.",
                pad="/kandidaten?status=matchbaar",
                knop="Bekijk wie er wachten",
                dringend=True,
            )
        )
    return [*rows, *await _work_with_plekken(conn, actor, vandaag)]


async def _work_with_plan(conn: Connection, actor: Actor, regio_code: str, waiting: int) -> list[Werk]:
    """What the plan of a region asks now: follow a run, mend one that failed, look at the concept."""
    searching = f"{_count(waiting, 'kandidaat zoekt', 'kandidaten zoeken')} een plek."
    run = await get_latest_rekenrun(conn, actor, regio_code)
    if run is not None and not run.status.is_final:
        return [
            Werk(
                titel="Er wordt gerekend aan een nieuw plan",
                uitleg=f"{searching} U hoeft niet te wachten: het plan staat straks onder Plan.",
                pad=f"/rekenruns/{run.id}",
                knop="Volg het rekenen",
            )
        ]
    plan = await _work_with_concept(conn, actor, regio_code, searching)
    if run is None or run.fout is None:
        return [plan]
    namen = await list_namen(conn, [regio_code])
    failed = Werk(
        titel="Het laatste rekenen is niet gelukt",
        uitleg=namen.fill(run.fout),
        pad=f"/rekenruns/{run.id}",
        knop="Bekijk wat u kunt doen",
        dringend=True,
    )
    return [failed, plan]


async def _work_with_concept(conn: Connection, actor: Actor, regio_code: str, searching: str) -> Werk:
    """Look at the concept of a region, or let one be made."""
    concept = await get_plan_with_status(conn, actor, regio_code, PlanStatus.CONCEPT)
    if concept is not None:
        return Werk(
            titel="Het plan nakijken",
            uitleg=f"{searching} Het concept is van {tijdstip(concept.gemaakt_op)}. Beslis per voorstel.",
            pad="/plan",
            knop="Naar het plan",
        )
    published = await get_plan_with_status(conn, actor, regio_code, PlanStatus.GEPUBLICEERD)
    return Werk(
        titel="Een nieuw plan maken" if published else "Het eerste plan maken",
        uitleg=f"{searching} Er ligt geen concept. Start een rekenrun om voorstellen te krijgen.",
        pad="/plan",
        knop="Naar het plan",
    )


async def work_of_werkgever(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """The own plekken: those that are not ready, and those that take part."""
    rows = await _work_with_plekken(conn, actor, vandaag)
    published = await list_leerwerkplekken(
        conn, actor, PlekFilter(status=PlekStatus.GEPUBLICEERD, aantal=1), vandaag
    )
    rows.append(
        Werk(
            titel=f"{_count(published.totaal, 'leerwerkplek doet', 'leerwerkplekken doen')} mee",
            uitleg="De accountmanager zoekt kandidaten voor deze plekken. Klopt nog wat er staat?",
            pad="/leerwerkplekken?status=gepubliceerd",
            knop="Bekijk uw plekken",
        )
        if published.totaal
        else Werk(
            titel="Maak uw eerste leerwerkplek",
            uitleg="Vertel welk werk iemand bij u kan leren. Dat kost ongeveer drie minuten.",
            pad="/leerwerkplekken/nieuw",
            knop="Nieuwe leerwerkplek",
        )
    )
    return rows


async def _work_with_plekken(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """Plekken that are still a concept and so take no part in planning."""
    concept = await list_leerwerkplekken(
        conn, actor, PlekFilter(status=PlekStatus.CONCEPT, aantal=1), vandaag
    )
    if not concept.totaal:
        return []
    one = concept.regels[0]
    return [
        Werk(
            titel=f"{_count(concept.totaal, 'plek is', 'plekken zijn')} nog niet gepubliceerd",
            uitleg="Een concept doet nog niet mee in het plan. Vul aan wat ontbreekt en publiceer.",
            pad=f"/leerwerkplekken/{one.id}" if concept.totaal == 1 else "/leerwerkplekken?status=concept",
            knop="Bekijk het concept" if concept.totaal == 1 else "Bekijk de concepten",
        )
    ]


def _count(number: int, one: str, many: str) -> str:
    """1 kandidaat, 2 kandidaten."""
    return f"{number} {one if number == 1 else many}"
