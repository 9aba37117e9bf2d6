"""The verbs on who somebody is: look for a purpose, and edit; every look is logged."""

from dataclasses import fields
from datetime import date

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound, StaleVersion
from marketplace.kandidaten import inzagen
from marketplace.kandidaten.model import Identiteit, KandidaatProfiel, Persoonsgegevens
from marketplace.kandidaten.service import visible_kandidaat
from marketplace.kandidaten.vastleggen import record_kandidaat
from marketplace.kandidaten.zicht import edits
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import EIGEN

MIN_DOEL = 5
PHONE = r"0([ -]?[0-9]){9}|\+[1-9]([ -]?[0-9]){7,14}"  # the database asks the same
EMAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"
NO_PHONE = "Dit is geen telefoonnummer. Vul het in als 06-12345678 of +31 6 12345678."


async def reveal_persoonsgegevens(
    conn: Connection, actor: Actor, *, clock: Clock, kandidaat_id: int, doel: str
) -> Persoonsgegevens:
    """Who a kandidaat is, after logging who looks and what for; raises InvalidInput without a purpose.

    A look at oneself stands in that log only: the record of what happened would name the person.
    """
    if len(doel.strip()) < MIN_DOEL:
        raise InvalidInput(fields={"doel": "Schrijf waarvoor u de gegevens nodig hebt. Dat leggen wij vast."})
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    found = await inzagen.show_persoonsgegevens(
        conn, actor, kandidaat_id=kandidaat_id, doel=doel.strip(), now=clock.now()
    )
    if found is None:
        raise NotFound("Van deze kandidaat zijn voor u geen persoonsgegevens te zien.")
    if kandidaat_id in actor.kandidaten_als(*EIGEN):
        return found
    await record_kandidaat(conn, actor, clock, profiel, "persoonsgegevens_ingezien")
    return found


async def record_persoonsgegevens(
    conn: Connection, actor: Actor, *, clock: Clock, kandidaat_id: int, identiteit: Identiteit
) -> None:
    """Write who somebody is for the first time; raises StaleVersion when another did so already."""
    profiel = await _own(conn, actor, kandidaat_id)
    refuse_unborn(identiteit, clock)
    if not await inzagen.insert_persoonsgegevens(conn, kandidaat_id, identiteit):
        raise StaleVersion
    filled = [each.name for each in fields(identiteit) if getattr(identiteit, each.name) is not None]
    await _record(conn, actor, clock, profiel, filled)


async def edit_persoonsgegevens(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    kandidaat_id: int,
    versie: int,
    identiteit: Identiteit,
    doel: str,
) -> tuple[str, ...]:
    """Write an edit over this version and return which fields it changed; the purpose is its reason.

    What was there is looked at to tell the fields, so that look is logged too.
    """
    profiel = await _own(conn, actor, kandidaat_id)
    refuse_unborn(identiteit, clock)
    was = await reveal_persoonsgegevens(conn, actor, clock=clock, kandidaat_id=kandidaat_id, doel=doel)
    changed = changed_fields(was, identiteit)
    if was.versie != versie:
        raise StaleVersion
    if not changed:
        return ()
    if not await inzagen.update_persoonsgegevens(
        conn, actor, kandidaat_id=kandidaat_id, versie=versie, identiteit=identiteit
    ):
        raise StaleVersion
    await _record(conn, actor, clock, profiel, list(changed), doel)
    return changed


def wrong_birth(geboortedatum: date, clock: Clock) -> dict[str, str]:
    """A sentence for a day of birth that is still to come."""
    if geboortedatum > clock.today():
        return {"geboortedatum": "Deze dag ligt in de toekomst. Controleer het jaar."}
    return {}


def refuse_unborn(identiteit: Identiteit, clock: Clock) -> None:
    """Raise InvalidInput for a day of birth that is still to come."""
    if wrong := wrong_birth(identiteit.geboortedatum, clock):
        raise InvalidInput(fields=wrong)


def changed_fields(was: Persoonsgegevens, identiteit: Identiteit) -> tuple[str, ...]:
    """The names of the fields in which the two differ."""
    return tuple(
        each.name for each in fields(identiteit) if getattr(was, each.name) != getattr(identiteit, each.name)
    )


async def _own(conn: Connection, actor: Actor, kandidaat_id: int) -> KandidaatProfiel:
    """The profile of somebody whom the actor may edit; raises NotFound for another."""
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    if not edits(actor).holds(profiel):
        raise NotFound
    return profiel


async def _record(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    profiel: KandidaatProfiel,
    velden: list[str],
    reden: str | None = None,
) -> None:
    """Append that persoonsgegevens changed: the names of the fields, never what is in them."""
    await record_kandidaat(
        conn, actor, clock, profiel, "persoonsgegevens_gewijzigd", reden=reden, gegevens={"velden": velden}
    )
