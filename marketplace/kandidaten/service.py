"""The verbs on a kandidaat: edit the profile, look at who it is, allow a pair again."""

from collections.abc import Set as AbstractSet
from datetime import date

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound, StaleVersion
from marketplace.kandidaten import inzagen, queries, uitsluitingen, writes
from marketplace.kandidaten.model import KandidaatProfiel, Persoonsgegevens, Stand
from marketplace.kandidaten.wijziging import PERSONAL, ProfielWijziging, changed_fields
from marketplace.regios.queries import get_plaats_of_pc4
from marketplace.toegang.gebeurtenissen import append_gebeurtenis, changes
from marketplace.toegang.model import Actor
from marketplace.werkprocessen.queries import (
    list_kwalificaties,
    list_plaatsingsvormen,
    list_sectoren,
    list_voorwaarden,
    list_werkprocessen,
)

MAX_DAYS = 5
MIN_DOEL = 5


async def visible_kandidaat(conn: Connection, actor: Actor, kandidaat_id: int) -> KandidaatProfiel:
    """The profile; raises NotFound for a stranger."""
    profiel = await queries.get_kandidaat(conn, actor, kandidaat_id)
    if profiel is None:
        raise NotFound
    return profiel


async def edit_profiel(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    kandidaat_id: int,
    versie: int,
    wijziging: ProfielWijziging,
) -> tuple[str, ...]:
    """Write an edit and return the names of what changed.

    Raises InvalidInput with fields, StaleVersion when somebody else wrote first, NotFound for a stranger.
    """
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    if fields := await wrong_fields(conn, profiel, wijziging, clock.today()):
        raise InvalidInput(fields=fields)
    if profiel.versie != versie:
        raise StaleVersion
    changed = changed_fields(profiel, wijziging)
    if not changed:
        return ()
    if not await writes.update_profiel(
        conn, actor, kandidaat_id=kandidaat_id, versie=versie, wijziging=wijziging
    ):
        raise StaleVersion
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="profiel_gewijzigd",
        onderwerp="kandidaat",
        onderwerp_id=kandidaat_id,
        regio_code=profiel.regio_code,
        gegevens={"velden": changes(profiel, wijziging, changed, personal=PERSONAL)},
    )
    return changed


async def wrong_fields(
    conn: Connection, profiel: KandidaatProfiel, wijziging: ProfielWijziging, vandaag: date
) -> dict[str, str]:
    """A sentence at every field of an edit that does not go with the others, the profile or the catalogue."""
    plaats = await get_plaats_of_pc4(conn, wijziging.pc4, vandaag)
    fields = await _unknown_choices(conn, profiel, wijziging)
    if wrong := await _wrong_crebo(conn, profiel, wijziging.crebo, vandaag):
        fields["crebo"] = wrong
    if plaats is None:
        fields["pc4"] = "Deze postcode kennen wij niet. Controleer de vier cijfers."
    elif plaats.regio_code != profiel.regio_code:
        fields["pc4"] = (
            f"{plaats.naam} ligt buiten deze regio. Verwijs de kandidaat naar de regio van {plaats.naam}."
        )
    if wijziging.minuten_min > wijziging.minuten_max:
        fields["minuten_max"] = "Het hoogste aantal uren is lager dan het laagste aantal."
    if wijziging.tot is not None and wijziging.tot <= wijziging.van:
        fields["tot"] = "De laatste dag ligt voor de eerste dag."
    if profiel.interne_dagen + days_of(wijziging.dagdelen) > MAX_DAYS:
        fields["dagdelen"] = (
            f"Deze kandidaat werkt al {profiel.interne_dagen} dagen intern. "
            f"Er zijn nog {MAX_DAYS - profiel.interne_dagen} dagen over."
        )
    return fields


async def _unknown_choices(
    conn: Connection, profiel: KandidaatProfiel, wijziging: ProfielWijziging
) -> dict[str, str]:
    """Choices that the catalogue does not know or that were made twice, each with its sentence."""
    learned = {*profiel.with_stand(Stand.GEOEFEND), *profiel.with_stand(Stand.BEWEZEN)}
    known: dict[str, AbstractSet[object]] = {
        "voorwaarden": {each.code for each in await list_voorwaarden(conn)},
        "sectorwensen": {each.code for each in await list_sectoren(conn)},
        "vormen": {each.code for each in await list_plaatsingsvormen(conn)},
        "gewenst": {each.id for each in await list_werkprocessen(conn)} - learned,
    }
    fields = {}
    for name, options in known.items():
        chosen = getattr(wijziging, name)
        if not set(chosen) <= options:
            fields[name] = "Maak een keuze uit de lijst."
        elif len(set(chosen)) < len(chosen):
            fields[name] = "Kies elke mogelijkheid één keer."
    return fields


async def _wrong_crebo(
    conn: Connection, profiel: KandidaatProfiel, crebo: int | None, vandaag: date
) -> str | None:
    """What is wrong with the kwalificatie: praktijkleren asks one, a new one must be taught now."""
    if crebo is None:
        return (
            "Praktijkleren is altijd voor een kwalificatie. Kies er een." if profiel.praktijkleren else None
        )
    if crebo != profiel.crebo and crebo not in {
        each.crebo for each in await list_kwalificaties(conn, vandaag)
    }:
        return "Maak een keuze uit de lijst."
    return None


def days_of(mask: int) -> int:
    """Whole days that dagdelen amount to: two make a day, a single one counts as a day."""
    return (mask.bit_count() + 1) // 2


async def reveal_persoonsgegevens(
    conn: Connection, actor: Actor, *, clock: Clock, kandidaat_id: int, doel: str
) -> Persoonsgegevens:
    """Who a kandidaat is, after logging who looks and what for; raises InvalidInput without a purpose."""
    if len(doel.strip()) < MIN_DOEL:
        raise InvalidInput(fields={"doel": "Schrijf waarvoor u de gegevens nodig hebt. Dat leggen wij vast."})
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    found = await inzagen.get_persoonsgegevens(conn, actor, kandidaat_id)
    if found is None:
        raise NotFound("Van deze kandidaat zijn geen persoonsgegevens bekend.")
    if not await inzagen.insert_inzage(
        conn, actor, kandidaat_id=kandidaat_id, doel=doel.strip(), now=clock.now()
    ):
        raise NotFound
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="persoonsgegevens_ingezien",
        onderwerp="kandidaat",
        onderwerp_id=kandidaat_id,
        regio_code=profiel.regio_code,
    )
    return found


async def limit_reistijd(
    conn: Connection, actor: Actor, *, clock: Clock, kandidaat_id: int, minuten: int, reden: str
) -> int | None:
    """Let a person travel no longer than this from now on, as a rejection asked.

    Gives what the limit was, None when it was no longer than this already.
    """
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    if not await writes.update_max_reistijd(conn, actor, kandidaat_id=kandidaat_id, minuten=minuten):
        return None
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="reistijd_verlaagd",
        onderwerp="kandidaat",
        onderwerp_id=kandidaat_id,
        regio_code=profiel.regio_code,
        reden=reden,
        gegevens={"velden": {"max_reistijd": [profiel.max_reistijd, minuten]}},
    )
    return profiel.max_reistijd


async def restore_reistijd(
    conn: Connection, actor: Actor, *, clock: Clock, kandidaat_id: int, van: int, naar: int
) -> bool:
    """Give back the limit that a rejection shortened; False when the profile no longer holds that one."""
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    if profiel.max_reistijd != van or not await writes.restore_max_reistijd(
        conn, actor, kandidaat_id=kandidaat_id, van=van, naar=naar
    ):
        return False
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="reistijd_hersteld",
        onderwerp="kandidaat",
        onderwerp_id=kandidaat_id,
        regio_code=profiel.regio_code,
        gegevens={"velden": {"max_reistijd": [van, naar]}},
    )
    return True


async def allow_again(conn: Connection, actor: Actor, *, clock: Clock, uitsluiting_id: int) -> int:
    """Withdraw an uitsluiting so that the next run may propose the pair; returns the kandidaat."""
    kandidaat_id = await uitsluitingen.withdraw_uitsluiting(
        conn, actor, uitsluiting_id=uitsluiting_id, now=clock.now()
    )
    if kandidaat_id is None:
        raise NotFound
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="uitsluiting_ingetrokken",
        onderwerp="kandidaat",
        onderwerp_id=kandidaat_id,
        regio_code=profiel.regio_code,
    )
    return kandidaat_id
