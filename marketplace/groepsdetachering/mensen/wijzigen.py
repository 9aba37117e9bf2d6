"""The verb that edits a medewerker, and what of it cannot be: each fault is a sentence at its field."""

from dataclasses import dataclass, fields
from datetime import date
from itertools import pairwise

from marketplace.clock import monday
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput
from marketplace.groepsdetachering.bedrijf.model import Bedrijf
from marketplace.groepsdetachering.mensen.gesprekken import latest_with
from marketplace.groepsdetachering.mensen.groei import expect_recent
from marketplace.groepsdetachering.mensen.model import GesprekOver, Medewerker, Stap
from marketplace.groepsdetachering.mensen.service import (
    CHOOSE,
    Wijziging,
    claim_medewerker,
    own_medewerker,
    wrong_place,
)
from marketplace.toegang.gebeurtenissen import changes
from marketplace.toegang.model import Actor
from marketplace.werkprocessen.queries import get_keuzen

MOST_STAPPEN = 10
# Of these it is told that they changed, and not into what.
BARE = ("afdeling_id", "stappen", "leerdoelen")


@dataclass(frozen=True, slots=True, kw_only=True)
class MedewerkerGegevens:
    """Everything of a medewerker that people fill in at once; `leerdoelen` are weeks by werkproces."""

    afdeling_id: int | None
    dagen: int
    max_minuten_dag: int
    behoefte: int
    trede: int
    wil_buiten: bool
    naam_delen: bool
    uit_dienst_op: date | None
    stappen: tuple[Stap, ...]
    leerdoelen: dict[int, int]


async def edit_medewerker(
    conn: Connection, actor: Actor, wijziging: Wijziging, gegevens: MedewerkerGegevens, *, opnieuw: bool
) -> None:
    """Change a medewerker over this version; `opnieuw` lets the steps count from this week on.

    Raises InvalidInput with fields, StaleVersion, NotFound or Forbidden.
    """
    bedrijf, now = await own_medewerker(conn, actor, wijziging)
    vandaag = wijziging.bij.clock.today()
    known = (await get_keuzen(conn, vandaag)).werkprocessen
    wrong = wrong_fields(bedrijf, now, gegevens)
    if not set(gegevens.leerdoelen) <= known | set(now.leerdoelen):
        wrong["leerdoelen"] = CHOOSE
    if "trede" not in wrong and gegevens.trede > now.trede:
        wrong |= await _wrong_move(conn, actor, wijziging)
    if wrong:
        raise InvalidInput(fields=wrong)
    names = [
        each.name for each in fields(gegevens) if getattr(now, each.name) != getattr(gegevens, each.name)
    ]
    velden = changes(now, gegevens, names, personal=BARE) | ({"opnieuw": None} if opnieuw else {})
    await claim_medewerker(conn, actor, wijziging, "medewerker_gewijzigd", {"velden": velden})
    klaar = now.klaar and gegevens.wil_buiten and gegevens.trede == now.trede
    since = monday(vandaag) if opnieuw else now.opbouw_vanaf
    await _write(conn, wijziging, gegevens, since, klaar=klaar)
    await _replace_rows(conn, wijziging, gegevens)


def wrong_fields(bedrijf: Bedrijf, now: Medewerker, gegevens: MedewerkerGegevens) -> dict[str, str]:
    """A sentence at every field that does not go with the others or with the SW-bedrijf.

    An afdeling that went to the archive may stay.
    """
    kept = gegevens.afdeling_id if gegevens.afdeling_id != now.afdeling_id else None
    wrong = wrong_place(bedrijf, kept, gegevens.trede)
    if gegevens.trede > now.trede + 1:
        wrong["trede"] = "Iemand gaat één trede tegelijk omhoog."
    if any(after.dagen < before.dagen for before, after in pairwise(gegevens.stappen)):
        wrong["stappen"] = "Een stap heeft minder dagen dan de stap ervoor. Dat kan niet."
    elif any(each.dagen > gegevens.dagen.bit_count() for each in gegevens.stappen):
        wrong["stappen"] = "Een stap heeft meer dagen dan deze medewerker werkt."
    return wrong


async def _wrong_move(conn: Connection, actor: Actor, wijziging: Wijziging) -> dict[str, str]:
    """Why somebody cannot go to the next trede, at its field."""
    gesprek = await latest_with(conn, actor, wijziging, [GesprekOver.VOLGENDE_TREDE])
    try:
        expect_recent(gesprek, wijziging.bij.clock.today())
    except Conflict as refusal:
        return {"trede": refusal.sentence}
    return {}


async def _write(
    conn: Connection, wijziging: Wijziging, gegevens: MedewerkerGegevens, opbouw_vanaf: date, *, klaar: bool
) -> None:
    """Write the row; its version was claimed."""
    await conn.execute(
        """
        update medewerkers set afdeling_id = $3, dagen = $4, max_minuten_dag = $5, behoefte = $6, trede = $7,
            wil_buiten = $8, naam_delen = $9, uit_dienst_op = $10, klaar = $11, opbouw_vanaf = $12
        where organisatie_id = $1 and kandidaat_id = $2
        """,
        wijziging.bij.organisatie_id,
        wijziging.kandidaat_id,
        gegevens.afdeling_id,
        gegevens.dagen,
        gegevens.max_minuten_dag,
        gegevens.behoefte,
        gegevens.trede,
        gegevens.wil_buiten,
        gegevens.naam_delen,
        gegevens.uit_dienst_op,
        klaar,
        opbouw_vanaf,
    )


async def _replace_rows(conn: Connection, wijziging: Wijziging, gegevens: MedewerkerGegevens) -> None:
    """Write steps and learning goals anew."""
    key = wijziging.bij.organisatie_id, wijziging.kandidaat_id
    await conn.execute("delete from medewerker_stappen where organisatie_id = $1 and kandidaat_id = $2", *key)
    await conn.execute(
        "delete from medewerker_leerdoelen where organisatie_id = $1 and kandidaat_id = $2", *key
    )
    await conn.executemany(
        """
        insert into medewerker_stappen (organisatie_id, kandidaat_id, nummer, dagen, weken)
        values ($1, $2, $3, $4, $5)
        """,
        [(*key, number, each.dagen, each.weken) for number, each in enumerate(gegevens.stappen, start=1)],
    )
    await conn.executemany(
        """
        insert into medewerker_leerdoelen (organisatie_id, kandidaat_id, werkproces_id, weken)
        values ($1, $2, $3, $4)
        """,
        [(*key, werkproces, weken) for werkproces, weken in sorted(gegevens.leerdoelen.items())],
    )
