"""What people do with kandidaten, groups and who is bound to whom."""

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

from marketplace.kandidaten import aanmelden, binden, identiteit, service, status
from marketplace.kandidaten.model import Identiteit, KandidaatStatus
from marketplace.kandidaten.wijziging import editable
from marketplace.toegang.model import Actor, Rol
from marketplace.voorstellen import groep, uitzonderingen, vertrek
from tests.marketplace.kleine_regio import REGIO
from tests.marketplace.toeval.wereld import Over, Row, Wereld

LEAVES = (
    KandidaatStatus.TERUGGETROKKEN,
    KandidaatStatus.NIET_GESTART,
    KandidaatStatus.VOOR_AANGEMELD,
    KandidaatStatus.AFGEROND,
)
ROLES = ("jobcoach", "vreemde_jobcoach", "consulent", "kandidaat")
FREE = ("proefplaatsing", "behoud_uitkering", "detachering")


def seen(row: Row, rnd: Random) -> int:
    """The versie that somebody saw: now and then an older one."""
    return int(row["versie"]) - (rnd.random() < 0.05)


async def edit_profiel(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Change some of a profile."""
    row = rnd.choice(w.rows["kandidaten"])
    profiel = await service.visible_kandidaat(w.conn, who, row["id"])
    van = w.vandaag - timedelta(days=rnd.randint(-30, 30))
    wijziging: dict[str, Any] = rnd.choice(
        [
            {"max_reistijd": rnd.choice([5, 20, 60, 90])},
            {"begeleiding": tuple(rnd.choice([0, 60, 300, 500]) for _ in range(rnd.randint(1, 3)))},
            {"weken": rnd.choice([1, 2, 6, 12])},
            {"van": van, "tot": van + timedelta(days=rnd.choice([-1, 30, 400]))},
            {"vormen": tuple(rnd.sample(FREE, rnd.randint(1, 3)))},
            {"gewenst": tuple(each["id"] for each in w.rows["werkprocessen"] if rnd.random() < 0.5)},
            {"pc4": rnd.choice(["7021", "7251", "6811"])},
        ]
    )
    await service.edit_profiel(
        w.conn,
        who,
        clock=w.clock,
        kandidaat_id=row["id"],
        versie=seen(row, rnd),
        wijziging=replace(editable(profiel), **wijziging),
    )
    return Over(kandidaat=row["id"])


async def make_matchbaar(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Let somebody look for a plek."""
    row = rnd.choice(w.rows["kandidaten"])
    await status.make_matchbaar(
        w.conn,
        who,
        clock=w.clock,
        kandidaat_id=row["id"],
        versie=seen(row, rnd),
        sinds=w.vandaag - timedelta(days=rnd.randint(-1, 40)),
    )
    return Over(kandidaat=row["id"])


async def leave(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Let somebody leave the search."""
    row = rnd.choice(w.rows["kandidaten"])
    await vertrek.leave(
        w.conn,
        who,
        clock=w.clock,
        kandidaat_id=row["id"],
        versie=seen(row, rnd),
        naar=rnd.choice(LEAVES),
        reden=rnd.choice([None, "Heeft ander werk gevonden."]),
    )
    return Over(kandidaat=row["id"])


async def archive(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Put somebody in the archive or bring them back."""
    row = rnd.choice(w.rows["kandidaten"])
    await status.archive(
        w.conn,
        who,
        clock=w.clock,
        kandidaat_id=row["id"],
        versie=seen(row, rnd),
        archief=rnd.random() < 0.6,
    )
    return Over(kandidaat=row["id"])


async def bind(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Bind an account to a person."""
    row, name = rnd.choice(w.rows["kandidaten"]), rnd.choice(ROLES)
    rol = {"consulent": Rol.CONSULENT, "kandidaat": Rol.KANDIDAAT}.get(name, Rol.JOBCOACH)
    await binden.bind(w.conn, who, clock=w.clock, kandidaat_id=row["id"], email=w.mensen[name].email, rol=rol)
    return Over(kandidaat=row["id"])


async def unbind(w: Wereld, who: Actor, rnd: Random) -> Over:
    """End a bond."""
    row = rnd.choice(w.rows["kandidaat_betrokkenen"])
    laatste = w.vandaag + timedelta(days=rnd.randint(-1, 10))
    await binden.unbind(w.conn, who, clock=w.clock, betrokkene_id=row["id"], laatste_dag=laatste)
    return Over(kandidaat=row["kandidaat_id"])


async def reveal(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Look at who somebody is."""
    row = rnd.choice(w.rows["persoonsgegevens"])
    doel = rnd.choice(["", "Bellen over de kennismaking"])
    await identiteit.reveal_persoonsgegevens(
        w.conn, who, clock=w.clock, kandidaat_id=row["kandidaat_id"], doel=doel
    )
    return Over(kandidaat=row["kandidaat_id"])


async def edit_identity(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Write who somebody is, or correct it."""
    row = rnd.choice(w.rows["kandidaten"])
    new = Identiteit(
        naam="Voorbeeld Persoon",
        geboortedatum=w.vandaag - timedelta(days=rnd.choice([-1, 8000, 9000])),
        telefoon=None,
        email=None,
    )
    known = [each for each in w.rows["persoonsgegevens"] if each["kandidaat_id"] == row["id"]]
    if known:
        await identiteit.edit_persoonsgegevens(
            w.conn,
            who,
            clock=w.clock,
            kandidaat_id=row["id"],
            versie=seen(known[0], rnd),
            identiteit=new,
            doel="Naam verbeteren",
        )
    else:
        await identiteit.record_persoonsgegevens(
            w.conn, who, clock=w.clock, kandidaat_id=row["id"], identiteit=new
        )
    return Over(kandidaat=row["id"])


async def register(w: Wereld, who: Actor, rnd: Random) -> None:
    """Make somebody new known, much like one who is there."""
    like = await service.visible_kandidaat(w.conn, w.mensen["eigen"], rnd.choice(w.rows["kandidaten"])["id"])
    bedrijf = next(each["id"] for each in w.rows["organisaties"] if each["naam"] == "Voorbeeld SW")
    await aanmelden.register_kandidaat(
        w.conn,
        who,
        clock=w.clock,
        wijziging=editable(like),
        identiteit=Identiteit(
            naam="Voorbeeld Nieuw", geboortedatum=w.vandaag - timedelta(days=9000), telefoon=None, email=None
        ),
        sw_bedrijf_id=rnd.choice([None, bedrijf]),
    )


async def grant(w: Wereld, who: Actor, rnd: Random) -> None:
    """Set beleid aside for a pair."""
    await uitzonderingen.grant_uitzondering(
        w.conn,
        who,
        clock=w.clock,
        kandidaat_id=rnd.choice(w.rows["kandidaten"])["id"],
        leerwerkplek_id=rnd.choice(w.rows["leerwerkplekken"])["id"],
        regels=tuple(rnd.sample(("reistijd", "taal", "uren"), rnd.randint(1, 3))),
        reden="Met de werkgever besproken.",
        tot=w.vandaag + timedelta(days=rnd.choice([0, 30, 364, 500])),
    )


async def withdraw(w: Wereld, who: Actor, rnd: Random) -> None:
    """Let a rule hold again."""
    row = rnd.choice(w.rows["uitzonderingen"])
    await uitzonderingen.withdraw_uitzondering(w.conn, who, clock=w.clock, uitzondering_id=row["id"])


async def allow_again(w: Wereld, who: Actor, rnd: Random) -> Over:
    """Withdraw an uitsluiting."""
    row = rnd.choice(w.rows["uitsluitingen"])
    await service.allow_again(w.conn, who, clock=w.clock, uitsluiting_id=row["id"])
    return Over(kandidaat=row["kandidaat_id"])


async def register_groep(w: Wereld, who: Actor, rnd: Random) -> None:
    """Register some people as a group."""
    await groep.register_groep(
        w.conn,
        who,
        clock=w.clock,
        regio_code=REGIO,
        naam="Groep",
        sector="groen",
        kenmerken=[each["kenmerk"] for each in w.rows["kandidaten"] if rnd.random() < 0.5],
        vervolg_op=rnd.choice([None, *(each["id"] for each in w.rows["groepen"])]),
    )


async def start_groep(w: Wereld, who: Actor, rnd: Random) -> None:
    """Let a group begin."""
    row = rnd.choice(w.rows["groepen"])
    await groep.start(w.conn, who, clock=w.clock, groep_id=row["id"], versie=seen(row, rnd))


async def call_off_groep(w: Wereld, who: Actor, rnd: Random) -> None:
    """Let a group not begin."""
    row = rnd.choice(w.rows["groepen"])
    await groep.call_off(
        w.conn, who, clock=w.clock, groep_id=row["id"], versie=seen(row, rnd), reden="Te weinig mensen."
    )


async def finish_groep(w: Wereld, who: Actor, rnd: Random) -> None:
    """Let a group end."""
    row = rnd.choice(w.rows["groepen"])
    await groep.finish(w.conn, who, clock=w.clock, groep_id=row["id"], versie=seen(row, rnd))
