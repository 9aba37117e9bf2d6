"""The verbs on the deelnemers of a roulatie, and their SQL: who learns what, likes what, is away when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from marketplace.datum import datum
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound
from marketplace.kandidaten.groepen import list_by_kenmerk
from marketplace.rekenruns.weken import WEEK
from marketplace.roulatie.bord import own_cohort
from marketplace.roulatie.model import Cohort, PaarSoort, RoulatieDeelnemer, RoulatieStatus, mondays
from marketplace.roulatie.wijziging import Wijziging, claim_roulatie
from marketplace.roulatie.writes import insert_leerlijn_doelen
from marketplace.toegang.model import Actor

NIEMAND = "Dan is er niemand in het blok van {van}. Kies andere weken, of verander eerst het blok."


class OnTheBoard(Conflict):
    """Deze deelnemer staat al op het bord, of de roulatie loopt al. Leg op het bord vast dat iemand stopt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeelnemerGegevens:
    """Where somebody belongs, and from which Monday they take part if later than the others."""

    moederbedrijf_id: int | None
    van: date | None


async def add_deelnemer(conn: Connection, actor: Actor, wijziging: Wijziging, kenmerk: str) -> int:
    """Let somebody take part, with what the leerlijn says, and give their id.

    Raises InvalidInput for who is not known or takes part already.
    """
    now = await own_cohort(conn, actor, wijziging.roulatie_id)
    wanted = kenmerk.strip().upper()
    wanted = wanted if wanted.startswith("K-") else f"K-{wanted}"
    found = await list_by_kenmerk(conn, actor, now.roulatie.regio_code, [wanted])
    if wanted not in found:
        raise InvalidInput(fields={"kenmerk": f"Wij vinden in deze regio niemand met dit kenmerk: {wanted}."})
    if now.deelnemer(found[wanted]) is not None:
        raise InvalidInput(fields={"kenmerk": f"{wanted} doet al mee."})
    await claim_roulatie(conn, actor, wijziging, "deelnemer_toegevoegd", gegevens={"kenmerk": wanted})
    await conn.execute(
        """
        insert into roulatie_deelnemers (roulatie_id, kandidaat_id, moederbedrijf_id)
        select $1, id, sw_bedrijf_id from kandidaten where id = $2
        """,
        wijziging.roulatie_id,
        found[wanted],
    )
    await insert_leerlijn_doelen(conn, wijziging.roulatie_id, found[wanted])
    return found[wanted]


async def remove_deelnemer(conn: Connection, actor: Actor, wijziging: Wijziging, kandidaat_id: int) -> None:
    """Take somebody out while nothing was planned; raises OnTheBoard later."""
    now, deelnemer = await _deelnemer(conn, actor, wijziging, kandidaat_id)
    placed = await conn.fetchval(
        """
        select exists (
            select from roulatie_cellen cel join roulatie_roosters rooster on rooster.id = cel.rooster_id
            where cel.roulatie_id = $1 and cel.kandidaat_id = $2 and rooster.status <> 'vervallen')
        """,
        now.roulatie.id,
        kandidaat_id,
    )
    if placed or now.roulatie.status is not RoulatieStatus.VOORBEREIDING:
        raise OnTheBoard
    await claim_roulatie(
        conn, actor, wijziging, "deelnemer_weggehaald", gegevens={"kenmerk": deelnemer.kenmerk}
    )
    await conn.execute(
        "delete from roulatie_deelnemers where roulatie_id = $1 and kandidaat_id = $2",
        now.roulatie.id,
        kandidaat_id,
    )


async def edit_deelnemer(
    conn: Connection, actor: Actor, wijziging: Wijziging, kandidaat_id: int, gegevens: DeelnemerGegevens
) -> None:
    """Change where somebody belongs and when they begin; raises InvalidInput with fields."""
    now, deelnemer = await _deelnemer(conn, actor, wijziging, kandidaat_id)
    wrong = {}
    if gegevens.moederbedrijf_id not in (None, *await list_moederbedrijven(conn, now.roulatie.regio_code)):
        wrong["moederbedrijf"] = "Maak een keuze uit de lijst."
    if gegevens.van is not None and not now.roulatie.van <= gegevens.van < now.roulatie.tot:
        wrong["van"] = "Kies een maandag in de tijd van de roulatie."
    elif _starts_at_end(deelnemer, gegevens.van):
        wrong["van"] = "Deze deelnemer stopt op of voor deze dag."
    if wrong:
        raise InvalidInput(fields=wrong)
    await _claim(conn, actor, wijziging, deelnemer)
    await conn.execute(
        """
        update roulatie_deelnemers set moederbedrijf_id = $3, van = $4
        where roulatie_id = $1 and kandidaat_id = $2
        """,
        now.roulatie.id,
        kandidaat_id,
        gegevens.moederbedrijf_id,
        gegevens.van,
    )


async def set_leerdoelen(
    conn: Connection, actor: Actor, wijziging: Wijziging, kandidaat_id: int, weken: Mapping[int, int]
) -> None:
    """Let these be the agreed werkprocessen of somebody, each with its weeks."""
    now, deelnemer = await _deelnemer(conn, actor, wijziging, kandidaat_id)
    await _claim(conn, actor, wijziging, deelnemer)
    await conn.execute(
        "delete from roulatie_leerdoelen where roulatie_id = $1 and kandidaat_id = $2",
        now.roulatie.id,
        kandidaat_id,
    )
    await conn.execute(
        """
        insert into roulatie_leerdoelen (roulatie_id, kandidaat_id, werkproces_id, weken)
        select $1, $2, doel.werkproces_id, doel.weken
        from unnest($3::bigint[], $4::smallint[]) as doel(werkproces_id, weken)
        """,
        now.roulatie.id,
        kandidaat_id,
        list(weken),
        list(weken.values()),
    )


async def set_voorkeuren(
    conn: Connection, actor: Actor, wijziging: Wijziging, kandidaat_id: int, wensen: Mapping[int, int]
) -> None:
    """Let these be the wishes of somebody, in points by plek; a plek that is left out has none."""
    now, deelnemer = await _deelnemer(conn, actor, wijziging, kandidaat_id)
    if any(now.plek(each) is None for each in wensen):
        raise NotFound
    await _claim(conn, actor, wijziging, deelnemer)
    await conn.execute(
        "delete from roulatie_voorkeuren where roulatie_id = $1 and kandidaat_id = $2",
        now.roulatie.id,
        kandidaat_id,
    )
    await conn.execute(
        """
        insert into roulatie_voorkeuren (roulatie_id, kandidaat_id, leerwerkplek_id, wens)
        select $1, $2, liever.leerwerkplek_id, liever.wens
        from unnest($3::bigint[], $4::smallint[]) as liever(leerwerkplek_id, wens)
        """,
        now.roulatie.id,
        kandidaat_id,
        list(wensen),
        list(wensen.values()),
    )


async def set_paren(
    conn: Connection,
    actor: Actor,
    wijziging: Wijziging,
    kandidaat_id: int,
    anderen: Mapping[PaarSoort, Sequence[int]],
) -> None:
    """Say who may not meet somebody, who stays with them, and with whom they travel; raises InvalidInput."""
    now, deelnemer = await _deelnemer(conn, actor, wijziging, kandidaat_id)
    named = {other for others in anderen.values() for other in others}
    if kandidaat_id in named or any(now.deelnemer(each) is None for each in named):
        raise NotFound
    both = set(anderen.get(PaarSoort.APART, ())) & set(anderen.get(PaarSoort.SAMEN, ()))
    if both:
        said = ", ".join(each.kenmerk for each in now.deelnemers if each.kandidaat_id in both)
        raise InvalidInput(fields={"samen": f"Dit spreekt elkaar tegen: {said} staat ook bij apart."})
    await _claim(conn, actor, wijziging, deelnemer)
    await conn.execute(
        """
        delete from roulatie_paren
        where roulatie_id = $1 and (kandidaat_id = $2 or (ander_id = $2 and soort <> 'reist_met'))
        """,
        now.roulatie.id,
        kandidaat_id,
    )
    rows = [
        (*((kandidaat_id, other) if soort is PaarSoort.REIST_MET else sorted((kandidaat_id, other))), soort)
        for soort, others in anderen.items()
        for other in others
    ]
    await conn.execute(
        """
        insert into roulatie_paren (roulatie_id, kandidaat_id, ander_id, soort)
        select $1, paar.kandidaat_id, paar.ander_id, paar.soort
        from unnest($2::bigint[], $3::bigint[], $4::text[]) as paar(kandidaat_id, ander_id, soort)
        """,
        now.roulatie.id,
        [one for one, _, _ in rows],
        [other for _, other, _ in rows],
        [soort for _, _, soort in rows],
    )


async def add_afwezig(
    conn: Connection, actor: Actor, wijziging: Wijziging, kandidaat_id: int, eerste: date, laatste: date
) -> None:
    """Let somebody be away from one Monday to another, with it; raises InvalidInput with fields."""
    now, deelnemer = await _deelnemer(conn, actor, wijziging, kandidaat_id)
    if wrong := _wrong_weeks(now, eerste, laatste):
        raise InvalidInput(fields=wrong)
    weeks = mondays(eerste, laatste + WEEK)
    if empty := _emptied(now, kandidaat_id, {*deelnemer.afwezig, *weeks}):
        raise InvalidInput(fields={"afwezig_van": NIEMAND.format(van=datum(empty))})
    await _claim(conn, actor, wijziging, deelnemer)
    await conn.execute(
        """
        insert into roulatie_afwezig (roulatie_id, kandidaat_id, week) select $1, $2, unnest($3::date[])
        on conflict do nothing
        """,
        now.roulatie.id,
        kandidaat_id,
        weeks,
    )


async def remove_afwezig(
    conn: Connection, actor: Actor, wijziging: Wijziging, kandidaat_id: int, eerste: date, laatste: date
) -> None:
    """Let somebody be there after all in these weeks, by their Mondays."""
    now, deelnemer = await _deelnemer(conn, actor, wijziging, kandidaat_id)
    await _claim(conn, actor, wijziging, deelnemer)
    await conn.execute(
        """
        delete from roulatie_afwezig
        where roulatie_id = $1 and kandidaat_id = $2 and week between $3 and $4
        """,
        now.roulatie.id,
        kandidaat_id,
        eerste,
        laatste,
    )


async def list_moederbedrijven(conn: Connection, regio_code: str) -> dict[int, str]:
    """Where people can belong: the SW-bedrijven and werkgevers of a regio, by id, in order of name."""
    rows = await conn.fetch(
        """
        select id, naam from organisaties
        where regio_code = $1 and soort in ('sw_bedrijf', 'werkgever') and gearchiveerd_op is null
        order by soort desc, naam, id
        """,
        regio_code,
    )
    return {row["id"]: row["naam"] for row in rows}


async def _deelnemer(
    conn: Connection, actor: Actor, wijziging: Wijziging, kandidaat_id: int
) -> tuple[Cohort, RoulatieDeelnemer]:
    """The cohort that is the actor's, and one of its deelnemers; raises NotFound."""
    now = await own_cohort(conn, actor, wijziging.roulatie_id)
    deelnemer = now.deelnemer(kandidaat_id)
    if deelnemer is None:
        raise NotFound
    return now, deelnemer


async def _claim(conn: Connection, actor: Actor, wijziging: Wijziging, deelnemer: RoulatieDeelnemer) -> None:
    """Claim the version for a change of one deelnemer."""
    gegevens = {"kenmerk": deelnemer.kenmerk}
    await claim_roulatie(conn, actor, wijziging, "deelnemer_gewijzigd", gegevens=gegevens)


def _starts_at_end(deelnemer: RoulatieDeelnemer, van: date | None) -> bool:
    """Whether somebody would begin when they stop, or later."""
    return van is not None and deelnemer.gestopt_op is not None and van >= deelnemer.gestopt_op


def _wrong_weeks(now: Cohort, eerste: date, laatste: date) -> dict[str, str]:
    """What is wrong with a period of weeks, by field."""
    wrong = {}
    if not now.roulatie.van <= eerste < now.roulatie.tot:
        wrong["afwezig_van"] = "Kies een maandag in de tijd van de roulatie."
    if laatste < eerste:
        wrong["afwezig_tot"] = "De laatste week ligt na de eerste."
    elif laatste >= now.roulatie.tot:
        wrong["afwezig_tot"] = "Kies een maandag in de tijd van de roulatie."
    return wrong


def _emptied(now: Cohort, kandidaat_id: int, afwezig: set[date]) -> date | None:
    """The first Monday of a block in which nobody would be there any more."""
    people = [
        replace(each, afwezig=frozenset(afwezig)) if each.kandidaat_id == kandidaat_id else each
        for each in now.deelnemers
    ]
    for blok in now.blokken:
        if not any(each.is_there(week) for each in people for week in blok.maandagen):
            return blok.van
    return None
