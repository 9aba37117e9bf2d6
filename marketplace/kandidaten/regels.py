"""What cannot be written of a profile: each fault is a sentence at its field."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from datetime import date

from marketplace.db import Connection
from marketplace.kandidaten.model import KandidaatProfiel, Stand
from marketplace.kandidaten.wijziging import ProfielWijziging
from marketplace.regios.model import Plaats
from marketplace.regios.queries import get_plaats_of_pc4
from marketplace.werkprocessen.model import Keuzen
from marketplace.werkprocessen.queries import get_keuzen

MAX_DAYS = 5
CHOOSE = "Maak een keuze uit de lijst."


async def wrong_fields(
    conn: Connection,
    wijziging: ProfielWijziging,
    vandaag: date,
    regios: Collection[str],
    profiel: KandidaatProfiel | None = None,
) -> dict[str, str]:
    """A sentence at every field that does not go with the others, the profile or the catalogue.

    The person must live in one of `regios`, or where the profile says so already (a regio can lose a
    gemeente); without a profile it is somebody new.
    """
    plaats = await get_plaats_of_pc4(conn, wijziging.pc4, vandaag)
    return wrong_with(await get_keuzen(conn, vandaag), wijziging, plaats, regios, profiel)


def wrong_with(
    keuzen: Keuzen,
    wijziging: ProfielWijziging,
    plaats: Plaats | None,
    regios: Collection[str],
    profiel: KandidaatProfiel | None,
) -> dict[str, str]:
    """The same with what was loaded before; `plaats` is where the postcode lies, None when it is unknown."""
    fields = _unknown_choices(keuzen, profiel, wijziging)
    if wrong := _wrong_crebo(keuzen, profiel, wijziging.crebo):
        fields["crebo"] = wrong
    if plaats is None:
        fields["pc4"] = "Deze postcode kennen wij niet. Controleer de vier cijfers."
    elif plaats.regio_code not in regios and (profiel is None or wijziging.pc4 != profiel.pc4):
        fields["pc4"] = (
            f"{plaats.naam} ligt buiten deze regio. Verwijs de kandidaat naar de regio van {plaats.naam}."
        )
    if wijziging.minuten_min > wijziging.minuten_max:
        fields["minuten_max"] = "Het hoogste aantal uren is lager dan het laagste aantal."
    if wijziging.tot is not None and wijziging.tot <= wijziging.van:
        fields["tot"] = "De laatste dag ligt voor de eerste dag."
    if wijziging.interne_dagen + days_of(wijziging.dagdelen) > MAX_DAYS:
        fields["dagdelen"] = (
            f"Deze kandidaat werkt al {_days(wijziging.interne_dagen)} intern. "
            f"Kies hooguit {_days(MAX_DAYS - wijziging.interne_dagen)} of haal een interne dag weg."
        )
    return fields


def _unknown_choices(
    keuzen: Keuzen, profiel: KandidaatProfiel | None, wijziging: ProfielWijziging
) -> dict[str, str]:
    """Choices that the catalogue does not know or that were made twice, each with its sentence."""
    learned = (
        {*profiel.with_stand(Stand.GEOEFEND), *profiel.with_stand(Stand.BEWEZEN)} if profiel else frozenset()
    )
    known: dict[str, AbstractSet[object]] = {
        "voorwaarden": keuzen.voorwaarden,
        "sectorwensen": keuzen.sectoren,
        "vormen": keuzen.vormen,
        "gewenst": keuzen.werkprocessen - learned,
    }
    fields = {}
    for name, options in known.items():
        chosen = getattr(wijziging, name)
        if not set(chosen) <= options:
            fields[name] = CHOOSE
        elif len(set(chosen)) < len(chosen):
            fields[name] = "Kies elke mogelijkheid één keer."
    return fields


def _wrong_crebo(keuzen: Keuzen, profiel: KandidaatProfiel | None, crebo: int | None) -> str | None:
    """What is wrong with the kwalificatie: praktijkleren asks one, a new one must be taught now."""
    if crebo is None:
        asks = profiel is not None and profiel.praktijkleren
        return "Praktijkleren is altijd voor een kwalificatie. Kies er een." if asks else None
    unchanged = profiel is not None and crebo == profiel.crebo
    return None if unchanged or crebo in keuzen.crebos else CHOOSE


def _days(count: int) -> str:
    """1 dag, 2 dagen."""
    return f"{count} {'dag' if count == 1 else 'dagen'}"


def days_of(mask: int) -> int:
    """Whole days that dagdelen amount to: two make a day, a single one counts as a day."""
    return (mask.bit_count() + 1) // 2
