"""The verbs on growth: somebody is ready for the next trede, or is not after all, and goes to it."""

from datetime import date, timedelta

from marketplace.db import Connection
from marketplace.errors import Conflict
from marketplace.groepsdetachering.bedrijf.model import Bedrijf
from marketplace.groepsdetachering.mensen.gesprekken import latest_with
from marketplace.groepsdetachering.mensen.model import Gesprek, GesprekOver, Medewerker
from marketplace.groepsdetachering.mensen.service import Wijziging, claim_medewerker, own_medewerker
from marketplace.toegang.model import Actor

# Talks about going on: outside for the first time, or to the next trede.
VERDER = (GesprekOver.VOLGENDE_TREDE, GesprekOver.NAAR_BUITEN)
# A talk holds so long for a move.
GELDIG = timedelta(weeks=8)


class LeftAlone(Conflict):
    """Deze medewerker wil niet naar buiten en wordt met rust gelaten."""


class TalkFirst(Conflict):
    """Voer eerst een gesprek over de volgende trede en leg het vast."""


class SaidNo(Conflict):
    """In het laatste gesprek zei deze medewerker nee. Voer eerst een nieuw gesprek."""


class TalkAgain(Conflict):
    """Het gesprek over de volgende trede is langer dan acht weken geleden. Voer eerst een nieuw gesprek."""


class Highest(Conflict):
    """Deze medewerker staat al op de hoogste trede."""


async def mark_klaar(conn: Connection, actor: Actor, wijziging: Wijziging) -> None:
    """Say that somebody is ready for the next trede.

    Raises LeftAlone, Highest, TalkFirst, SaidNo or StaleVersion.
    """
    bedrijf, wie = await own_medewerker(conn, actor, wijziging)
    if not wie.wil_buiten:
        raise LeftAlone
    expect_next(bedrijf, wie)
    expect_yes(await latest_with(conn, actor, wijziging, VERDER))
    await claim_medewerker(conn, actor, wijziging, "klaar_bevonden")
    await _write(conn, wijziging, wie.trede, klaar=True)


async def withdraw_klaar(conn: Connection, actor: Actor, wijziging: Wijziging) -> None:
    """Say that somebody is not ready for the next trede after all; raises StaleVersion."""
    _, wie = await own_medewerker(conn, actor, wijziging)
    await claim_medewerker(conn, actor, wijziging, "klaar_ingetrokken")
    await _write(conn, wijziging, wie.trede, klaar=False)


async def move_up(conn: Connection, actor: Actor, wijziging: Wijziging) -> None:
    """Let somebody go to the next trede; raises Highest, TalkFirst, SaidNo, TalkAgain or StaleVersion."""
    bedrijf, wie = await own_medewerker(conn, actor, wijziging)
    expect_next(bedrijf, wie)
    gesprek = await latest_with(conn, actor, wijziging, [GesprekOver.VOLGENDE_TREDE])
    expect_recent(gesprek, wijziging.bij.clock.today())
    velden = {"trede": [wie.trede, wie.trede + 1]}
    await claim_medewerker(conn, actor, wijziging, "trede_verhoogd", {"velden": velden})
    await _write(conn, wijziging, wie.trede + 1, klaar=False)


def expect_next(bedrijf: Bedrijf, wie: Medewerker) -> None:
    """Raise Highest when there is no trede above that of somebody."""
    if wie.trede >= max(each.nummer for each in bedrijf.treden):
        raise Highest


def expect_yes(gesprek: Gesprek | None) -> None:
    """Raise TalkFirst without a talk, SaidNo when somebody said no in it."""
    if gesprek is None:
        raise TalkFirst
    if not gesprek.wil:
        raise SaidNo


def expect_recent(gesprek: Gesprek | None, vandaag: date) -> None:
    """Raise the same, and TalkAgain when the talk was too long ago for a move."""
    expect_yes(gesprek)
    if gesprek is not None and vandaag - gesprek.gevoerd_op > GELDIG:
        raise TalkAgain


async def _write(conn: Connection, wijziging: Wijziging, trede: int, *, klaar: bool) -> None:
    """Write how far somebody is; the version was claimed."""
    await conn.execute(
        "update medewerkers set trede = $3, klaar = $4 where organisatie_id = $1 and kandidaat_id = $2",
        wijziging.bij.organisatie_id,
        wijziging.kandidaat_id,
        trede,
        klaar,
    )
