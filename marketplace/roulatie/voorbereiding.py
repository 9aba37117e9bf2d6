"""What is ready of a roulatie and what is not, and who could teach what none of its plekken teaches."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.roulatie.afspraken import Overeenkomst
from marketplace.roulatie.cohort import gaps
from marketplace.roulatie.instance import NotPlannable, load_opgave
from marketplace.roulatie.model import Cohort, Rooster
from marketplace.roulatie.opgave import Opgave
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO
from solver.roulatie.vooraf import reasons

# So long before a block begins its praktijkovereenkomsten are asked for; so many are named.
SOON = timedelta(weeks=2)
MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """A thing to do before a rooster is published: the page where, and what is lacking, None when done."""

    code: str
    pad: str
    mist: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kans:
    """A plek of the regio where a werkproces occurs: whether it takes part, and is erkend for it."""

    werkproces_id: int
    leerwerkplek_id: int
    titel: str
    organisatie: str
    doet_mee: bool
    erkend: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Vooraf:
    """What can be said before solving: sentences with placeholders, and by werkproces who could teach it."""

    redenen: tuple[str, ...] = ()
    kansen: Mapping[int, tuple[Kans, ...]] | None = None


def lacking_overeenkomsten(
    cohort: Cohort, told: Rooster, signed: Collection[Overeenkomst], vandaag: date
) -> list[str]:
    """Who is at a company, or will be soon, without a praktijkovereenkomst with it, in words."""
    soon = {each.id for each in cohort.blokken if each.van <= vandaag + SOON}
    pairs = {(each.kandidaat_id, each.organisatie_id) for each in signed}
    found: dict[str, None] = {}
    for cel in told.cellen:
        deelnemer, plek = cohort.deelnemer(cel.kandidaat_id), cohort.plek(cel.leerwerkplek_id)
        if deelnemer is None or plek is None or cel.blok_id not in soon:
            continue
        if (deelnemer.kandidaat_id, plek.organisatie_id) not in pairs:
            found[f"{deelnemer.kenmerk} bij {plek.organisatie}"] = None
    return list(found)


def list_stappen(
    cohort: Cohort, *, has_rooster: bool, has_gepubliceerd: bool, onovereengekomen: Sequence[str] = ()
) -> list[Stap]:
    """What is to be done, in the order in which people do it; praktijkovereenkomsten once it is published."""
    without = [each.kenmerk for each in cohort.deelnemers if not each.leerdoelen]
    unsigned = [each.naam for each in cohort.bedrijven if each.getekend_op is None]
    free = len(gaps(cohort))
    blokken = None if cohort.blokken else "Er zijn nog geen blokken."
    if cohort.blokken and free:
        blokken = "Niet alle weken liggen in een blok."
    rooster = None if has_gepubliceerd else "Er is nog geen rooster."
    if has_rooster and not has_gepubliceerd:
        rooster = "Het rooster is nog niet gepubliceerd."
    stappen = [
        Stap(
            code="deelnemers",
            pad="/deelnemers",
            mist=None if cohort.deelnemers else "Er doet nog niemand mee.",
        ),
        Stap(code="leerdoelen", pad="/deelnemers", mist=_lacking("Nog geen leerdoelen voor", without)),
        Stap(code="plekken", pad="/bedrijven", mist=_lacking_plekken(cohort)),
        Stap(code="blokken", pad="/blokken", mist=blokken),
        Stap(
            code="handtekeningen",
            pad="/bedrijven",
            mist=_lacking("Nog niet getekend door", unsigned)
            or (None if cohort.bedrijven else "Er doet nog geen bedrijf mee."),
        ),
        Stap(code="rooster", pad="/bord", mist=rooster),
    ]
    if has_gepubliceerd:
        named = [*onovereengekomen[:MOST_NAMED]]
        if more := len(onovereengekomen) - len(named):
            named.append(f"en nog {more}")
        mist = _lacking("Nog niet getekend:", named)
        stappen.append(Stap(code="overeenkomsten", pad="/overeenkomsten", mist=mist))
    return stappen


def _lacking(words: str, names: Sequence[str]) -> str | None:
    """Who lack something; None when nobody does."""
    return f"{words} {', '.join(names)}." if names else None


def _lacking_plekken(cohort: Cohort) -> str | None:
    """What plekken lack: none at all, or room for all people together."""
    if not cohort.plekken:
        return "Er doet nog geen plek mee."
    room = sum(each.maximum for each in cohort.plekken)
    people = sum(1 for each in cohort.deelnemers if each.gestopt_op is None)
    if people > room:
        return f"Er zijn {people} deelnemers. Alle plekken samen hebben ruimte voor {room}."
    return None


async def look_before(conn: Connection, actor: Actor, cohort: Cohort, clock: Clock) -> Vooraf:
    """What is wrong before anything is solved; nothing while there is nothing to plan yet."""
    try:
        opgave = await load_opgave(
            conn, actor.regios_als(*LEEST_REGIO), cohort.roulatie.id, clock.today(), {}
        )
    except NotPlannable:
        return Vooraf()
    untaught = _untaught(opgave)
    kansen: dict[int, tuple[Kans, ...]] = dict.fromkeys(untaught, ())
    for kans in await list_kansen(conn, actor, cohort, untaught):
        kansen[kans.werkproces_id] = (*kansen[kans.werkproces_id], kans)
    return Vooraf(redenen=tuple(reasons(opgave.instance)), kansen=kansen)


def _untaught(opgave: Opgave) -> list[int]:
    """The agreed werkprocessen that no plek of the roulatie teaches, in order of id."""
    taught = {each.werkproces for plek in opgave.instance.plekken for each in plek.aanbod}
    asked = {doel.werkproces for who in opgave.instance.deelnemers for doel in who.leerdoelen}
    return sorted(asked - taught)


async def list_kansen(
    conn: Connection, actor: Actor, cohort: Cohort, werkprocessen: Iterable[int]
) -> list[Kans]:
    """The published plekken of the regio where these werkprocessen occur, those that are erkend first.

    An erkenning counts for the kwalificaties for which the deelnemers learn; without any, none is asked.
    """
    rows = await conn.fetch(
        """
        with crebo as (
            select distinct kandidaat.crebo
            from roulatie_deelnemers deel join kandidaten kandidaat on kandidaat.id = deel.kandidaat_id
            where deel.roulatie_id = $2 and kandidaat.praktijkleren and kandidaat.crebo is not null)
        select kan.werkproces_id, plek.id as leerwerkplek_id, plek.titel, organisatie.naam as organisatie,
               exists (select from roulatie_plekken deel where deel.roulatie_id = $2
                       and deel.leerwerkplek_id = plek.id) as doet_mee,
               not exists (select from crebo) or exists (
                   select from erkenningen erkenning
                   where erkenning.vestiging_id = plek.vestiging_id and erkenning.periode && daterange($4, $5)
                     and erkenning.crebo in (select crebo from crebo)
                     and (not exists (select from erkenning_werkprocessen deel
                                      where deel.erkenning_id = erkenning.id)
                          or exists (select from erkenning_werkprocessen deel
                                     where deel.erkenning_id = erkenning.id
                                       and deel.werkproces_id = kan.werkproces_id))) as erkend
        from leerwerkplek_werkprocessen kan
        join leerwerkplekken plek on plek.id = kan.leerwerkplek_id
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where plek.regio_code = $3 and plek.regio_code = any($1::text[]) and plek.status = 'gepubliceerd'
          and plek.periode && daterange($4, $5) and kan.werkproces_id = any($6::bigint[])
        order by kan.werkproces_id, erkend desc, organisatie.naam, plek.titel, plek.id
        """,
        list(actor.regios_als(*LEEST_REGIO)),
        cohort.roulatie.id,
        cohort.roulatie.regio_code,
        cohort.roulatie.van,
        cohort.roulatie.tot,
        list(werkprocessen),
    )
    return [Kans(**dict(row)) for row in rows]
