"""What people do with plekken, praktijkopleiders, erkenningen and organisaties."""

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

from marketplace.bezetting import vertrek
from marketplace.leerwerkplekken import service
from marketplace.leerwerkplekken.wijziging import NewInzet
from marketplace.organisaties import erkenning, opleiding, organisatie, vestiging
from marketplace.organisaties import service as praktijkopleiders
from marketplace.organisaties.model import Nabijheid, NewTijd
from marketplace.organisaties.wijziging import ErkenningEdit, NewErkenning, NewOpleiding
from marketplace.toegang.model import Actor
from tests.marketplace.kleine_regio import REGIO
from tests.marketplace.toeval.mensen_verbs import seen
from tests.marketplace.toeval.wereld import Over, Row, Wereld

CREBO = 25258


def over(w: Wereld, vestiging_id: int) -> Over:
    """The organisatie of a vestiging."""
    found = next(each for each in w.rows["vestigingen"] if each["id"] == vestiging_id)
    return Over(organisatie=found["organisatie_id"])


def _leader(w: Wereld, plek: Row, rnd: Random) -> NewInzet | None:
    """Who is to lead, mostly somebody of the same vestiging."""
    near = [each for each in w.rows["praktijkopleiders"] if each["vestiging_id"] == plek["vestiging_id"]]
    leader = rnd.choice(near if near and rnd.random() < 0.9 else w.rows["praktijkopleiders"])
    vanaf = rnd.choice([None, w.vandaag + timedelta(days=rnd.randint(0, 120))])
    return rnd.choice([None, *[NewInzet(praktijkopleider_id=leader["id"], vanaf=vanaf)] * 3])


async def create_plek(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Make a concept much like a plek that is there."""
    row = rnd.choice(w.rows["leerwerkplekken"])
    like = await service.visible_leerwerkplek(w.conn, who, row["id"])
    await service.create_leerwerkplek(
        w.conn,
        who,
        clock=w.clock,
        vestiging_id=row["vestiging_id"],
        gegevens=service.gegevens_of(like),
        inzet=_leader(w, row, rnd),
    )
    return over(w, row["vestiging_id"])


async def edit_plek(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Change some of a plek."""
    row = rnd.choice(w.rows["leerwerkplekken"])
    plek = await service.visible_leerwerkplek(w.conn, who, row["id"])
    van = w.vandaag - timedelta(days=rnd.randint(-60, 60))
    edit: dict[str, Any] = rnd.choice(
        [
            {},
            {"plaatsen": rnd.randint(1, 3)},
            {"van": van},
            {"tot": rnd.choice([None, van + timedelta(days=rnd.choice([-1, 40, 400]))])},
            {"vormen": tuple(rnd.sample(("proefplaatsing", "behoud_uitkering"), rnd.randint(1, 2)))},
            {"werkprocessen": plek.werkprocessen[: rnd.randint(0, 1)]},
        ]
    )
    await service.edit_leerwerkplek(
        w.conn,
        who,
        clock=w.clock,
        plek_id=row["id"],
        versie=seen(row, rnd),
        gegevens=replace(service.gegevens_of(plek), **edit),
        inzet=_leader(w, row, rnd),
    )
    return over(w, row["vestiging_id"])


async def publish_plek(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Let a plek take part in planning."""
    row = rnd.choice(w.rows["leerwerkplekken"])
    await service.publish_leerwerkplek(w.conn, who, clock=w.clock, plek_id=row["id"], versie=seen(row, rnd))
    return over(w, row["vestiging_id"])


async def close_plek(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Take a plek out of planning."""
    row = rnd.choice(w.rows["leerwerkplekken"])
    await service.close_leerwerkplek(w.conn, who, clock=w.clock, plek_id=row["id"], versie=seen(row, rnd))
    return over(w, row["vestiging_id"])


async def unpublish_plek(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Make a plek a concept again."""
    row = rnd.choice(w.rows["leerwerkplekken"])
    await service.unpublish_leerwerkplek(w.conn, who, clock=w.clock, plek_id=row["id"], versie=seen(row, rnd))
    return over(w, row["vestiging_id"])


async def delete_plek(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Remove a concept."""
    concepts = [each for each in w.rows["leerwerkplekken"] if each["status"] == "concept"]
    row = rnd.choice(concepts or w.rows["leerwerkplekken"])
    await service.delete_concept(w.conn, who, clock=w.clock, plek_id=row["id"], versie=seen(row, rnd))
    return over(w, row["vestiging_id"])


async def change_tijd(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Give a praktijkopleider more or less time."""
    row = rnd.choice(w.rows["praktijkopleiders"])
    tijd = NewTijd(
        praktijkopleider_id=row["id"],
        versie=seen(row, rnd),
        nabijheid=Nabijheid.AF_EN_TOE,
        minuten=rnd.choice([0, 120, 360, 600, 1200]),
    )
    await praktijkopleiders.change_tijd(w.conn, who, clock=w.clock, tijd=tijd)
    return over(w, row["vestiging_id"])


async def book_vertrek(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Let a praktijkopleider leave."""
    row = rnd.choice(w.rows["praktijkopleiders"])
    await vertrek.book_vertrek(
        w.conn,
        who,
        clock=w.clock,
        praktijkopleider_id=row["id"],
        versie=seen(row, rnd),
        tot=w.vandaag + timedelta(days=rnd.choice([1, 20, 60, 200])),
        opvolger_id=rnd.choice([None, *(each["id"] for each in w.rows["praktijkopleiders"])]),
    )
    return over(w, row["vestiging_id"])


async def cancel_vertrek(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Let a praktijkopleider stay."""
    row = rnd.choice(w.rows["praktijkopleiders"])
    await vertrek.cancel_vertrek(
        w.conn, who, clock=w.clock, praktijkopleider_id=row["id"], versie=seen(row, rnd)
    )
    return over(w, row["vestiging_id"])


async def create_praktijkopleider(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Make a praktijkopleider."""
    row = rnd.choice(w.rows["vestigingen"])
    await praktijkopleiders.create_praktijkopleider(
        w.conn, who, clock=w.clock, vestiging_id=row["id"], naam="Nieuw"
    )
    return over(w, row["id"])


async def create_erkenning(w: Wereld, who: Actor, rnd: Random) -> None:
    """Record an erkenning."""
    van = w.vandaag + timedelta(days=rnd.randint(-30, 60))
    new = NewErkenning(
        crebo=CREBO,
        van=van,
        tot=rnd.choice([None, van + timedelta(days=300)]),
        werkprocessen=(),
        gecontroleerd_op=w.vandaag,
    )
    place = rnd.choice(w.rows["vestigingen"])["id"]
    await erkenning.create_erkenning(w.conn, who, clock=w.clock, vestiging_id=place, new=new)


async def edit_erkenning(w: Wereld, who: Actor, rnd: Random) -> None:
    """Let an erkenning end elsewhere."""
    row = rnd.choice(w.rows["erkenningen"])
    edit = ErkenningEdit(
        tot=rnd.choice([None, w.vandaag + timedelta(days=rnd.randint(-30, 200))]),
        werkprocessen=(),
        gecontroleerd_op=w.vandaag,
    )
    await erkenning.edit_erkenning(
        w.conn, who, clock=w.clock, erkenning_id=row["id"], versie=seen(row, rnd), edit=edit
    )


async def archive_vestiging(w: Wereld, who: Actor, rnd: Random) -> None:
    """Archive a vestiging or bring it back."""
    row = rnd.choice(w.rows["vestigingen"])
    verb = rnd.choice([vestiging.archive_vestiging, vestiging.restore_vestiging])
    await verb(w.conn, who, clock=w.clock, vestiging_id=row["id"], versie=seen(row, rnd))


async def archive_organisatie(w: Wereld, who: Actor, rnd: Random) -> None:
    """Archive an organisatie or bring it back."""
    row = rnd.choice([each for each in w.rows["organisaties"] if each["regio_code"] == REGIO])
    verb = rnd.choice([organisatie.archive_organisatie, organisatie.restore_organisatie])
    await verb(w.conn, who, clock=w.clock, organisatie_id=row["id"], versie=seen(row, rnd))


async def create_opleiding(w: Wereld, who: Actor, rnd: Random) -> None:
    """Let a school offer a kwalificatie."""
    row = rnd.choice([each for each in w.rows["organisaties"] if each["regio_code"] == REGIO])
    new = NewOpleiding(crebo=CREBO, van=w.vandaag, tot=None, regio_codes=(REGIO,))
    await opleiding.create_opleiding(w.conn, who, clock=w.clock, organisatie_id=row["id"], new=new)


async def end_opleiding(w: Wereld, who: Actor, rnd: Random) -> None:
    """Let an opleiding end elsewhere."""
    row = rnd.choice(w.rows["opleidingen"])
    await opleiding.end_opleiding(
        w.conn,
        who,
        clock=w.clock,
        opleiding_id=row["id"],
        versie=seen(row, rnd),
        tot=rnd.choice([None, w.vandaag + timedelta(days=rnd.randint(-30, 100))]),
    )
