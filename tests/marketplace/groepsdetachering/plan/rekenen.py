"""What a worker does with the run that waits: read, solve, keep, with what role worker may do."""

from collections.abc import Mapping
from typing import Any

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Refusal
from marketplace.groepsdetachering.plan import rekenen
from marketplace.groepsdetachering.plan.antwoord import Antwoord, get_antwoord
from marketplace.groepsdetachering.plan.planner import GROEPSDETACHERING
from marketplace.groepsdetachering.run import solve_question
from marketplace.rekenruns import claims
from marketplace.rekenruns.uitkomst import digest
from tests.marketplace.groepsdetachering.plan.bordspel import Spel


async def work(conn: Connection, clock: Clock) -> str | None:
    """Carry out the run that waits; gives the sentence of what was in the way."""
    claim = await claims.claim_rekenrun(conn, "proef", clock.now())
    assert claim is not None
    try:
        opgave = await GROEPSDETACHERING.load(conn, claim)
    except Refusal as refusal:
        await claims.fail_rekenrun(conn, claim, refusal.sentence, clock.now())
        return refusal.sentence
    question = GROEPSDETACHERING.make_question(opgave, claim)
    assert await claims.store_instantie(conn, claim, question, digest(question), gelezen_op=clock.now())
    answer: dict[str, Any] = solve_question(question, lambda _step: None)
    if "fout" in answer:
        assert await claims.fail_rekenrun(conn, claim, answer["fout"], clock.now())
        return str(answer["fout"])
    assert await GROEPSDETACHERING.keep(conn, claim, opgave, answer, clock.now())
    return None


async def ask(spel: Spel, vraag: Mapping[str, object] | None = None, *, hoogstens: float = 0.5) -> int:
    """Ask for a plan, or what if of the concept as it is now; gives the run, which waits."""
    asked = dict(vraag or {"soort": "vullen"})
    if asked["soort"] != "vullen":
        asked.setdefault("versie", (await spel.concept()).versie)
    return await rekenen.request_plan(
        spel.conn,
        spel.kleine.planner,
        clock=spel.clock,
        organisatie_id=spel.kleine.id,
        hoogstens=hoogstens,
        vraag=asked,
    )


async def carry_out(spel: Spel) -> str | None:
    """Let a worker carry out the run that waits, with what it may do."""
    await spel.conn.execute("reset role; set local role worker")
    fout = await work(spel.conn, spel.clock)
    await spel.conn.execute("reset role; set local role app_ongebonden")
    return fout


async def answer_of(spel: Spel, **vraag: object) -> Antwoord:
    """Ask what if, let it be reckoned, and give the answer."""
    number = await ask(spel, vraag)
    assert await carry_out(spel) is None
    found = await get_antwoord(spel.conn, spel.kleine.planner, number)
    assert found is not None
    return found
