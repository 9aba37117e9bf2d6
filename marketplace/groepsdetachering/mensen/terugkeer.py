"""The way back of who left for a place of their own: until when it is open, and who came back."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from marketplace.datum import datum
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.groepsdetachering.mensen.model import Terugkeergarantie
from marketplace.groepsdetachering.mensen.service import CHOOSE, Wijziging, claim_medewerker, own_medewerker
from marketplace.groepsdetachering.werkdagen import DAG
from marketplace.organisaties.vastleggen import refused_at
from marketplace.toegang.model import Actor

MONTHS = 12


class Returned(Conflict):
    """Deze medewerker is al teruggekeerd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GarantieGegevens:
    """What people fill in of a way back: half open, `tot` None as long as the beleid says."""

    waarheen: str
    van: date
    tot: date | None
    afdeling_id: int


async def list_garanties(conn: Connection, actor: Actor, organisatie_id: int) -> list[Terugkeergarantie]:
    """All ways back at a SW-bedrijf, the one that ends first on top; nothing for a stranger."""
    rows = await conn.fetch(
        """
        select garantie.id, garantie.kandidaat_id, kandidaat.kenmerk, garantie.waarheen,
               lower(garantie.periode) as van, upper(garantie.periode) as tot, garantie.afdeling_id,
               afdeling.naam as afdeling, garantie.teruggekeerd_op, garantie.reden
        from terugkeergaranties garantie
        join kandidaten kandidaat on kandidaat.id = garantie.kandidaat_id
        join afdelingen afdeling on afdeling.id = garantie.afdeling_id
        where garantie.organisatie_id = any($1::bigint[]) and garantie.organisatie_id = $2
        order by upper(garantie.periode), garantie.id
        """,
        bedrijven_of(actor),
        organisatie_id,
    )
    return [Terugkeergarantie(**dict(row)) for row in rows]


def months_after(day: date, maanden: int) -> date:
    """The same day so many months later, or the last of a month that is shorter."""
    years, month = divmod(day.month - 1 + maanden, MONTHS)
    _, last = monthrange(day.year + years, month + 1)
    return date(day.year + years, month + 1, min(day.day, last))


async def record_garantie(
    conn: Connection, actor: Actor, wijziging: Wijziging, gegevens: GarantieGegevens
) -> None:
    """Promise somebody who leaves a way back; raises InvalidInput with fields, or StaleVersion."""
    bedrijf, _ = await own_medewerker(conn, actor, wijziging)
    tot = gegevens.tot or months_after(gegevens.van, bedrijf.beleid.terugkeer_maanden)
    wrong = {}
    if gegevens.afdeling_id not in {each.id for each in bedrijf.afdelingen}:
        wrong["afdeling"] = CHOOSE
    if tot <= gegevens.van:
        wrong["tot"] = "De laatste dag ligt voor de eerste dag."
    if wrong:
        raise InvalidInput(fields=wrong)
    await claim_medewerker(conn, actor, wijziging, "terugkeer_vastgelegd")
    async with refused_at(conn, terugkeer_een_tegelijk="van"):
        await conn.execute(
            """
            insert into terugkeergaranties (organisatie_id, kandidaat_id, waarheen, periode, afdeling_id,
                vastgelegd_door)
            values ($1, $2, $3, daterange($4, $5), $6, $7)
            """,
            wijziging.bij.organisatie_id,
            wijziging.kandidaat_id,
            gegevens.waarheen,
            gegevens.van,
            tot,
            gegevens.afdeling_id,
            actor.account_id,
        )


async def record_return(
    conn: Connection, actor: Actor, wijziging: Wijziging, garantie_id: int, op: date, reden: str
) -> None:
    """Let somebody be back on a day within the time of the way back: at its afdeling, and employed.

    Raises NotFound, Returned, InvalidInput with fields, or StaleVersion.
    """
    await own_medewerker(conn, actor, wijziging)
    found = await list_garanties(conn, actor, wijziging.bij.organisatie_id)
    garantie = next((each for each in found if each.id == garantie_id), None)
    if garantie is None or garantie.kandidaat_id != wijziging.kandidaat_id:
        raise NotFound
    if garantie.teruggekeerd_op is not None:
        raise Returned
    if wrong := _wrong_day(garantie, op, wijziging.bij.clock.today()):
        raise InvalidInput(fields={"teruggekeerd_op": wrong})
    await claim_medewerker(conn, actor, wijziging, "teruggekeerd")
    await conn.execute(
        """
        update terugkeergaranties set teruggekeerd_op = $3, reden = $4, versie = versie + 1
        where organisatie_id = $1 and id = $2
        """,
        wijziging.bij.organisatie_id,
        garantie.id,
        op,
        reden,
    )
    await conn.execute(
        """
        update medewerkers set uit_dienst_op = null, uitstroom = false, afdeling_id = $3
        where organisatie_id = $1 and kandidaat_id = $2
        """,
        wijziging.bij.organisatie_id,
        wijziging.kandidaat_id,
        garantie.afdeling_id,
    )


def _wrong_day(garantie: Terugkeergarantie, op: date, vandaag: date) -> str | None:
    """Why somebody cannot have come back on a day."""
    if op < garantie.van:
        return f"De garantie begint op {datum(garantie.van)}. Kies een latere dag."
    if op >= garantie.tot:
        return f"De garantie liep tot en met {datum(garantie.tot - DAG)}. Daarna kan dit niet meer."
    return "Deze dag is nog niet geweest." if op > vandaag else None
