"""Decisions that first ask the rules of today: the yes, the akkoord, and a voorstel that no run made."""

from collections.abc import Iterable
from datetime import date

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput
from marketplace.kandidaten.service import visible_kandidaat
from marketplace.matching.opgave import NotPlannable
from marketplace.matching.queries import list_namen
from marketplace.matching.uitleg import Plain, fill_weeks
from marketplace.matching.vandaag import ask_pair, load_vandaag, may_be_set_aside
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEPAALT_BELEID, BESLIST
from marketplace.voorstellen import service, uitzonderingen
from marketplace.voorstellen.model import Toevoeging, Voorstel


class BrokenRules(Conflict):
    """Dit voorstel past niet meer bij de regels van vandaag."""


async def discuss(
    conn: Connection, actor: Actor, *, clock: Clock, voorstel_id: int, versie: int, ja_op: date
) -> Voorstel:
    """Record a yes, when the pair rules of today allow the voorstel; raises BrokenRules."""
    await _refuse_broken(conn, actor, clock, voorstel_id, versie)
    return await service.discuss(
        conn, actor, clock=clock, voorstel_id=voorstel_id, versie=versie, ja_op=ja_op
    )


async def accept(
    conn: Connection, actor: Actor, *, clock: Clock, voorstel_id: int, versie: int, startweek: date
) -> Voorstel:
    """Agree, when the pair rules of today allow the voorstel; raises BrokenRules."""
    await _refuse_broken(conn, actor, clock, voorstel_id, versie)
    return await service.accept(
        conn, actor, clock=clock, voorstel_id=voorstel_id, versie=versie, startweek=startweek
    )


async def add_voorstel(conn: Connection, actor: Actor, *, clock: Clock, nieuw: Toevoeging) -> Voorstel:
    """Make a voorstel that the optimiser did not make; it is pinned, and the next run makes room for it.

    Raises BrokenRules for what no exception covers, or where whoever is there stands fixed.
    """
    profiel = await visible_kandidaat(conn, actor, nieuw.kandidaat_id)
    if profiel.regio_code not in actor.regios_als(*BESLIST):
        raise Forbidden
    vandaag = await load_vandaag(conn, actor, profiel.regio_code, clock.today())
    wrong = service.wrong_with_pin(clock.today(), nieuw.tot, nieuw.startweek, nieuw.uiterlijk)
    if nieuw.startweek not in vandaag.startweken():
        wrong["startweek"] = "Kies een startweek uit de lijst."
    if wrong:
        raise InvalidInput(fields=wrong)
    if nieuw.kandidaat_id not in vandaag.kandidaten or nieuw.leerwerkplek_id not in vandaag.plekken:
        raise BrokenRules("Deze kandidaat of deze plek doet nu niet mee. Kijk naar de stand en de periode.")
    found = vandaag.ask(nieuw.kandidaat_id, nieuw.leerwerkplek_id, nieuw.startweek)
    if not found.may_be_added:
        broken = (*found.wet, *found.vast, *found.opzij) or found.ruimte
        text = await _say(conn, profiel.regio_code, [str(each["zin"]) for each in broken])
        raise BrokenRules(text if found.ruimte != broken else f"{text} Wie daar staat, staat vast.")
    return await service.add(conn, actor, clock=clock, nieuw=nieuw)


async def set_aside(  # noqa: PLR0913 (what a person fills in, by name)
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    kandidaat_id: int,
    leerwerkplek_id: int,
    startweek: date,
    gezien: frozenset[str],
    reden: str,
    tot: date,
) -> None:
    """Make an exception to the beleid that stands in the way of a stay today.

    `gezien` are the rules that the person saw; raises Conflict when others stand in the way by now.
    """
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    if profiel.regio_code not in actor.regios_als(*BEPAALT_BELEID):
        raise Forbidden
    vandaag = await load_vandaag(conn, actor, profiel.regio_code, clock.today())
    known = kandidaat_id in vandaag.kandidaten and leerwerkplek_id in vandaag.plekken
    if not known or startweek not in vandaag.startweken():
        raise Conflict("Deze kandidaat, deze plek of deze startweek doet nu niet mee. Kijk opnieuw.")
    regels: list[Plain] = list(vandaag.ask(kandidaat_id, leerwerkplek_id, startweek).opzij)
    if {str(each["regel"]) for each in regels} != gezien or not regels:
        raise Conflict("Er is intussen iets gewijzigd. Kijk eerst wat er nu in de weg staat.")
    await uitzonderingen.grant_uitzondering(
        conn,
        actor,
        clock=clock,
        kandidaat_id=kandidaat_id,
        leerwerkplek_id=leerwerkplek_id,
        regels=tuple(sorted(gezien)),
        reden=reden,
        tot=tot,
    )


async def _refuse_broken(conn: Connection, actor: Actor, clock: Clock, voorstel_id: int, versie: int) -> None:
    """Raise BrokenRules with what the voorstel breaks today, and what can be done about it."""
    voorstel = await service.read_version(conn, actor, voorstel_id, versie)
    planned = voorstel.inplanning
    if planned is None or planned.startweek <= clock.today():
        return  # refused as such by what follows
    try:
        broken, weken = await ask_pair(conn, voorstel, planned.startweek, clock.today())
    except NotPlannable:
        raise BrokenRules(
            "Deze kandidaat of deze plek doet niet meer mee: kijk naar de stand en de periode van beide. "
            "Wijs dit voorstel af of herstel het plan."
        ) from None
    if not broken:
        return
    sentences = [fill_weeks(each.sentence, weken) for each in broken]
    way_out = "Pas het profiel of de plek aan, of wijs dit voorstel af."
    if all(may_be_set_aside(each) for each in broken):
        way_out = (
            "Pas het profiel of de plek aan, wijs dit voorstel af, of vraag de regiocoördinator om een "
            "uitzondering."
        )
    raise BrokenRules(f"{await _say(conn, voorstel.regio_code, sentences)} {way_out}")


async def _say(conn: Connection, regio_code: str, sentences: Iterable[str]) -> str:
    """Sentences of rules with names for their placeholders."""
    told = " ".join(["Dit past niet bij de regels van vandaag.", *sentences])
    return (await list_namen(conn, [regio_code], [told])).fill(told)
