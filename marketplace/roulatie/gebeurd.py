"""Things that happen in a roulatie that runs: each is written down, and a repair is asked for at once.

The repair changes as little as can be, within a budget of people who may notice; blocks that began stay as
they were. It comes as an alternative beside the board, so people see who is touched and why before anything
changes.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date

from marketplace.clock import monday
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound
from marketplace.organisaties.erkenning import edit_erkenning, edit_of, visible_erkenning
from marketplace.rekenruns.concepten import bump
from marketplace.roulatie import bord, deelnemers, roosters
from marketplace.roulatie.blokken import split_block
from marketplace.roulatie.model import Cel, Cohort, Rooster
from marketplace.roulatie.queries import get_cohort
from marketplace.roulatie.rekenen import request_rooster
from marketplace.roulatie.roosters import ROOSTERS
from marketplace.roulatie.wijziging import Wijziging, claim_roulatie
from marketplace.toegang.model import Actor

IN_TIME = "Kies een maandag in de tijd van de roulatie, vanaf deze week."


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstel:
    """What a repair may do: to how many people and places at most, None for any number; seconds to think."""

    max_mensen: int | None = None
    max_cellen: int | None = None
    hoogstens: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebeurtenis:
    """What happened, from which Monday, and why."""

    vanaf: date
    reden: str


Happening = Callable[[Connection, Actor, Wijziging], Awaitable[None]]


async def happen(
    conn: Connection, actor: Actor, wijziging: Wijziging, herstel: Herstel, happening: Happening
) -> int:
    """Write down what happened, take from the board what cannot stay, and ask for a repair; gives its run."""
    await happening(conn, actor, wijziging)
    concept = await bord.begin(conn, actor, clock=wijziging.clock, roulatie_id=wijziging.roulatie_id)
    await _clear(conn, actor, wijziging, concept)
    budget = {"max_mensen": herstel.max_mensen, "max_cellen": herstel.max_cellen}
    bounds = {name: most for name, most in budget.items() if most is not None}
    return await request_rooster(
        conn,
        actor,
        clock=wijziging.clock,
        roulatie_id=wijziging.roulatie_id,
        hoogstens=herstel.hoogstens,
        vraag={"herstel": True, **bounds},
    )


async def _clear(conn: Connection, actor: Actor, wijziging: Wijziging, concept: Rooster) -> None:
    """Take from the board who is not there in a block any more, and who stands at a plek that stopped."""
    cohort = await get_cohort(conn, actor, wijziging.roulatie_id)
    if cohort is None:
        raise NotFound
    gone = [(each.kandidaat_id, each.blok_id) for each in concept.cellen if not _can_stay(cohort, each)]
    if gone and await bump(conn, ROOSTERS, concept.id, concept.versie):
        await roosters.delete_cellen(conn, concept.id, gone)


def _can_stay(cohort: Cohort, cel: Cel) -> bool:
    """Whether somebody can be where the board has them: there, and at a plek that has not stopped."""
    deelnemer, blok = cohort.deelnemer(cel.kandidaat_id), cohort.blok(cel.blok_id)
    plek = cohort.plek(cel.leerwerkplek_id)
    if deelnemer is None or blok is None or plek is None:
        return False
    is_there = any(deelnemer.is_there(week) for week in blok.maandagen)
    return is_there and (plek.stopt_op is None or blok.van < plek.stopt_op)


async def drop_out(
    conn: Connection, actor: Actor, wijziging: Wijziging, *, kandidaat_id: int, gebeurtenis: Gebeurtenis
) -> None:
    """Somebody stops from a Monday on."""
    now = await bord.own_cohort(conn, actor, wijziging.roulatie_id)
    deelnemer = now.deelnemer(kandidaat_id)
    if deelnemer is None:
        raise NotFound
    if deelnemer.gestopt_op is not None:
        raise InvalidInput(fields={"deelnemer": f"{deelnemer.kenmerk} is al gestopt."})
    if not (deelnemer.van or now.roulatie.van) < gebeurtenis.vanaf < now.roulatie.tot:
        raise InvalidInput(fields={"vanaf": "Kies een maandag nadat deze deelnemer begon."})
    await claim_roulatie(
        conn,
        actor,
        wijziging,
        "deelnemer_gestopt",
        reden=gebeurtenis.reden,
        gegevens={"kenmerk": deelnemer.kenmerk},
    )
    await conn.execute(
        """
        update roulatie_deelnemers set gestopt_op = $3, gestopt_reden = $4
        where roulatie_id = $1 and kandidaat_id = $2
        """,
        now.roulatie.id,
        kandidaat_id,
        gebeurtenis.vanaf,
        gebeurtenis.reden,
    )


async def company_stops(
    conn: Connection, actor: Actor, wijziging: Wijziging, *, organisatie_id: int, gebeurtenis: Gebeurtenis
) -> None:
    """A company stops from a Monday on; a block in which that falls becomes two."""
    now = await bord.own_cohort(conn, actor, wijziging.roulatie_id)
    bedrijf = next((each for each in now.bedrijven if each.organisatie_id == organisatie_id), None)
    if bedrijf is None:
        raise NotFound
    _expect_ahead(now, wijziging, gebeurtenis.vanaf)
    await claim_roulatie(
        conn,
        actor,
        wijziging,
        "bedrijf_gestopt",
        reden=gebeurtenis.reden,
        gegevens={"bedrijf": bedrijf.naam},
    )
    for blok in now.blokken:
        if blok.van < gebeurtenis.vanaf < blok.tot:
            await split_block(conn, now, blok, gebeurtenis.vanaf)
    await conn.execute(
        """
        update roulatie_plekken set stopt_op = $3, stopt_reden = $4
        where roulatie_id = $1 and organisatie_id = $2
        """,
        now.roulatie.id,
        organisatie_id,
        gebeurtenis.vanaf,
        gebeurtenis.reden,
    )


async def erkenning_ends(
    conn: Connection, actor: Actor, wijziging: Wijziging, *, erkenning_id: int, gebeurtenis: Gebeurtenis
) -> None:
    """SBB withdraws an erkenning of one of the companies from a Monday on."""
    now = await bord.own_cohort(conn, actor, wijziging.roulatie_id)
    vestiging, erkenning = await visible_erkenning(conn, actor, erkenning_id)
    if vestiging.organisatie_id not in {each.organisatie_id for each in now.bedrijven}:
        raise NotFound
    _expect_ahead(now, wijziging, gebeurtenis.vanaf)
    await claim_roulatie(
        conn,
        actor,
        wijziging,
        "erkenning_ingetrokken",
        reden=gebeurtenis.reden,
        gegevens={"bedrijf": vestiging.organisatie, "crebo": erkenning.crebo},
    )
    edit = replace(edit_of(erkenning), tot=gebeurtenis.vanaf)
    await edit_erkenning(
        conn,
        actor,
        clock=wijziging.clock,
        erkenning_id=erkenning_id,
        versie=erkenning.versie,
        edit=edit,
        reden=gebeurtenis.reden,
    )


async def late_joiner(
    conn: Connection, actor: Actor, wijziging: Wijziging, *, kenmerk: str, vanaf: date
) -> None:
    """Somebody joins from a Monday on, with what the leerlijn says."""
    now = await bord.own_cohort(conn, actor, wijziging.roulatie_id)
    _expect_ahead(now, wijziging, vanaf)
    kandidaat_id = await deelnemers.add_deelnemer(conn, actor, wijziging, kenmerk)
    await conn.execute(
        "update roulatie_deelnemers set van = $3 where roulatie_id = $1 and kandidaat_id = $2",
        now.roulatie.id,
        kandidaat_id,
        vanaf,
    )


def _expect_ahead(now: Cohort, wijziging: Wijziging, vanaf: date) -> None:
    """Raise InvalidInput for a Monday outside the roulatie, or before this week."""
    if not max(now.roulatie.van, monday(wijziging.clock.today())) <= vanaf < now.roulatie.tot:
        raise InvalidInput(fields={"vanaf": IN_TIME})


async def list_erkenningen_van(conn: Connection, cohort: Cohort) -> list[tuple[int, str]]:
    """The erkenningen of the vestigingen of a roulatie that hold in its time, by id, in words."""
    rows = await conn.fetch(
        """
        select distinct erkenning.id, organisatie.naam || ', ' || kwalificatie.naam as naam
        from roulatie_plekken deel
        join leerwerkplekken plek on plek.id = deel.leerwerkplek_id
        join erkenningen erkenning on erkenning.vestiging_id = plek.vestiging_id
        join kwalificaties kwalificatie on kwalificatie.crebo = erkenning.crebo
        join organisaties organisatie on organisatie.id = deel.organisatie_id
        where deel.roulatie_id = $1 and erkenning.periode && daterange($2, $3) order by naam
        """,
        cohort.roulatie.id,
        cohort.roulatie.van,
        cohort.roulatie.tot,
    )
    return [(row["id"], row["naam"]) for row in rows]
