"""From a profile to the kandidaat of the solver: what planning needs, and nothing that says who it is."""

from collections.abc import Mapping
from datetime import date

from marketplace.geo.reistijd import Punt
from marketplace.kandidaten.model import KandidaatProfiel, Stand
from marketplace.rekenruns.weken import FAR, Weken
from solver.matching import instance as solver


def to_kandidaat(
    profiel: KandidaatProfiel, vandaag: date, weken: Weken, zones: Mapping[Punt, int]
) -> solver.Kandidaat | None:
    """One kandidaat of the instance; None when the person's period leaves no week to begin in.

    Waiting is counted to the day of asking, as pages do, not to week 0.
    """
    van, tot = start_window(profiel, weken)
    if van > tot:
        return None
    return solver.Kandidaat(
        id=profiel.id,
        zone=zones[Punt(profiel.lat, profiel.lon)],
        vervoermiddel=solver.Vervoermiddel(profiel.vervoermiddel.value),
        max_reistijd=profiel.max_reistijd,
        max_afstand=profiel.max_afstand,
        reist_alleen=profiel.reist_alleen,
        dagdelen=profiel.dagdelen,
        minuten_min=profiel.minuten_min,
        minuten_max=profiel.minuten_max,
        eerste_week=van,
        laatste_week=tot,
        weken=profiel.weken,
        niveau=profiel.niveau_bewezen or profiel.niveau_geschat,
        praktijkleren=profiel.praktijkleren,
        crebo=profiel.crebo,
        werkprocessen=(*profiel.with_stand(Stand.GEWENST), *profiel.with_stand(Stand.GEOEFEND)),
        sectorwensen=profiel.sectorwensen,
        vormen=tuple(solver.Plaatsingsvorm(vorm) for vorm in profiel.vormen),
        begeleiding=profiel.begeleiding,
        voorwaarden=frozenset(profiel.voorwaarden),
        taal=profiel.taal,
        fase=None if profiel.fase is None else solver.Fase(profiel.fase.value),
        wachtweken=profiel.weeks_waiting(vandaag),
        voucher=profiel.voucher,
    )


def start_window(profiel: KandidaatProfiel, weken: Weken) -> tuple[int, int]:
    """First and last week in which this person can begin and still stay long enough; may be empty."""
    van = max(0, weken.first_monday(profiel.van, 0))
    tot = weken.end_of_work(profiel.tot, FAR) - profiel.weken
    return van, tot
