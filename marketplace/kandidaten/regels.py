"""What cannot be written of a profile: each fault is a sentence at its field."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from datetime import date

from marketplace.db import Connection
from marketplace.kandidaten.model import KandidaatProfiel, Stand
from marketplace.kandidaten.wijziging import ProfielWijziging
from marketplace.regios.queries import get_plaats_of_pc4
from marketplace.werkprocessen.queries import (
    list_kwalificaties,
    list_plaatsingsvormen,
    list_sectoren,
    list_voorwaarden,
    list_werkprocessen,
)

MAX_DAYS = 5


async def wrong_fields(
    conn: Connection,
    wijziging: ProfielWijziging,
    vandaag: date,
    regios: Collection[str],
    profiel: KandidaatProfiel | None = None,
) -> dict[str, str]:
    """A sentence at every field that does not go with the others, the profile or the catalogue.

    The person must live in one of `regios`; without a profile it is somebody new.
    """
    plaats = await get_plaats_of_pc4(conn, wijziging.pc4, vandaag)
    fields = await _unknown_choices(conn, profiel, wijziging)
    if wrong := await _wrong_crebo(conn, profiel, wijziging.crebo, vandaag):
        fields["crebo"] = wrong
    if plaats is None:
        fields["pc4"] = "Deze postcode kennen wij niet. Controleer de vier cijfers."
    elif plaats.regio_code not in regios:
        fields["pc4"] = (
            f"{plaats.naam} ligt buiten deze regio. Verwijs de kandidaat naar de regio van {plaats.naam}."
        )
    if wijziging.minuten_min > wijziging.minuten_max:
        fields["minuten_max"] = "Het hoogste aantal uren is lager dan het laagste aantal."
    if wijziging.tot is not None and wijziging.tot <= wijziging.van:
        fields["tot"] = "De laatste dag ligt voor de eerste dag."
    if profiel and profiel.interne_dagen + days_of(wijziging.dagdelen) > MAX_DAYS:
        fields["dagdelen"] = (
            f"Deze kandidaat werkt al {profiel.interne_dagen} dagen intern. "
            f"Er zijn nog {MAX_DAYS - profiel.interne_dagen} dagen over."
        )
    return fields


async def _unknown_choices(
    conn: Connection, profiel: KandidaatProfiel | None, wijziging: ProfielWijziging
) -> dict[str, str]:
    """Choices that the catalogue does not know or that were made twice, each with its sentence."""
    learned = (
        {*profiel.with_stand(Stand.GEOEFEND), *profiel.with_stand(Stand.BEWEZEN)} if profiel else frozenset()
    )
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
    conn: Connection, profiel: KandidaatProfiel | None, crebo: int | None, vandaag: date
) -> str | None:
    """What is wrong with the kwalificatie: praktijkleren asks one, a new one must be taught now."""
    if crebo is None:
        asks = profiel is not None and profiel.praktijkleren
        return "Praktijkleren is altijd voor een kwalificatie. Kies er een." if asks else None
    if crebo != (profiel.crebo if profiel else None) and crebo not in {
        each.crebo for each in await list_kwalificaties(conn, vandaag)
    }:
        return "Maak een keuze uit de lijst."
    return None


def days_of(mask: int) -> int:
    """Whole days that dagdelen amount to: two make a day, a single one counts as a day."""
    return (mask.bit_count() + 1) // 2
