"""The verbs on a roulatie itself: make one of a group, or as the next of a former one; change it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound
from marketplace.kandidaten.groepen import get_groep
from marketplace.kandidaten.model import GroepStatus
from marketplace.roulatie import afspraken, writes
from marketplace.roulatie.bord import own_cohort
from marketplace.roulatie.leerlijnen import get_leerlijn, refuse_circle
from marketplace.roulatie.model import Cohort, RoulatieStatus
from marketplace.roulatie.vervolg import copy_former
from marketplace.roulatie.wijziging import Wijziging, claim_roulatie
from marketplace.roulatie.writes import NieuweRoulatie
from marketplace.toegang.gebeurtenissen import append_gebeurtenis, changes
from marketplace.toegang.model import Actor

BEGINS = frozenset({GroepStatus.AANGEMELD, GroepStatus.GESTART})
VELDEN = ("naam", "opleider_id", "van", "tot", "afspraak", "afspraak_tot")
BELEID = ("max_blokken", "min_weken", "min_werkgevers", "fase_volgorde")
# What companies sign.
GETEKEND = frozenset({"afspraak", "afspraak_tot"})
SIGNED = "De bedrijven hebben dit getekend. Zolang de roulatie loopt, verandert het niet."
TERM = "De afspraak geldt ten minste tot de roulatie voorbij is. Kies een latere dag."


@dataclass(frozen=True, slots=True, kw_only=True)
class RoulatieGegevens:
    """What people change of a roulatie: half open, whole weeks."""

    naam: str
    opleider_id: int | None
    van: date
    tot: date
    afspraak: str
    afspraak_tot: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RoulatieBeleid:
    """The bounds within which a rooster is made."""

    max_blokken: int
    min_weken: int
    min_werkgevers: int
    fase_volgorde: bool


async def make_cohort(
    conn: Connection, actor: Actor, *, clock: Clock, nieuw: NieuweRoulatie, blokken: int
) -> int:
    """Make a roulatie of a group with so many blocks of equal length, and give its id.

    After a former one it takes the companies, plekken, volgorde and beleid of that, without signatures.
    Raises InvalidInput with fields, or NotFound.
    """
    former = None
    if nieuw.vervolg_op is not None:
        former = await own_cohort(conn, actor, nieuw.vervolg_op)
        if former.roulatie.regio_code != nieuw.regio_code:
            raise NotFound
    if wrong := await _wrong(conn, actor, nieuw):
        raise InvalidInput(fields=wrong)
    roulatie_id = await writes.insert_roulatie(conn, actor, nieuw)
    if roulatie_id is None:
        raise NotFound
    length = (nieuw.tot - nieuw.van) // blokken
    for number in range(blokken):
        await writes.put_blok(
            conn, roulatie_id, nieuw.van + number * length, nieuw.van + (number + 1) * length
        )
    if former is not None:
        await copy_former(conn, former, roulatie_id)
    await writes.insert_leerlijn_doelen(conn, roulatie_id, None)
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="roulatie_gemaakt",
        onderwerp="roulatie",
        onderwerp_id=roulatie_id,
        regio_code=nieuw.regio_code,
    )
    return roulatie_id


async def edit_roulatie(
    conn: Connection, actor: Actor, wijziging: Wijziging, gegevens: RoulatieGegevens
) -> None:
    """Change its name, opleider, dates and afspraak; raises InvalidInput where a block lies outside.

    Who signed another afspraak has not signed this one; of a roulatie that runs it does not change.
    """
    now = await own_cohort(conn, actor, wijziging.roulatie_id)
    if wrong := await _wrong_dates(conn, now, gegevens):
        raise InvalidInput(fields=wrong)
    changed = [each for each in VELDEN if getattr(now.roulatie, each) != getattr(gegevens, each)]
    named = [each for each in changed if each != "opleider_id"]
    await claim_roulatie(
        conn,
        actor,
        wijziging,
        "roulatie_gewijzigd",
        gegevens={"velden": changes(now.roulatie, gegevens, named)},
    )
    await conn.execute(
        """
        update roulaties set naam = $2, opleider_id = $3, periode = daterange($4, $5), afspraak = $6,
               afspraak_tot = $7
        where id = $1
        """,
        wijziging.roulatie_id,
        gegevens.naam,
        gegevens.opleider_id,
        gegevens.van,
        gegevens.tot,
        gegevens.afspraak,
        gegevens.afspraak_tot,
    )
    if not GETEKEND.isdisjoint(changed):
        await afspraken.clear_signatures(conn, wijziging.roulatie_id)


async def set_beleid(conn: Connection, actor: Actor, wijziging: Wijziging, beleid: RoulatieBeleid) -> None:
    """Change the bounds within which a rooster is made."""
    now = await own_cohort(conn, actor, wijziging.roulatie_id)
    velden = changes(now.roulatie, beleid, BELEID)
    await claim_roulatie(
        conn, actor, wijziging, "roulatie_beleid_gewijzigd", gegevens={"velden": _differing(velden)}
    )
    await conn.execute(
        """
        update roulaties set max_blokken = $2, min_weken = $3, min_werkgevers = $4, fase_volgorde = $5
        where id = $1
        """,
        wijziging.roulatie_id,
        beleid.max_blokken,
        beleid.min_weken,
        beleid.min_werkgevers,
        beleid.fase_volgorde,
    )


async def raise_laag(conn: Connection, actor: Actor, wijziging: Wijziging, laag: str) -> None:
    """Let a tier of wishes count before the one that stands above it; raises NotFound for no such tier."""
    now = await own_cohort(conn, actor, wijziging.roulatie_id)
    lagen = list(now.roulatie.lagen)
    if laag not in lagen[1:]:
        raise NotFound
    place = lagen.index(laag)
    lagen[place - 1 : place + 1] = [laag, lagen[place - 1]]
    await claim_roulatie(conn, actor, wijziging, "roulatie_lagen_gewijzigd")
    await conn.execute("update roulaties set lagen = $2 where id = $1", wijziging.roulatie_id, lagen)


async def set_volgorde(
    conn: Connection, actor: Actor, wijziging: Wijziging, volgorde: Sequence[tuple[int, int]]
) -> None:
    """Let these (first, then) be the order of werkprocessen; raises InvalidInput for a circle."""
    refuse_circle(volgorde)
    await claim_roulatie(conn, actor, wijziging, "roulatie_volgorde_gewijzigd")
    await conn.execute("delete from roulatie_volgorde where roulatie_id = $1", wijziging.roulatie_id)
    await conn.execute(
        """
        insert into roulatie_volgorde (roulatie_id, eerst, dan)
        select $1, paar.eerst, paar.dan from unnest($2::bigint[], $3::bigint[]) as paar(eerst, dan)
        on conflict do nothing
        """,
        wijziging.roulatie_id,
        [eerst for eerst, _ in volgorde],
        [dan for _, dan in volgorde],
    )


async def _wrong(conn: Connection, actor: Actor, nieuw: NieuweRoulatie) -> dict[str, str]:
    """What a new roulatie cannot be made of, by field."""
    groep = await get_groep(conn, actor, nieuw.groep_id)
    wrong = {}
    if groep is None or groep.regio_code != nieuw.regio_code or groep.status not in BEGINS:
        wrong["groep"] = "Kies een groep van deze regio die is aangemeld of gestart."
    if nieuw.leerlijn_id is not None and await get_leerlijn(conn, actor, nieuw.leerlijn_id) is None:
        wrong["leerlijn"] = "Maak een keuze uit de lijst."
    if nieuw.afspraak_tot < nieuw.tot:
        wrong["afspraak_tot"] = TERM
    return wrong | await _wrong_opleider(conn, nieuw.regio_code, nieuw.opleider_id)


async def _wrong_dates(conn: Connection, now: Cohort, gegevens: RoulatieGegevens) -> dict[str, str]:
    """What is wrong with a change, by field."""
    wrong = await _wrong_opleider(conn, now.roulatie.regio_code, gegevens.opleider_id)
    if gegevens.tot <= gegevens.van:
        return wrong | {"laatste_dag": "De laatste dag ligt na de eerste maandag."}
    if any(each.van < gegevens.van for each in now.blokken):
        wrong["van"] = "Er ligt een blok voor deze dag. Verander eerst de blokken."
    if any(each.tot > gegevens.tot for each in now.blokken):
        wrong["laatste_dag"] = "Er ligt een blok na deze dag. Verander eerst de blokken."
    if gegevens.afspraak_tot < gegevens.tot:
        wrong["afspraak_tot"] = TERM
    if now.roulatie.status is RoulatieStatus.LOPEND:
        differing = (each for each in GETEKEND if getattr(now.roulatie, each) != getattr(gegevens, each))
        wrong |= dict.fromkeys(differing, SIGNED)
    return wrong


async def _wrong_opleider(conn: Connection, regio_code: str, opleider_id: int | None) -> dict[str, str]:
    """A sentence where the opleider is none of the regio."""
    known = opleider_id is None or opleider_id in dict(await list_opleiders(conn, regio_code))
    return {} if known else {"opleider": "Maak een keuze uit de lijst."}


async def list_opleiders(conn: Connection, regio_code: str) -> list[tuple[int, str]]:
    """The mbo-opleiders of a regio, or who teach there: id and name."""
    rows = await conn.fetch(
        """
        select organisatie.id, organisatie.naam from organisaties organisatie
        where organisatie.soort = 'mbo' and organisatie.gearchiveerd_op is null
          and organisatie.id in (
              select id from organisaties where regio_code = $1
              union select organisatie_id from opleidingen where $1 = any(regio_codes))
        order by organisatie.naam, organisatie.id
        """,
        regio_code,
    )
    return [(row["id"], row["naam"]) for row in rows]


def _differing(velden: Mapping[str, list[object] | None]) -> dict[str, list[object] | None]:
    """Only the fields that became something else."""
    return {name: pair for name, pair in velden.items() if pair is None or pair[0] != pair[1]}


def gaps(cohort: Cohort) -> list[tuple[date, date]]:
    """The weeks of a roulatie in no block, half open, in order."""
    roulatie = cohort.roulatie
    edges = [(roulatie.van, roulatie.van), *((each.van, each.tot) for each in cohort.blokken)]
    edges.append((roulatie.tot, roulatie.tot))
    return [(one[1], other[0]) for one, other in pairwise(edges) if one[1] < other[0]]
