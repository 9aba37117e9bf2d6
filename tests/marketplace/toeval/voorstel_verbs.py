"""What people do with voorstellen and plans."""

from datetime import date, timedelta
from random import Random

from marketplace.clock import monday
from marketplace.matching import besluiten
from marketplace.toegang.model import Actor
from marketplace.voorstellen import afwijzing, publicatie, service
from marketplace.voorstellen.afwijzing import Afwijzing
from marketplace.voorstellen.model import Toevoeging
from tests.marketplace.toeval.mensen_verbs import seen
from tests.marketplace.toeval.wereld import Row, Wereld

REASONS = ("te_ver", "ander_werk", "niet_dit_bedrijf", "nu_niet", "onbekend")


def some(w: Wereld, rnd: Random, *statuses: str) -> Row:
    """A voorstel, mostly one where the step can be taken."""
    rows = w.rows["voorstellen"]
    fit = [each for each in rows if each["status"] in statuses]
    return rnd.choice(fit if fit and rnd.random() < 0.9 else rows)


async def discuss(w: Wereld, who: Actor, rnd: Random) -> None:
    """Record a yes."""
    row = some(w, rnd, "voorgesteld")
    await besluiten.discuss(
        w.conn,
        who,
        clock=w.clock,
        voorstel_id=row["id"],
        versie=seen(row, rnd),
        ja_op=w.vandaag - timedelta(days=rnd.choice([-1, 0, 0, 0, 3])),
    )


async def accept(w: Wereld, who: Actor, rnd: Random) -> None:
    """Agree from the startweek that is planned."""
    row = some(w, rnd, "besproken_met_kandidaat")
    voorstel = await service.visible_voorstel(w.conn, who, row["id"])
    planned = voorstel.inplanning
    await besluiten.accept(
        w.conn,
        who,
        clock=w.clock,
        voorstel_id=row["id"],
        versie=seen(row, rnd),
        startweek=planned.startweek if planned else monday(w.vandaag),
    )


async def reject(w: Wereld, who: Actor, rnd: Random) -> None:
    """Say no."""
    row = rnd.choice(w.rows["voorstellen"])
    no = Afwijzing(reden=rnd.choice(REASONS), toelichting="Nee.", max_reistijd=rnd.choice([None, 10, 30, 50]))
    await afwijzing.reject(
        w.conn, who, clock=w.clock, voorstel_id=row["id"], versie=seen(row, rnd), afwijzing=no
    )


async def reopen(w: Wereld, who: Actor, rnd: Random) -> None:
    """Take one step back."""
    row = some(w, rnd, "besproken_met_kandidaat", "akkoord_accountmanager", "afgewezen")
    await afwijzing.reopen(w.conn, who, clock=w.clock, voorstel_id=row["id"], versie=seen(row, rnd))


def _weeks(w: Wereld, rnd: Random) -> tuple[date, date, date]:
    """A startweek, until when a pin holds, and how long it may."""
    start = monday(w.vandaag) + timedelta(weeks=rnd.randint(0, 4))
    return start, w.vandaag + timedelta(days=rnd.randint(0, 60)), w.vandaag + timedelta(weeks=8)


async def pin(w: Wereld, who: Actor, rnd: Random) -> None:
    """Keep a pairing."""
    row = rnd.choice(w.rows["voorstellen"])
    start, tot, uiterlijk = _weeks(w, rnd)
    await service.pin(
        w.conn,
        who,
        clock=w.clock,
        voorstel_id=row["id"],
        versie=seen(row, rnd),
        reden="Kent de werkgever al.",
        tot=tot,
        startweek=rnd.choice([None, start]),
        uiterlijk=uiterlijk,
    )


async def unpin(w: Wereld, who: Actor, rnd: Random) -> None:
    """Let a pairing go."""
    pinned = [each for each in w.rows["voorstellen"] if each["pin_reden"]]
    row = rnd.choice(pinned or w.rows["voorstellen"])
    await service.unpin(w.conn, who, clock=w.clock, voorstel_id=row["id"], versie=seen(row, rnd))


async def add(w: Wereld, who: Actor, rnd: Random) -> None:
    """Make a voorstel by hand."""
    start, tot, uiterlijk = _weeks(w, rnd)
    nieuw = Toevoeging(
        kandidaat_id=rnd.choice(w.rows["kandidaten"])["id"],
        leerwerkplek_id=rnd.choice(w.rows["leerwerkplekken"])["id"],
        startweek=start,
        reden="Kent de werkgever al.",
        tot=tot,
        uiterlijk=uiterlijk,
    )
    await besluiten.add_voorstel(w.conn, who, clock=w.clock, nieuw=nieuw)


async def publish(w: Wereld, who: Actor, rnd: Random) -> None:
    """Publish the concept, mostly over what is published."""
    concept = [each for each in w.rows["plannen"] if each["status"] == "concept"]
    row = rnd.choice(concept or w.rows["plannen"])
    now = [each["id"] for each in w.rows["plannen"] if each["status"] == "gepubliceerd"]
    gezien = now[0] if now and rnd.random() < 0.9 else None
    await publicatie.publish(
        w.conn, who, clock=w.clock, plan_id=row["id"], versie=seen(row, rnd), gezien=gezien
    )
