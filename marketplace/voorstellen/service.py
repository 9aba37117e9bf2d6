"""The verbs on one voorstel; each writes over the version that the person saw and leaves a gebeurtenis."""

from collections.abc import Awaitable, Mapping
from datetime import date, datetime, timedelta

import asyncpg

from marketplace.bezetting import service as bezetting
from marketplace.bezetting.model import Verblijf
from marketplace.clock import Clock
from marketplace.datum import datum
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.kandidaten.model import KandidaatStatus
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST
from marketplace.voorstellen import queries, writes
from marketplace.voorstellen.model import AGREED, CLOSED, HELD, Toevoeging, Voorstel, VoorstelStatus

BACK = {
    VoorstelStatus.BESPROKEN: VoorstelStatus.VOORGESTELD,
    VoorstelStatus.AKKOORD: VoorstelStatus.BESPROKEN,
    VoorstelStatus.AFGEWEZEN: VoorstelStatus.VOORGESTELD,
}


FURTHEST_START = timedelta(weeks=52)
NOT_PLANNED = "Dit voorstel staat niet in het plan van nu. Reken eerst opnieuw."
BEGUN = "De startweek van dit voorstel is al begonnen. Herstel eerst het plan."


class WrongStep(Conflict):
    """Deze stap kan nu niet bij dit voorstel."""


async def visible_voorstel(conn: Connection, actor: Actor, voorstel_id: int) -> Voorstel:
    """The voorstel; raises NotFound for a stranger."""
    voorstel = await queries.get_voorstel(conn, actor, voorstel_id)
    if voorstel is None:
        raise NotFound
    return voorstel


async def read_version(conn: Connection, actor: Actor, voorstel_id: int, versie: int) -> Voorstel:
    """The voorstel to decide on, in the version that the person saw.

    Raises Forbidden for who only reads the region, StaleVersion when it is another version by now.
    """
    voorstel = await visible_voorstel(conn, actor, voorstel_id)
    if voorstel.regio_code not in actor.regios_als(*BESLIST):
        raise Forbidden
    if voorstel.versie != versie:
        raise StaleVersion("Iemand anders heeft dit voorstel intussen gewijzigd. Kijk eerst wat er nu staat.")
    return voorstel


async def discuss(
    conn: Connection, actor: Actor, *, clock: Clock, voorstel_id: int, versie: int, ja_op: date
) -> Voorstel:
    """Record that the kandidaat said yes on a day to a stay that is still to begin, and who wrote it down."""
    voorstel = await read_version(conn, actor, voorstel_id, versie)
    _require(voorstel, VoorstelStatus.VOORGESTELD)
    if voorstel.inplanning is None:
        raise WrongStep(NOT_PLANNED)
    if voorstel.inplanning.startweek <= clock.today():
        raise WrongStep(BEGUN)
    if ja_op > clock.today():
        raise InvalidInput(fields={"ja_op": "Deze dag moet nog komen. Leg het ja vast als het is gezegd."})
    if voorstel.matchbaar_sinds is not None and ja_op < voorstel.matchbaar_sinds:
        text = f"De kandidaat zoekt een plek sinds {datum(voorstel.matchbaar_sinds)}. Kies die dag of later."
        raise InvalidInput(fields={"ja_op": text})
    await _refuse_elsewhere(conn, actor, voorstel)
    moment = clock.now() if ja_op == clock.today() else datetime.combine(ja_op, clock.now().timetz())
    await _write_as_only(conn, writes.update_besproken(conn, actor, voorstel, moment))
    return await record(conn, actor, clock, voorstel, "voorstel_besproken", {"ja_op": ja_op.isoformat()})


async def accept(
    conn: Connection, actor: Actor, *, clock: Clock, voorstel_id: int, versie: int, startweek: date
) -> Voorstel:
    """Agree on behalf of the employer's accountmanager and reserve the weeks of the stay.

    `startweek` is the one that the person saw. Raises CapacityReached when the plaats or the time of the
    praktijkopleider is gone, StaleVersion when a run moved the start in between.
    """
    voorstel = await read_version(conn, actor, voorstel_id, versie)
    _require(voorstel, VoorstelStatus.BESPROKEN)
    planned = voorstel.inplanning
    if planned is None:
        raise WrongStep(NOT_PLANNED)
    if planned.startweek != startweek:
        raise StaleVersion("Dit voorstel begint intussen in een andere week. Kijk eerst wat er nu staat.")
    if planned.startweek <= clock.today():
        raise WrongStep(BEGUN)
    _written(await writes.update_status(conn, actor, voorstel, VoorstelStatus.AKKOORD))
    stay = Verblijf(
        voorstel_id=voorstel.id,
        kandidaat_id=voorstel.kandidaat_id,
        leerwerkplek_id=voorstel.leerwerkplek_id,
        startweek=planned.startweek,
        weken=planned.weken,
    )
    await bezetting.reserve(conn, stay)
    gegevens = {"startweek": planned.startweek.isoformat(), "weken": planned.weken}
    return await record(conn, actor, clock, voorstel, "voorstel_akkoord", gegevens)


async def add(conn: Connection, actor: Actor, *, clock: Clock, nieuw: Toevoeging) -> Voorstel:
    """Make a voorstel by hand and pin it, so that the next run keeps it; the rules were asked before."""
    made = await writes.insert_toegevoegd(conn, actor, nieuw, clock.now())
    if made is None:
        raise WrongStep("Dit voorstel is er al. Open het bij de kandidaat en zet het daar vast.")
    voorstel = await visible_voorstel(conn, actor, made)
    voorstel = await record(conn, actor, clock, voorstel, "voorstel_toegevoegd")
    return await pin(
        conn,
        actor,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=voorstel.versie,
        reden=nieuw.reden,
        tot=nieuw.tot,
        startweek=nieuw.startweek,
        uiterlijk=nieuw.uiterlijk,
    )


async def pin(  # noqa: PLR0913 (what a person fills in, by name)
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    voorstel_id: int,
    versie: int,
    reden: str,
    tot: date,
    startweek: date | None,
    uiterlijk: date,
) -> Voorstel:
    """Keep a pairing in every run until a date, at most `uiterlijk`, where given from one startweek."""
    voorstel = await read_version(conn, actor, voorstel_id, versie)
    if voorstel.status in CLOSED:
        raise WrongStep("Dit voorstel is afgewezen of vervallen. U kunt het niet vastzetten.")
    fields = wrong_with_pin(clock.today(), tot, startweek, uiterlijk)
    if startweek is not None and "startweek" not in fields:
        fields |= _wrong_with_plek(startweek, await queries.get_open_periode(conn, actor, voorstel))
    if fields:
        raise InvalidInput(fields=fields)
    await _refuse_elsewhere(conn, actor, voorstel)
    change = writes.update_pin(conn, actor, voorstel, reden=reden, tot=tot, startweek=startweek)
    await _write_as_only(conn, change)
    gegevens = {"tot": tot.isoformat(), "startweek": startweek.isoformat() if startweek else None}
    return await record(conn, actor, clock, voorstel, "voorstel_vastgezet", gegevens, reden)


async def unpin(conn: Connection, actor: Actor, *, clock: Clock, voorstel_id: int, versie: int) -> Voorstel:
    """Take a pin away; the next run may choose otherwise."""
    voorstel = await read_version(conn, actor, voorstel_id, versie)
    if voorstel.pin is None:
        raise WrongStep("Dit voorstel staat niet vast.")
    _written(await writes.clear_pin(conn, actor, voorstel))
    return await record(conn, actor, clock, voorstel, "voorstel_losgemaakt")


async def undo(conn: Connection, actor: Actor, *, clock: Clock, voorstel_id: int, versie: int) -> Voorstel:
    """Go one step back: forget the yes, free what akkoord reserved, or reopen what was rejected.

    What a rejection left behind for later runs is taken back by `afwijzing.reopen`, not here.
    """
    voorstel = await read_version(conn, actor, voorstel_id, versie)
    back = BACK.get(voorstel.status)
    if back is None:
        raise WrongStep("Er is hier geen stap om terug te zetten.")
    if voorstel.status in AGREED:
        await bezetting.free(conn, voorstel.id)
    _written(await writes.update_status(conn, actor, voorstel, back))
    return await record(conn, actor, clock, voorstel, "voorstel_stap_terug")


async def _refuse_elsewhere(conn: Connection, actor: Actor, voorstel: Voorstel) -> None:
    """Who looks for a plek is discussed, agreed or pinned at one at a time; raises WrongStep.

    Whoever decides on another voorstel of this person at the same moment waits until we are done.
    """
    status = await writes.lock_kandidaat(conn, actor, voorstel)
    if status not in {None, KandidaatStatus.MATCHBAAR}:
        raise WrongStep("Deze kandidaat zoekt nu geen plek. Kijk eerst op de pagina van de kandidaat.")
    for other in await queries.list_other_voorstellen(conn, actor, voorstel):
        if other.status in HELD or other.pin is not None:
            raise WrongStep(
                f"Deze kandidaat staat al vast op '{other.titel}' bij {other.organisatie}. "
                "Maak dat voorstel eerst los of zet het een stap terug."
            )


async def _write_as_only(conn: Connection, write: Awaitable[bool]) -> None:
    """Let the database keep a person at one plek, whoever did not wait; raises WrongStep or StaleVersion."""
    try:
        async with conn.transaction():
            _written(await write)
    except asyncpg.UniqueViolationError:
        raise WrongStep(
            "Deze kandidaat is net op een andere plek besproken of vastgezet. Kijk eerst wat daar staat."
        ) from None


def wrong_with_pin(today: date, tot: date, startweek: date | None, uiterlijk: date) -> dict[str, str]:
    """What is wrong with the dates of a pin, by field."""
    fields = {}
    if tot <= today:
        fields["tot"] = "Deze dag is al voorbij. Kies een dag die nog komt."
    elif tot > uiterlijk:
        fields["tot"] = f"U kunt vastzetten tot uiterlijk {datum(uiterlijk)}. Daarna kan het opnieuw."
    if startweek is not None and startweek <= today:
        fields["startweek"] = "Deze startweek is al begonnen. Kies een latere week."
    elif startweek is not None and startweek > today + FURTHEST_START:
        fields["startweek"] = "Deze startweek is meer dan een jaar vooruit. Kies een eerdere week."
    if not fields and startweek is not None and tot <= startweek:
        fields["tot"] = f"Deze dag ligt voor de startweek ({datum(startweek)}). Kies een latere dag."
    return fields


def _wrong_with_plek(startweek: date, periode: tuple[date, date | None]) -> dict[str, str]:
    """What is wrong with a startweek in which nobody can begin at the plek."""
    van, tot = periode
    if startweek < van:
        return {"startweek": f"Deze plek is open vanaf {datum(van)}. Kies een latere week."}
    if tot is not None and startweek >= tot:
        return {"startweek": f"Deze plek is open tot {datum(tot)}. Kies een eerdere week."}
    return {}


def _require(voorstel: Voorstel, status: VoorstelStatus) -> None:
    """Raise WrongStep unless the voorstel stands where this step begins."""
    if voorstel.status is not status:
        words = voorstel.status.value.replace("_", " ")
        raise WrongStep(f"Deze stap kan niet: het voorstel is nu '{words}'.")


def _written(written: bool) -> None:  # noqa: FBT001 (the answer of a write, nothing to choose)
    """Raise StaleVersion when somebody else wrote in between."""
    if not written:
        raise StaleVersion("Iemand anders was net eerder bij dit voorstel. Kijk eerst wat er nu staat.")


async def record(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    voorstel: Voorstel,
    soort: str,
    gegevens: Mapping[str, object] | None = None,
    reden: str | None = None,
) -> Voorstel:
    """Note what happened and what was before it, and give the voorstel as it is now."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="voorstel",
        onderwerp_id=voorstel.id,
        regio_code=voorstel.regio_code,
        reden=reden,
        gegevens={**(gegevens or {}), "was": _state(voorstel)},
    )
    return await visible_voorstel(conn, actor, voorstel.id)


def _state(voorstel: Voorstel) -> Mapping[str, str | None]:
    """What a decision can change and a run looks at; `plan_queries.count_decisions_since` compares it."""
    pin = voorstel.pin
    return {
        "status": voorstel.status,
        "pin_tot": pin.tot.isoformat() if pin else None,
        "pin_startweek": pin.startweek.isoformat() if pin and pin.startweek else None,
    }
