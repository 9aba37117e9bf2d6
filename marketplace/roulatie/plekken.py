"""The verbs on the plekken of a roulatie, and their SQL: let one take part, how many people, what when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from marketplace.bordnaam import next_colour, propose_kort
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound
from marketplace.rekenruns.weken import WEEK
from marketplace.roulatie.bord import own_cohort
from marketplace.roulatie.model import Cohort, RoulatiePlek, mondays
from marketplace.roulatie.wijziging import Wijziging, claim_roulatie
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO


class InUse(Conflict):
    """Er staan al mensen op deze plek op het bord. Haal hen daar eerst weg."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlekKeuze:
    """A published plek that could take part."""

    id: int
    titel: str
    organisatie_id: int
    organisatie: str
    plaats: str
    plaatsen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlekGegevens:
    """How a plek stands on the board, and how many people it takes in a block."""

    kort: str
    kleur: int
    minimum: int
    maximum: int
    taxibus: int


async def list_keuzen(conn: Connection, actor: Actor, roulatie_id: int) -> list[PlekKeuze]:
    """The plekken of its regio that are published and open in its period, and do not take part yet."""
    rows = await conn.fetch(
        """
        select plek.id, plek.titel, vestiging.organisatie_id, organisatie.naam as organisatie,
               plaats.naam as plaats, plek.plaatsen
        from roulaties roulatie
        join leerwerkplekken plek on plek.regio_code = roulatie.regio_code
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        join plaatsen plaats on plaats.id = vestiging.plaats_id
        where roulatie.id = $2 and roulatie.regio_code = any($1::text[]) and plek.status = 'gepubliceerd'
          and plek.periode && roulatie.periode
          and not exists (select from roulatie_plekken deel
                          where deel.roulatie_id = roulatie.id and deel.leerwerkplek_id = plek.id)
        order by organisatie.naam, plek.titel, plek.id
        """,
        list(actor.regios_als(*LEEST_REGIO)),
        roulatie_id,
    )
    return [PlekKeuze(**dict(row)) for row in rows]


async def add_plek(conn: Connection, actor: Actor, wijziging: Wijziging, leerwerkplek_id: int) -> None:
    """Let a plek take part, with a short name and a colour that nobody has; raises InvalidInput."""
    now = await own_cohort(conn, actor, wijziging.roulatie_id)
    found = [each for each in await list_keuzen(conn, actor, now.roulatie.id) if each.id == leerwerkplek_id]
    if not found:
        raise InvalidInput("Deze plek doet al mee, of is niet open in de tijd van de roulatie.")
    keuze = found[0]
    words = [*keuze.organisatie.split(), *keuze.titel.split()]
    kort = propose_kort(words, {each.kort for each in now.plekken}, "Plek")
    await claim_roulatie(conn, actor, wijziging, "plek_toegevoegd", gegevens={"plek": kort})
    await conn.execute(
        """
        insert into roulatie_bedrijven (roulatie_id, organisatie_id) values ($1, $2) on conflict do nothing
        """,
        now.roulatie.id,
        keuze.organisatie_id,
    )
    await conn.execute(
        """
        insert into roulatie_plekken (roulatie_id, leerwerkplek_id, organisatie_id, kort, kleur, maximum)
        values ($1, $2, $3, $4, $5, $6)
        """,
        now.roulatie.id,
        leerwerkplek_id,
        keuze.organisatie_id,
        kort,
        next_colour([each.kleur for each in now.plekken]),
        keuze.plaatsen,
    )


async def edit_plek(
    conn: Connection, actor: Actor, wijziging: Wijziging, leerwerkplek_id: int, gegevens: PlekGegevens
) -> None:
    """Change how a plek takes part; raises InvalidInput with fields."""
    now, plek = await _plek(conn, actor, wijziging, leerwerkplek_id)
    wrong = {}
    if any(each.kort.lower() == gegevens.kort.lower() and each != plek for each in now.plekken):
        wrong["kort"] = "Een andere plek heeft deze korte naam al."
    if gegevens.minimum > gegevens.maximum:
        wrong["minimum"] = "Het minimum is hoger dan het maximum."
    if wrong:
        raise InvalidInput(fields=wrong)
    await _claim(conn, actor, wijziging, plek)
    await conn.execute(
        """
        update roulatie_plekken set kort = $3, kleur = $4, minimum = $5, maximum = $6, taxibus = $7
        where roulatie_id = $1 and leerwerkplek_id = $2
        """,
        now.roulatie.id,
        leerwerkplek_id,
        gegevens.kort,
        gegevens.kleur,
        gegevens.minimum,
        gegevens.maximum,
        gegevens.taxibus,
    )


async def set_lessen(
    conn: Connection,
    actor: Actor,
    wijziging: Wijziging,
    leerwerkplek_id: int,
    seizoenen: Mapping[int, Sequence[int]],
    vereist: Sequence[int],
) -> None:
    """Say in which months a plek teaches what, and what somebody must have practised before coming."""
    now, plek = await _plek(conn, actor, wijziging, leerwerkplek_id)
    await _claim(conn, actor, wijziging, plek)
    for table in ("roulatie_seizoenen", "roulatie_vereist"):
        await conn.execute(
            f"delete from {table} where roulatie_id = $1 and leerwerkplek_id = $2",  # noqa: S608 (names of our own)
            now.roulatie.id,
            leerwerkplek_id,
        )
    await conn.executemany(
        """
        insert into roulatie_seizoenen (roulatie_id, leerwerkplek_id, werkproces_id, maanden)
        values ($1, $2, $3, $4)
        """,
        [(now.roulatie.id, leerwerkplek_id, each, sorted(maanden)) for each, maanden in seizoenen.items()],
    )
    await conn.execute(
        """
        insert into roulatie_vereist (roulatie_id, leerwerkplek_id, werkproces_id)
        select $1, $2, unnest($3::bigint[])
        """,
        now.roulatie.id,
        leerwerkplek_id,
        list(vereist),
    )


async def close_weeks(
    conn: Connection, actor: Actor, wijziging: Wijziging, leerwerkplek_id: int, eerste: date, laatste: date
) -> None:
    """Let nobody be at a plek from one Monday to another, with it; raises InvalidInput with fields."""
    now, plek = await _plek(conn, actor, wijziging, leerwerkplek_id)
    wrong = {}
    if not now.roulatie.van <= eerste < now.roulatie.tot:
        wrong["dicht_van"] = "Kies een maandag in de tijd van de roulatie."
    if laatste < eerste:
        wrong["dicht_tot"] = "De laatste week ligt na de eerste."
    elif laatste >= now.roulatie.tot:
        wrong["dicht_tot"] = "Kies een maandag in de tijd van de roulatie."
    if wrong:
        raise InvalidInput(fields=wrong)
    await _claim(conn, actor, wijziging, plek)
    await conn.execute(
        """
        insert into roulatie_gesloten (roulatie_id, leerwerkplek_id, week) select $1, $2, unnest($3::date[])
        on conflict do nothing
        """,
        now.roulatie.id,
        leerwerkplek_id,
        mondays(eerste, laatste + WEEK),
    )


async def open_weeks(
    conn: Connection, actor: Actor, wijziging: Wijziging, leerwerkplek_id: int, eerste: date, laatste: date
) -> None:
    """Let a plek be open after all in these weeks, by their Mondays."""
    now, plek = await _plek(conn, actor, wijziging, leerwerkplek_id)
    await _claim(conn, actor, wijziging, plek)
    await conn.execute(
        """
        delete from roulatie_gesloten
        where roulatie_id = $1 and leerwerkplek_id = $2 and week between $3 and $4
        """,
        now.roulatie.id,
        leerwerkplek_id,
        eerste,
        laatste,
    )


async def remove_plek(conn: Connection, actor: Actor, wijziging: Wijziging, leerwerkplek_id: int) -> None:
    """Let a plek not take part after all, its company neither when it was the last; raises InUse."""
    now, plek = await _plek(conn, actor, wijziging, leerwerkplek_id)
    if await conn.fetchval(
        """
        select exists (
            select from roulatie_cellen cel join roulatie_roosters rooster on rooster.id = cel.rooster_id
            where cel.roulatie_id = $1 and cel.leerwerkplek_id = $2 and rooster.status <> 'vervallen')
        """,
        now.roulatie.id,
        leerwerkplek_id,
    ):
        raise InUse
    await claim_roulatie(conn, actor, wijziging, "plek_weggehaald", gegevens={"plek": plek.kort})
    await conn.execute(
        "delete from roulatie_plekken where roulatie_id = $1 and leerwerkplek_id = $2",
        now.roulatie.id,
        leerwerkplek_id,
    )
    if all(each == plek or each.organisatie_id != plek.organisatie_id for each in now.plekken):
        await conn.execute(
            "delete from roulatie_bedrijven where roulatie_id = $1 and organisatie_id = $2",
            now.roulatie.id,
            plek.organisatie_id,
        )


async def _plek(
    conn: Connection, actor: Actor, wijziging: Wijziging, leerwerkplek_id: int
) -> tuple[Cohort, RoulatiePlek]:
    """The cohort that is the actor's, and one of its plekken; raises NotFound."""
    now = await own_cohort(conn, actor, wijziging.roulatie_id)
    plek = now.plek(leerwerkplek_id)
    if plek is None:
        raise NotFound
    return now, plek


async def _claim(conn: Connection, actor: Actor, wijziging: Wijziging, plek: RoulatiePlek) -> None:
    """Claim the version for a change of one plek."""
    await claim_roulatie(conn, actor, wijziging, "plek_gewijzigd", gegevens={"plek": plek.kort})
