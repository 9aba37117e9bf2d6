"""The verbs on the treden of a SW-bedrijf, and their SQL: its levels from inside to outside.

The treden share the version of the beleid.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound
from marketplace.groepsdetachering.bedrijf.eigen import own_bedrijf
from marketplace.groepsdetachering.bedrijf.model import Trede
from marketplace.groepsdetachering.bedrijf.vastleggen import Bij, claim_beleid, list_velden, record_bedrijf
from marketplace.organisaties.vastleggen import refused_at
from marketplace.toegang.model import Actor
from marketplace.werkprocessen.model import Fase

MOST_TREDEN = 9
ONDERWERP = "detacheringsbeleid"


class TredeInUse(Conflict):
    """Er is nog een medewerker met deze trede. Geef die eerst een andere trede."""


class TredeAsked(Conflict):
    """Een opdracht vraagt deze trede. Verander eerst die opdracht."""


class OnlyTrede(Conflict):
    """Er blijft ten minste één trede over. Verander de naam als u een andere wilt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TredeGegevens:
    """What people fill in of a trede."""

    naam: str
    uitleg: str
    fase: Fase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeld:
    """Treden of others to begin from, and where they were read."""

    naam: str
    bron: str
    treden: tuple[Trede, ...]


async def list_voorbeelden(conn: Connection) -> list[Voorbeeld]:
    """The treden of others, by the name of each example."""
    rows = await conn.fetch(
        "select voorbeeld, nummer, naam, uitleg, fase, bron from trede_voorbeelden order by voorbeeld, nummer"
    )
    return [
        Voorbeeld(
            naam=naam,
            bron=next(row["bron"] for row in rows if row["voorbeeld"] == naam),
            treden=tuple(
                Trede(
                    nummer=row["nummer"],
                    naam=row["naam"],
                    uitleg=row["uitleg"],
                    fase=row["fase"] and Fase(row["fase"]),
                )
                for row in rows
                if row["voorbeeld"] == naam
            ),
        )
        for naam in dict.fromkeys(row["voorbeeld"] for row in rows)
    ]


async def add_trede(conn: Connection, actor: Actor, bij: Bij, versie: int, gegevens: TredeGegevens) -> int:
    """Add a trede above the others and give its number; raises Conflict when there are nine."""
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    nummer = len(bedrijf.treden) + 1
    if nummer > MOST_TREDEN:
        message = f"Er zijn al {MOST_TREDEN} treden. Meer treden passen er niet."
        raise InvalidInput(message)
    await claim_beleid(conn, bij, versie)
    trede = Trede(nummer=nummer, naam=gegevens.naam, uitleg=gegevens.uitleg, fase=gegevens.fase)
    await put_treden(conn, bij.organisatie_id, [trede])
    await record_bedrijf(conn, actor, bij, "trede_toegevoegd", ONDERWERP, bij.organisatie_id)
    return nummer


async def edit_trede(
    conn: Connection, actor: Actor, bij: Bij, nummer: int, versie: int, gegevens: TredeGegevens
) -> None:
    """Change a trede over this version; raises NotFound or StaleVersion."""
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    now = next((each for each in bedrijf.treden if each.nummer == nummer), None)
    if now is None:
        raise NotFound
    await claim_beleid(conn, bij, versie)
    trede = Trede(nummer=nummer, naam=gegevens.naam, uitleg=gegevens.uitleg, fase=gegevens.fase)
    await put_treden(conn, bij.organisatie_id, [trede])
    velden = list_velden(now, gegevens)
    await record_bedrijf(
        conn,
        actor,
        bij,
        "trede_gewijzigd",
        ONDERWERP,
        bij.organisatie_id,
        {"nummer": nummer, "velden": velden},
    )


async def remove_last_trede(conn: Connection, actor: Actor, bij: Bij, versie: int) -> None:
    """Remove the highest trede; raises OnlyTrede, TredeInUse or TredeAsked."""
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    if len(bedrijf.treden) <= 1:
        raise OnlyTrede
    await _keep_until(conn, bij, bedrijf.treden[-1].nummer - 1, versie)
    await record_bedrijf(conn, actor, bij, "trede_weggehaald", ONDERWERP, bij.organisatie_id)


async def take_over_voorbeeld(conn: Connection, actor: Actor, bij: Bij, versie: int, voorbeeld: str) -> None:
    """Let the treden be those of an example; raises TredeInUse or TredeAsked for one that would vanish."""
    await own_bedrijf(conn, actor, bij.organisatie_id)
    treden = await treden_of(conn, voorbeeld)
    await _keep_until(conn, bij, len(treden), versie)
    await put_treden(conn, bij.organisatie_id, treden)
    await record_bedrijf(conn, actor, bij, "treden_overgenomen", ONDERWERP, bij.organisatie_id)


async def treden_of(conn: Connection, voorbeeld: str) -> tuple[Trede, ...]:
    """The treden of an example; raises InvalidInput for one that is not there."""
    for each in await list_voorbeelden(conn):
        if each.naam == voorbeeld:
            return each.treden
    raise InvalidInput(fields={"voorbeeld": "Maak een keuze uit de lijst."})


async def put_treden(conn: Connection, organisatie_id: int, treden: Sequence[Trede]) -> None:
    """Write treden by their numbers, over those that are there."""
    await conn.execute(
        """
        insert into treden (organisatie_id, nummer, naam, uitleg, fase)
        select $1, rij.nummer, rij.naam, rij.uitleg, rij.fase
        from unnest($2::smallint[], $3::text[], $4::text[], $5::text[]) as rij(nummer, naam, uitleg, fase)
        on conflict (organisatie_id, nummer) do update
            set naam = excluded.naam, uitleg = excluded.uitleg, fase = excluded.fase
        """,
        organisatie_id,
        [each.nummer for each in treden],
        [each.naam for each in treden],
        [each.uitleg for each in treden],
        [each.fase for each in treden],
    )


async def _keep_until(conn: Connection, bij: Bij, nummer: int, versie: int) -> None:
    """Claim the version and remove the treden above a number; raises TredeInUse or TredeAsked."""
    [(has, asked)] = await conn.fetch(
        """
        select exists (select from medewerkers where organisatie_id = $1 and trede > $2),
               exists (select from opdrachten
                       where organisatie_id = $1 and trede > $2 and status in ('gevraagd', 'open'))
        """,
        bij.organisatie_id,
        nummer,
    )
    if has:
        raise TredeInUse
    if asked:
        raise TredeAsked
    await claim_beleid(conn, bij, versie)
    async with refused_at(conn):
        await conn.execute(
            "delete from treden where organisatie_id = $1 and nummer > $2", bij.organisatie_id, nummer
        )
