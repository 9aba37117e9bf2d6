"""What waits for who plans in a region, and for who only reads it: the plan, people, plekken."""

from datetime import date

from marketplace.db import Connection
from marketplace.leerwerkplekken.plek_link_queries import list_wrong_plekken
from marketplace.matching.queries import count_to_plan, list_namen
from marketplace.regios.model import Regio
from marketplace.regios.queries import get_regio
from marketplace.rekenruns.model import RekenrunSoort
from marketplace.rekenruns.queries import get_latest_rekenrun
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO
from marketplace.voorstellen.plan import Plan, PlanStatus
from marketplace.voorstellen.plan_queries import count_open, get_plan_with_status
from marketplace.web.formats import aantal, tijdstip
from marketplace.web.matching.woorden import say_lacking
from marketplace.web.start.mensen import work_with_new_people, work_with_waiting
from marketplace.web.start.roulaties import work_to_know_of, work_with_roulaties
from marketplace.web.start.werk import Werk, work_with_ending, work_with_plekken


async def work_of_accountmanager(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """The plan first, then people who wait too long or take no part yet, then plekken that ask something."""
    regios = [await get_regio(conn, code) for code in actor.regios_als(*BESLIST)]
    return [
        *[row for regio in regios if regio for row in await _work_with_plan(conn, actor, regio, vandaag)],
        *await work_with_waiting(conn, actor, vandaag),
        *await work_with_new_people(conn, actor),
        *await _work_with_answers(conn, actor),
        *await work_with_roulaties(conn, actor, vandaag),
        *await work_with_plekken(conn, actor, vandaag),
        *await work_with_ending(conn, actor, vandaag),
    ]


async def work_of_regiocoordinator(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """The plans to read of regions in which another decides, and people who wait too long there."""
    others = set(actor.regios_als(*LEEST_REGIO)) - set(actor.regios_als(*BESLIST))
    regios = [await get_regio(conn, code) for code in sorted(others)]
    rows = [await _plan_to_read(conn, actor, regio) for regio in regios if regio]
    if actor.heeft(*BESLIST):
        return rows
    return [*rows, *await work_to_know_of(conn, actor), *await work_with_waiting(conn, actor, vandaag)]


async def _plan_to_read(conn: Connection, actor: Actor, regio: Regio) -> Werk:
    """How the plan of a region stands."""
    pad = f"/plan?regio={regio.code}"
    for status in (PlanStatus.CONCEPT, PlanStatus.GEPUBLICEERD):
        plan = await get_plan_with_status(conn, actor, regio.code, status)
        if plan is not None:
            waits = await count_open(conn, actor, plan.id)
            return Werk(
                titel=f"Het plan van regio {regio.naam}",
                uitleg=f"{_made(regio, plan)} {_waits(waits)} De accountmanager beslist.",
                pad=pad,
                knop="Bekijk het plan",
            )
    return Werk(
        titel=f"Er is nog geen plan voor regio {regio.naam}",
        uitleg="De accountmanager kan een eerste plan laten maken.",
        pad=pad,
        knop="Naar het plan",
    )


def _made(regio: Regio, plan: Plan) -> str:
    """Which plan it is and when it was made."""
    kind = "concept" if plan.status is PlanStatus.CONCEPT else "gepubliceerde plan"
    return f"Het {kind} van regio {regio.naam} is van {tijdstip(plan.gemaakt_op)}."


def _waits(waits: int) -> str:
    """How many voorstellen wait for a decision."""
    if not waits:
        return "Er wacht geen voorstel op een besluit."
    return f"{aantal(waits, 'voorstel wacht', 'voorstellen wachten')} op een besluit."


async def _work_with_plan(conn: Connection, actor: Actor, regio: Regio, vandaag: date) -> list[Werk]:
    """What the plan of a region asks now: follow a run, mend one that failed, decide, let one be made."""
    concept, published = [
        await get_plan_with_status(conn, actor, regio.code, status)
        for status in (PlanStatus.CONCEPT, PlanStatus.GEPUBLICEERD)
    ]
    plan = concept or published
    run = await _work_with_run(conn, actor, regio.code)
    if plan is not None:
        return [*run, await _work_in_plan(conn, actor, regio, plan)]
    return run or [await _work_without_plan(conn, regio, vandaag)]


async def _work_with_run(conn: Connection, actor: Actor, regio_code: str) -> list[Werk]:
    """The last run of a region, when it is under way or failed."""
    run = await get_latest_rekenrun(conn, actor, regio_code)
    if run is None or (run.status.is_final and run.fout is None):
        return []
    if run.fout is None:
        return [
            Werk(
                titel="Het plan wordt hersteld"
                if run.soort is RekenrunSoort.HERSTEL
                else "Er wordt gerekend aan een nieuw plan",
                uitleg="U hoeft niet te wachten: het plan staat straks onder Plan.",
                pad=f"/rekenruns/{run.id}",
                knop="Volg het rekenen",
            )
        ]
    namen = await list_namen(conn, [regio_code], [run.fout])
    return [
        Werk(
            titel="Het laatste rekenen is niet gelukt",
            uitleg=namen.fill(run.fout),
            pad=f"/rekenruns/{run.id}",
            knop="Bekijk wat u kunt doen",
            dringend=True,
        )
    ]


async def _work_in_plan(conn: Connection, actor: Actor, regio: Regio, plan: Plan) -> Werk:
    """Decide what waits in the plan of now; when nothing does, publish it or let another be made."""
    waits = await count_open(conn, actor, plan.id)
    pad = f"/plan?regio={plan.regio_code}"
    made = _made(regio, plan)
    if waits:
        return Werk(
            titel=f"{aantal(waits, 'voorstel wacht', 'voorstellen wachten')} op een besluit",
            uitleg=f"{made} Wat aandacht vraagt, staat bovenaan.",
            pad=f"{pad}&status=open#filters",
            knop="Naar de voorstellen",
        )
    if plan.status is PlanStatus.CONCEPT:
        return Werk(
            titel="Het plan nakijken",
            uitleg=f"{made} Er wacht geen voorstel meer op een besluit.",
            pad=pad,
            knop="Naar het plan",
        )
    return Werk(
        titel="Een nieuw plan maken",
        uitleg=f"{made} Er wacht geen voorstel meer op een besluit. Reken opnieuw voor nieuwe voorstellen.",
        pad=pad,
        knop="Naar het plan",
    )


async def _work_without_plan(conn: Connection, regio: Regio, vandaag: date) -> Werk:
    """Let the first plan be made, or say what a region still lacks for it."""
    kandidaten, plekken = await count_to_plan(conn, regio.code, vandaag)
    if not plekken and not kandidaten:
        return Werk(
            titel="Er valt nog niets te plannen",
            uitleg=f"{say_lacking(kandidaten, plekken)} Hebt u ze in een bestand? Lees ze dan samen in.",
            pad="/gegevens",
            knop="Gegevens inlezen",
        )
    if not plekken:
        return Werk(
            titel="Er valt nog niets te plannen",
            uitleg=say_lacking(kandidaten, plekken),
            pad="/leerwerkplekken/nieuw",
            knop="Nieuwe leerwerkplek",
        )
    if not kandidaten:
        return Werk(
            titel="Er valt nog niets te plannen",
            uitleg=say_lacking(kandidaten, plekken),
            pad="/kandidaten",
            knop="Naar de kandidaten",
        )
    return Werk(
        titel="Het eerste plan maken",
        uitleg=f"{aantal(kandidaten, 'kandidaat zoekt', 'kandidaten zoeken')} een plek. "
        f"Start een rekenrun om voorstellen te krijgen voor regio {regio.naam}.",
        pad=f"/plan?regio={regio.code}",
        knop="Naar het plan",
    )


async def _work_with_answers(conn: Connection, actor: Actor) -> list[Werk]:
    """Plekken of which the werkgever said that something is different; the oldest answer first."""
    wrong = await list_wrong_plekken(conn, actor)
    if not wrong:
        return []
    return [
        Werk(
            titel=f"{aantal(len(wrong), 'plek klopt', 'plekken kloppen')} niet meer volgens de werkgever",
            uitleg="Lees wat er anders is en pas de leerwerkplek aan.",
            pad=f"/leerwerkplekken/{wrong[0]}",
            knop="Bekijk de plek" if len(wrong) == 1 else "Bekijk de eerste plek",
        )
    ]
