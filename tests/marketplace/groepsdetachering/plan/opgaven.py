"""The question of the small SW-bedrijf, as the solver gets it."""

from marketplace.groepsdetachering.plan.instance import load_opgave
from marketplace.groepsdetachering.plan.opgave import Opgave
from marketplace.rekenruns.model import Json
from solver.groepsdetachering import instance as solver
from tests.marketplace.groepsdetachering.plan.bordspel import Spel


async def opgave_of(spel: Spel, **vraag: object) -> Opgave:
    """The question of the board as it is now."""
    plan = await spel.conn.fetchval("select id from groepsplannen where status = 'concept'")
    asked: Json = {"soort": "vullen", "plan": plan, **vraag}
    return await load_opgave(spel.conn, [spel.kleine.id], spel.kleine.id, spel.clock.today(), asked)


async def instance_of(spel: Spel) -> solver.Instance:
    """The same, as the solver gets it."""
    return (await opgave_of(spel)).instance


async def medewerker(spel: Spel, wie: int) -> solver.Medewerker:
    """Somebody by number as the solver gets them."""
    rows = (await instance_of(spel)).medewerkers
    return next(each for each in rows if each.id == spel.kleine.mensen[wie])


async def opdracht(spel: Spel, number: int) -> solver.Opdracht:
    """An opdracht as the solver gets it."""
    return next(each for each in (await instance_of(spel)).opdrachten if each.id == number)
