"""What was read for one question, row by row in the words of the solver."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from marketplace.geo.reistijd import EstimatedTravelTime, Punt, Vervoermiddel
from marketplace.groepsdetachering.bedrijf.model import Bus, Opstapplaats, Werkleider
from marketplace.groepsdetachering.mensen.model import Medewerker
from marketplace.groepsdetachering.mensen.opbouw import Verleden
from marketplace.groepsdetachering.opdrachten.model import Opdracht, OpdrachtStatus
from marketplace.groepsdetachering.plan.model import Groep, Indeling, Planwereld
from marketplace.groepsdetachering.werkdagen import numbers_within
from marketplace.rekenruns.weken import WEEK, Weken
from solver import vocabulary
from solver.groepsdetachering import instance as solver

Somewhere: TypeAlias = Medewerker | Opdracht | Bus | Opstapplaats

# So far somebody goes alone to where a bus stops.
MOST_TO_STOP = 30
BY_THEMSELVES = frozenset({Vervoermiddel.FIETS, Vervoermiddel.E_BIKE})
# Further than any way within a region: nobody is bound by kilometers unless they said so.
ANY_KILOMETERS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijen:
    """Everything that was read for one question about the weeks [van, tot).

    `eerder` is what held before `van`; `groepen` and `indelingen` are what was published of these weeks.
    """

    van: date
    tot: date
    wereld: Planwereld
    verleden: Verleden
    groepen: Sequence[Groep] = ()
    indelingen: Sequence[Indeling] = ()


class Bouw:
    """The calendar, zones and numbers for words, while an instance is built."""

    def __init__(self, rijen: Rijen) -> None:
        self.rijen, self.wereld = rijen, rijen.wereld
        self.weken = Weken(rijen.van)
        self.aantal = (rijen.tot - rijen.van) // WEEK
        self.travel = EstimatedTravelTime()
        bedrijf = self.wereld.bedrijf
        places: tuple[Somewhere, ...] = (
            *self.wereld.medewerkers,
            *self.wereld.opdrachten,
            *bedrijf.bussen,
            *bedrijf.opstapplaatsen,
        )
        points = sorted({_point(each) for each in places})
        self.zones = {point: number for number, point in enumerate(points)}
        self.voorwaarden = _numbered(
            (*(each.voorwaarden for each in self.wereld.medewerkers),),
            (*(each.voorwaarden for each in self.wereld.opdrachten),),
        )
        # What is in the archive is named no more: the afdeling of a leaver, a stop on the way of a bus.
        self.afdelingen = {each.id for each in bedrijf.afdelingen}
        self.stops = {each.id for each in bedrijf.opstapplaatsen}
        self.trainingen = _numbered(
            (*(each.trainingen for each in bedrijf.werkleiders),),
            (*(each.trainingen for each in self.wereld.opdrachten),),
        )

    def zone(self, each: Somewhere) -> int:
        """Where somebody lives, or something is."""
        return self.zones[_point(each)]

    def days(self, van: date, tot: date) -> frozenset[int]:
        """The numbers of the working days of a period."""
        return numbers_within(self.weken, self.aantal, van, tot)

    def medewerker(self, wie: Medewerker) -> solver.Medewerker:
        """What planning needs of a medewerker, and nothing that says who it is."""
        away = {day for each in wie.afwezig for day in self.days(each.van, each.tot)}
        away |= {day for week in wie.bezet for day in self.days(week, week + WEEK)}
        if wie.uit_dienst_op is not None:
            away |= self.days(wie.uit_dienst_op, self.rijen.tot)
        verleden = self.rijen.verleden
        return solver.Medewerker(
            id=wie.kandidaat_id,
            zone=self.zone(wie),
            vervoermiddel=vocabulary.Vervoermiddel(_own_way(wie).value),
            max_minuten=wie.max_reistijd,
            max_kilometers=wie.max_afstand or ANY_KILOMETERS,
            reist_alleen=wie.reist_alleen and wie.vervoermiddel is not Vervoermiddel.TAXIBUS,
            opstappen=self._opstappen(wie),
            dagen=wie.dagen,
            max_minuten_dag=wie.max_minuten_dag,
            behoefte=wie.behoefte,
            beheerst=wie.bewezen,
            voorwaarden=frozenset(self.voorwaarden[each] for each in wie.voorwaarden),
            niveau=wie.niveau,
            leerdoelen=tuple(
                solver.Leerdoel(
                    werkproces=werkproces, weken=weken, geoefend=verleden.geoefend(wie, werkproces)
                )
                for werkproces, weken in sorted(wie.leerdoelen.items())
            ),
            opbouw=tuple(solver.Stap(dagen=each.dagen, weken=each.weken) for each in wie.stappen)
            or (solver.Stap(dagen=5),),
            volgehouden=verleden.volgehouden(wie),
            trede=wie.trede,
            klaar=wie.klaar,
            wil_buiten=wie.wil_buiten,
            uitstroom=wie.uitstroom,
            afdeling=wie.afdeling_id if wie.afdeling_id in self.afdelingen else None,
            afwezig=frozenset(away),
        )

    def _opstappen(self, wie: Medewerker) -> tuple[solver.Opstap, ...]:
        """The stops that somebody reaches alone: on foot, or on the bike that they travel with."""
        way = wie.vervoermiddel if wie.vervoermiddel in BY_THEMSELVES and wie.reist_alleen else None
        found = []
        for stop in self.wereld.bedrijf.opstapplaatsen:
            minutes = self.travel.minutes(_point(wie), _point(stop), way or Vervoermiddel.LOPEN)
            if minutes is not None and minutes <= MOST_TO_STOP:
                found.append(solver.Opstap(opstapplaats=stop.id, minuten=minutes))
        return tuple(found)

    def werkleider(self, wie: Werkleider) -> solver.Werkleider:
        """Who leads, and when not."""
        return solver.Werkleider(
            id=wie.id,
            minuten=wie.minuten,
            span=wie.span,
            dagen=wie.dagen,
            trainingen=frozenset(self.trainingen[each] for each in wie.trainingen),
            beheerst=wie.werkprocessen,
            afwezig=frozenset(day for each in wie.afwezig for day in self.days(each.van, each.tot)),
        )

    def opdracht(self, row: Opdracht) -> solver.Opdracht:
        """An opdracht in the weeks that it touches; closed on the days of those that lie outside it.

        What was withdrawn lies after all weeks.
        """
        van, tot = self.weken.index(row.van), self.weken.index(row.tot) + 1
        if row.status is OpdrachtStatus.INGETROKKEN:
            van, tot = self.aantal, self.aantal + 1
        first, last = self.weken.monday(max(0, van)), self.weken.monday(min(tot, self.aantal))
        closed = set(self.days(first, row.van)) | set(self.days(row.tot, last))
        closed |= {
            day for each in row.gesloten for day in self.days(each, date.fromordinal(each.toordinal() + 1))
        }
        return solver.Opdracht(
            id=row.id,
            inlener=row.inlener_id,
            zone=self.zone(row),
            dagen=row.dagen,
            minuten=row.minuten,
            minimum=row.minimum,
            maximum=row.maximum,
            gevraagd=row.gevraagd,
            toegezegd=row.toegezegd,
            waarde=row.waarde,
            tarief=row.tarief,
            van_week=max(0, van),
            tot_week=tot,
            trede=row.trede,
            niveau=row.niveau,
            mix=tuple(
                solver.Vakkracht(werkproces=each.werkproces_id, aantal=each.aantal)
                for each in row.werkprocessen
                if each.aantal
            ),
            aanbod=self._aanbod(row),
            biedt=frozenset(self.voorwaarden[each] for each in row.voorwaarden),
            trainingen=frozenset(self.trainingen[each] for each in row.trainingen),
            vakkennis=frozenset(each.werkproces_id for each in row.werkprocessen if each.werkleider),
            gesloten=frozenset(closed),
        )

    def _aanbod(self, row: Opdracht) -> tuple[solver.Aanbod, ...]:
        """What counts for a praktijkverklaring, in the longest erkenning of each werkproces."""
        found: dict[int, solver.Aanbod] = {}
        for each in row.erkenningen:
            van, tot = self.weken.whole(each.van, each.tot)
            former = found.get(each.werkproces_id)
            if van < tot and (former is None or tot - van > (former.tot_week or 0) - former.van_week):
                found[each.werkproces_id] = solver.Aanbod(
                    werkproces=each.werkproces_id, van_week=van, tot_week=tot
                )
        return tuple(found[each] for each in sorted(found))

    def bus(self, bus: Bus) -> solver.Bus:
        """A bus, and when it does not ride."""
        return solver.Bus(
            id=bus.id,
            zone=self.zone(bus),
            plaatsen=bus.plaatsen,
            opstappen=tuple(each for each in bus.opstapplaatsen if each in self.stops),
            afwezig=frozenset(day for each in bus.afwezig for day in self.days(each.van, each.tot)),
        )


def _point(each: Somewhere) -> Punt:
    """Where somebody lives, or something is."""
    return Punt(each.lat, each.lon)


def _own_way(wie: Medewerker) -> Vervoermiddel:
    """How somebody travels alone; who is fetched by a taxibus goes on foot."""
    return Vervoermiddel.LOPEN if wie.vervoermiddel is Vervoermiddel.TAXIBUS else wie.vervoermiddel


def _numbered(*words: Sequence[Sequence[str]]) -> Mapping[str, int]:
    """A number for each word."""
    found = sorted({word for group in words for each in group for word in each})
    return {word: number for number, word in enumerate(found)}
