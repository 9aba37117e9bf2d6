"""Register somebody new: the profile under a kenmerk that says nothing, and apart from it who it is."""

import contextlib
import secrets
from collections.abc import Sequence

import asyncpg

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput
from marketplace.kandidaten import betrokkenen, inzagen, writes
from marketplace.kandidaten.aanmeldrecht import SwBedrijf, list_aanmeldregios, list_sw_bedrijven
from marketplace.kandidaten.identiteit import wrong_birth
from marketplace.kandidaten.model import Identiteit
from marketplace.kandidaten.regels import CHOOSE, wrong_fields
from marketplace.kandidaten.wijziging import ProfielWijziging
from marketplace.regios.queries import get_plaats_of_pc4
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor, Rol
from marketplace.toegang.rechten import BESLIST, MELDT_MENSEN_AAN

# Without what looks alike: 0 and O, 1 and I.
SYMBOLS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 6
TRIES = 5


async def register_kandidaat(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    wijziging: ProfielWijziging,
    identiteit: Identiteit,
    sw_bedrijf_id: int | None,
    besloten: bool = False,
) -> int:
    """Write somebody new, voor-aangemeld, and return the id; a consulent is bound to them at once.

    Who is `besloten` is known at the SW-bedrijf only, which lends out groups. Raises InvalidInput with
    fields, Forbidden for who may register nobody.
    """
    wrong = await wrong_new_fields(conn, actor, clock, wijziging, sw_bedrijf_id, besloten=besloten)
    if fields := wrong | wrong_birth(identiteit.geboortedatum, clock):
        raise InvalidInput(fields=fields)
    plaats = await get_plaats_of_pc4(conn, wijziging.pc4, clock.today())
    assert plaats is not None and plaats.regio_code is not None  # noqa: S101, PT018 (wrong_new_fields)
    kandidaat_id = await _insert(conn, actor, plaats.regio_code, sw_bedrijf_id, wijziging, besloten=besloten)
    if actor.heeft(*MELDT_MENSEN_AAN) and not actor.heeft(*BESLIST):
        await betrokkenen.insert_zelf(
            conn, actor, kandidaat_id=kandidaat_id, rol=Rol.CONSULENT, van=clock.today()
        )
    await writes.replace_wishes(conn, kandidaat_id, wijziging)
    await inzagen.insert_persoonsgegevens(conn, kandidaat_id, identiteit)
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="kandidaat_aangemeld",
        onderwerp="kandidaat",
        onderwerp_id=kandidaat_id,
        regio_code=None if besloten else plaats.regio_code,
        organisatie_id=sw_bedrijf_id,
    )
    return kandidaat_id


async def wrong_new_fields(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    wijziging: ProfielWijziging,
    sw_bedrijf_id: int | None,
    *,
    besloten: bool = False,
) -> dict[str, str]:
    """A sentence at every field with which nobody can be registered."""
    regios = await list_aanmeldregios(conn, actor)
    wrong = await wrong_fields(conn, wijziging, clock.today(), regios)
    bedrijven = await list_sw_bedrijven(conn, actor)
    if sentence := wrong_sw_bedrijf(actor, sw_bedrijf_id, bedrijven):
        wrong["sw_bedrijf"] = sentence
    if besloten and sw_bedrijf_id not in {each.id for each in bedrijven if each.detacheert}:
        wrong["besloten"] = "Dit kan alleen bij uw eigen SW-bedrijf dat in groepen detacheert."
    return wrong


def must_choose_sw_bedrijf(actor: Actor) -> bool:
    """Whether the actor registers people of the own SW-bedrijf only."""
    return not actor.heeft(*BESLIST, *MELDT_MENSEN_AAN)


def wrong_sw_bedrijf(actor: Actor, chosen: int | None, bedrijven: Sequence[SwBedrijf]) -> str | None:
    """What is wrong with the SW-bedrijf that was chosen, or not."""
    if chosen is None:
        return "Kies het SW-bedrijf waar deze persoon bij hoort." if must_choose_sw_bedrijf(actor) else None
    return None if chosen in {each.id for each in bedrijven} else CHOOSE


async def _insert(
    conn: Connection,
    actor: Actor,
    regio_code: str,
    sw_bedrijf_id: int | None,
    wijziging: ProfielWijziging,
    *,
    besloten: bool,
) -> int:
    """Write the profile under a kenmerk that nobody has; raises Forbidden when the actor may not."""
    for _ in range(TRIES):
        kenmerk = f"K-{''.join(secrets.choice(SYMBOLS) for _ in range(LENGTH))}"
        with contextlib.suppress(asyncpg.UniqueViolationError):
            async with conn.transaction():
                made = await writes.insert_kandidaat(
                    conn,
                    actor,
                    kenmerk=kenmerk,
                    regio_code=regio_code,
                    sw_bedrijf_id=sw_bedrijf_id,
                    wijziging=wijziging,
                    besloten=besloten,
                )
            if made is None:
                raise Forbidden
            return made
    raise Conflict("Het lukte nu niet om een kenmerk te maken. Probeer het opnieuw.")
