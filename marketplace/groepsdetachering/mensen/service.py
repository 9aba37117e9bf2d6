"""What every verb on a medewerker shares, and the one that makes a kandidaat a medewerker."""

from collections.abc import Mapping
from dataclasses import dataclass

from marketplace.clock import monday
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound, StaleVersion
from marketplace.groepsdetachering.bedrijf.eigen import own_bedrijf
from marketplace.groepsdetachering.bedrijf.model import Bedrijf
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.groepsdetachering.bedrijf.vastleggen import Bij, record_bedrijf
from marketplace.groepsdetachering.mensen.model import Medewerker
from marketplace.groepsdetachering.mensen.queries import read_medewerker
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import PLANT_MENSEN

ONDERWERP = "medewerker"
CHOOSE = "Maak een keuze uit de lijst."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """The medewerker of a SW-bedrijf that is changed, and the version that the page showed."""

    bij: Bij
    kandidaat_id: int
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Nieuweling:
    """A kandidaat of the SW-bedrijf who is no medewerker yet."""

    kandidaat_id: int
    kenmerk: str
    plaats: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweMedewerker:
    """Who becomes a medewerker, where, and how far they are."""

    kandidaat_id: int
    afdeling_id: int | None
    trede: int


async def list_nieuwelingen(conn: Connection, actor: Actor, organisatie_id: int) -> list[Nieuweling]:
    """The kandidaten of a SW-bedrijf of the actor who can become a medewerker, by kenmerk."""
    rows = await conn.fetch(
        """
        select kandidaat.id as kandidaat_id, kandidaat.kenmerk, plaats.naam as plaats
        from kandidaten kandidaat
        join postcodes postcode on postcode.pc4 = kandidaat.pc4
        join plaatsen plaats on plaats.id = postcode.plaats_id
        where kandidaat.sw_bedrijf_id = any($1::bigint[]) and kandidaat.sw_bedrijf_id = $2
          and kandidaat.gearchiveerd_op is null
          and not exists (select from medewerkers where kandidaat_id = kandidaat.id)
        order by kandidaat.kenmerk
        """,
        bedrijven_of(actor),
        organisatie_id,
    )
    return [Nieuweling(**dict(row)) for row in rows]


async def add_medewerker(conn: Connection, actor: Actor, bij: Bij, nieuw: NieuweMedewerker) -> int:
    """Let a kandidaat of the SW-bedrijf be a medewerker; steps count from this week on.

    Raises InvalidInput with fields, NotFound or Forbidden.
    """
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    wrong = wrong_place(bedrijf, nieuw.afdeling_id, nieuw.trede)
    known = await list_nieuwelingen(conn, actor, bij.organisatie_id)
    if nieuw.kandidaat_id not in {each.kandidaat_id for each in known}:
        wrong["kandidaat"] = CHOOSE
    if wrong:
        raise InvalidInput(fields=wrong)
    made = await conn.fetchval(
        """
        insert into medewerkers (kandidaat_id, organisatie_id, afdeling_id, trede, opbouw_vanaf)
        values ($1, $2, $3, $4, $5) on conflict do nothing returning kandidaat_id
        """,
        nieuw.kandidaat_id,
        bij.organisatie_id,
        nieuw.afdeling_id,
        nieuw.trede,
        monday(bij.clock.today()),
    )
    if made is None:
        raise InvalidInput(fields={"kandidaat": "Deze persoon is intussen al medewerker."})
    await record_bedrijf(conn, actor, bij, "medewerker_toegevoegd", ONDERWERP, nieuw.kandidaat_id)
    return nieuw.kandidaat_id


def wrong_place(bedrijf: Bedrijf, afdeling_id: int | None, trede: int) -> dict[str, str]:
    """What is wrong with an afdeling and a trede."""
    wrong = {}
    if afdeling_id is not None and afdeling_id not in {each.id for each in bedrijf.afdelingen}:
        wrong["afdeling"] = CHOOSE
    if trede not in {each.nummer for each in bedrijf.treden}:
        wrong["trede"] = "Kies een trede van uw bedrijf."
    return wrong


async def own_medewerker(conn: Connection, actor: Actor, wijziging: Wijziging) -> tuple[Bedrijf, Medewerker]:
    """Whose people the actor plans, and the medewerker that is changed; raises NotFound or Forbidden."""
    bedrijf = await own_bedrijf(conn, actor, wijziging.bij.organisatie_id)
    wie = await read_medewerker(conn, [bedrijf.id], wijziging.kandidaat_id)
    if wie is None:
        raise NotFound
    return bedrijf, wie


async def claim_medewerker(
    conn: Connection,
    actor: Actor,
    wijziging: Wijziging,
    soort: str,
    gegevens: Mapping[str, object] | None = None,
) -> None:
    """Claim the next version of a medewerker and write down what happens; raises StaleVersion."""
    found = await conn.fetchval(
        """
        update medewerkers set versie = versie + 1
        where organisatie_id = any($1::bigint[]) and organisatie_id = $2 and kandidaat_id = $3 and versie = $4
        returning kandidaat_id
        """,
        list(actor.organisaties_als(*PLANT_MENSEN)),
        wijziging.bij.organisatie_id,
        wijziging.kandidaat_id,
        wijziging.versie,
    )
    if found is None:
        raise StaleVersion
    await record_bedrijf(conn, actor, wijziging.bij, soort, ONDERWERP, wijziging.kandidaat_id, gegevens)
