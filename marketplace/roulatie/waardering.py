"""How glad a stay is, in points of 0 to 100: what somebody wished, and once tried, what it turned out to be.

Our own scale (KBA25 4.2.10 asks to weigh the feedback, not how): a face counts for 60, whether somebody would
stay for 40; for a lasting place what the praktijkopleider saw counts as much as that.
"""

from dataclasses import dataclass

from marketplace.roulatie.model import Cohort, Oordeel, RoulatieDeelnemer, RoulatiePlek, Stand, Terugblik

GEEN_MENING = 50
GEZICHT = {1: 60, 2: 40, 3: 15, 4: 0}
BLIJVEN = {1: 40, 2: 20, 3: 0}
STAND = {Stand.GEZIEN: 20, Stand.GEOEFEND: 60, Stand.ZELFSTANDIG: 100}
THUIS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Verandering:
    """Somebody who comes more, or less, gladly at a plek than was thought before they were there."""

    deelnemer: RoulatieDeelnemer
    plek: RoulatiePlek
    liever: bool


def beleving(terugblik: Terugblik) -> int:
    """How somebody liked a block."""
    return GEZICHT[terugblik.gezicht] + BLIJVEN[terugblik.blijven]


def vorderen(oordeel: Oordeel) -> int | None:
    """How far somebody came in a block; None where nothing was judged."""
    points = [STAND[stand] for stand in oordeel.standen.values()]
    return round(sum(points) / len(points)) if points else None


def wens(cohort: Cohort, deelnemer: RoulatieDeelnemer, plek: int) -> int:
    """How gladly somebody comes at a plek: the last block there says more than the wish before."""
    told = [each for each in cohort.terugblikken if _is(each, deelnemer, plek)]
    if told:
        return beleving(told[-1])
    return deelnemer.voorkeuren.get(plek, GEEN_MENING)


def list_veranderingen(cohort: Cohort) -> list[Verandering]:
    """Whose wishes are others by what they told."""
    found = []
    for deelnemer in cohort.deelnemers:
        for plek in cohort.plekken:
            before = deelnemer.voorkeuren.get(plek.leerwerkplek_id, GEEN_MENING)
            now = wens(cohort, deelnemer, plek.leerwerkplek_id)
            told = any(_is(each, deelnemer, plek.leerwerkplek_id) for each in cohort.terugblikken)
            if told and now != before:
                found.append(Verandering(deelnemer=deelnemer, plek=plek, liever=now > before))
    return found


def eindplek(cohort: Cohort, deelnemer: RoulatieDeelnemer, plek: int) -> int:
    """How well a plek suits as a lasting place; who has a moederbedrijf belongs there."""
    place = cohort.plek(plek)
    if deelnemer.moederbedrijf_id is not None:
        return THUIS if place and place.organisatie_id == deelnemer.moederbedrijf_id else 0
    told = [beleving(each) for each in cohort.terugblikken if _is(each, deelnemer, plek)]
    seen = [vorderen(each) for each in cohort.oordelen if _is(each, deelnemer, plek)]
    points = [each for each in (told[-1:] + seen[-1:]) if each is not None]
    return round(sum(points) / len(points)) if points else 0


def _is(each: Terugblik | Oordeel, deelnemer: RoulatieDeelnemer, plek: int) -> bool:
    """Whether it is of this deelnemer at this plek."""
    return each.kandidaat_id == deelnemer.kandidaat_id and each.leerwerkplek_id == plek
