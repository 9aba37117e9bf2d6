"""The week board as rows: opdrachten by weekday with their people, who works inside, medewerkers by week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from marketplace.groepsdetachering.plan.toets import weeks_of
from marketplace.groepsdetachering.werkdagen import say_days
from marketplace.rekenruns.weken import WEEK
from solver.groepsdetachering.dagen import WERKDAGEN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from marketplace.groepsdetachering.bedrijf.model import Afdeling, Bus, Werkleider
    from marketplace.groepsdetachering.mensen.model import Medewerker
    from marketplace.groepsdetachering.opdrachten.model import Opdracht
    from marketplace.groepsdetachering.plan.model import Groep, Indeling
    from marketplace.groepsdetachering.plan.overzicht import Overzicht
    from marketplace.rekenruns.regelbreuk import Regelbreuk
    from solver.groepsdetachering.ritten import Rit


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaartje:
    """Somebody in a week: where, on which days, and which broken rules are about it."""

    medewerker: Medewerker
    week: date
    indeling: Indeling | None
    opdracht: Opdracht | None
    anders: bool
    breuken: tuple[Regelbreuk, ...]

    @property
    def id(self) -> str:
        """How the page calls it."""
        return f"{self.medewerker.kandidaat_id}-{self.week.isoformat()}"

    @property
    def dagen(self) -> str:
        """The days outside in words."""
        return say_days(self.indeling.dagen) if self.indeling else ""

    @property
    def vast(self) -> bool:
        """Whether it is pinned."""
        return self.indeling is not None and self.indeling.vast


@dataclass(frozen=True, slots=True, kw_only=True)
class DagVak:
    """An opdracht on a weekday: whether it has work and a group, how many come, and who stands in."""

    dag: int
    heeft_werk: bool
    loopt: bool
    mensen: int
    gat: str
    invaller: Werkleider | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepRij:
    """An opdracht in a week, with its group where it has one."""

    opdracht: Opdracht
    groep: Groep | None
    werkleider: Werkleider | None
    bus: Bus | None
    dagen: tuple[DagVak, ...]
    mensen: tuple[Kaartje, ...]
    anders: bool
    tekort: int
    breuken: tuple[Regelbreuk, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Binnen:
    """Who of an afdeling (None: of none) works inside in a week and may go out; `rest` is left alone."""

    afdeling: Afdeling | None
    mensen: tuple[Kaartje, ...]
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MensRij:
    """A medewerker with a card for each week, and the days outside that they are up to."""

    medewerker: Medewerker
    weken: tuple[Kaartje, ...]
    stappen: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BusRij:
    """A bus in a week: the groups that it brings, each with its ride and who boards where."""

    bus: Bus
    ritten: tuple[Halte, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Halte:
    """A ride: for which group, on which days, and at each stop who boards, minutes before arrival."""

    opdracht: Opdracht
    groep: Groep
    rit: Rit | None
    stops: tuple[tuple[str, int, tuple[str, ...]], ...]
    mensen: int


class Beeld:
    """The rows of one week of a board."""

    def __init__(self, over: Overzicht, week: date) -> None:
        self.over, self.week = over, week
        self.wereld = over.wereld
        self.nummer = over.number(week)
        broken = over.stand.breuken if over.stand else ()
        self.breuken = tuple(each for each in broken if self._is_now(each))
        self.mis = {over.van + number * WEEK for each in broken for number in weeks_of(each)}

    def _is_now(self, broken: Regelbreuk) -> bool:
        """Whether a broken rule is about this week, or about no week at all."""
        weeks = weeks_of(broken)
        return not weeks or self.nummer in weeks

    def groepen(self) -> list[GroepRij]:
        """The opdrachten that have work in this week, or a group."""
        rows = [self._groep(each) for each in self.wereld.opdrachten]
        return [each for each in rows if each.groep or any(day.heeft_werk for day in each.dagen)]

    def _groep(self, opdracht: Opdracht) -> GroepRij:
        plan, told = self.over.plan, self.over.gepubliceerd
        groep = plan.groep(opdracht.id, self.week) if plan else None
        people = plan.people(opdracht.id, self.week) if plan else []
        bussen = {each.id: each for each in self.wereld.bedrijf.bussen}
        before = told.groep(opdracht.id, self.week) if told else None
        return GroepRij(
            opdracht=opdracht,
            groep=groep,
            werkleider=self.wereld.werkleider(groep.werkleider_id) if groep else None,
            bus=bussen.get(groep.bus_id) if groep and groep.bus_id else None,
            dagen=tuple(self._day(opdracht, groep, people, dag) for dag in WERKDAGEN),
            mensen=tuple(self._kaartje(each.kandidaat_id, self.week) for each in people),
            anders=self._is_revised() and _said(before) != _said(groep),
            tekort=self.over.stand.tekort.get((opdracht.id, self.nummer), 0) if self.over.stand else 0,
            breuken=tuple(
                each
                for each in self.breuken
                if opdracht.id in each.names("opdracht") and not each.names("medewerker")
            ),
        )

    def _is_revised(self) -> bool:
        """Whether the board is a concept beside something that was published."""
        return self.over.concept is not None and self.over.gepubliceerd is not None

    def _day(self, opdracht: Opdracht, groep: Groep | None, people: list[Indeling], dag: int) -> DagVak:
        has_work = bool(self.over.work_days(opdracht.id, self.week) >> dag & 1)
        leider = groep.leads(dag) if groep else None
        there = sum(1 for each in people if each.dagen >> dag & 1)
        stand_in = leider if groep and leider != groep.werkleider_id else None
        return DagVak(
            dag=dag,
            heeft_werk=has_work,
            loopt=leider is not None,
            mensen=there,
            gat=_gap(opdracht, there) if leider is not None else ("geen groep" if has_work else ""),
            invaller=self.wereld.werkleider(stand_in) if stand_in else None,
        )

    def binnen(self) -> list[Binnen]:
        """Who is in no group, by afdeling."""
        plan = self.over.plan
        inside = [
            each
            for each in self.wereld.medewerkers
            if plan is None or plan.where(each.kandidaat_id, self.week) is None
        ]
        found = []
        for afdeling in (*self.wereld.bedrijf.afdelingen, None):
            own = [each for each in inside if each.afdeling_id == (afdeling.id if afdeling else None)]
            if own:
                cards = tuple(self._kaartje(each.kandidaat_id, self.week) for each in own if each.wil_buiten)
                found.append(Binnen(afdeling=afdeling, mensen=cards, rest=len(own) - len(cards)))
        return found

    def _kaartje(self, kandidaat_id: int, week: date) -> Kaartje:
        plan, told = self.over.plan, self.over.gepubliceerd
        indeling = plan.where(kandidaat_id, week) if plan else None
        before = told.where(kandidaat_id, week) if told else None
        wie = self.wereld.medewerker(kandidaat_id)
        if wie is None:
            raise LookupError(kandidaat_id)
        return Kaartje(
            medewerker=wie,
            week=week,
            indeling=indeling,
            opdracht=self.wereld.opdracht(indeling.opdracht_id) if indeling else None,
            anders=self._is_revised()
            and (before and (before.opdracht_id, before.dagen))
            != (indeling and (indeling.opdracht_id, indeling.dagen)),
            breuken=self._about(kandidaat_id, week),
        )

    def _about(self, kandidaat_id: int, week: date) -> tuple[Regelbreuk, ...]:
        """The broken rules about somebody in a week."""
        if self.over.stand is None:
            return ()
        number = self.over.number(week)
        return tuple(
            each
            for each in self.over.stand.breuken
            if kandidaat_id in each.names("medewerker") and number in (weeks_of(each) or {number})
        )

    def mensen(self, wie: Iterable[Medewerker]) -> list[MensRij]:
        """These medewerkers by week."""
        weken = self.over.plan.weken if self.over.plan else ()
        shown = [each for each in weken if each >= self.over.van]
        steps = self.over.stand.stappen if self.over.stand else {}
        return [
            MensRij(
                medewerker=each,
                weken=tuple(self._kaartje(each.kandidaat_id, week) for week in shown),
                stappen=tuple(steps.get(each.kandidaat_id, ())),
            )
            for each in wie
        ]

    def bussen(self) -> list[BusRij]:
        """Each bus with its rides of this week."""
        plan = self.over.plan
        groups = [each for each in plan.groepen if each.week == self.week] if plan else []
        return [
            BusRij(bus=bus, ritten=tuple(self._halte(each) for each in groups if each.bus_id == bus.id))
            for bus in self.wereld.bedrijf.bussen
        ]

    def _halte(self, groep: Groep) -> Halte:
        rit = self.over.stand.ritten.get((groep.opdracht_id, self.nummer)) if self.over.stand else None
        boarding = self._boarding(groep, rit) if rit else {}
        names = {each.id: each.naam for each in self.wereld.bedrijf.opstapplaatsen}
        stops = rit.opstappen if rit else groep.opstapplaatsen
        opdracht = self.wereld.opdracht(groep.opdracht_id)
        if opdracht is None:
            raise LookupError(groep.opdracht_id)
        return Halte(
            opdracht=opdracht,
            groep=groep,
            rit=rit,
            stops=tuple(
                (names.get(each, "?"), rit.minuten[each] if rit else 0, tuple(boarding.get(each, ())))
                for each in stops
            ),
            mensen=sum(len(each) for each in boarding.values()),
        )

    def _boarding(self, groep: Groep, rit: Rit) -> dict[int, list[str]]:
        """Who boards at which stop: those who cannot come alone."""
        found: dict[int, list[str]] = {}
        if self.over.opgave is None or self.over.plan is None:
            return found
        rows = {each.id: each for each in self.over.opgave.instance.medewerkers}
        alone = self.over.alone(groep.opdracht_id)
        for each in self.over.plan.people(groep.opdracht_id, groep.week):
            row = rows[each.kandidaat_id]
            near = [one for one in row.opstappen if one.opstapplaats in rit.minuten]
            if row.id in alone or not near:
                continue
            best = min(near, key=lambda one: one.minuten + rit.minuten[one.opstapplaats])
            wie = self.wereld.medewerker(row.id)
            found.setdefault(best.opstapplaats, []).append(wie.kenmerk if wie else "?")
        return found


def _gap(opdracht: Opdracht, there: int) -> str:
    """What lacks on a day, in words."""
    if there < opdracht.minimum:
        return f"{opdracht.minimum - there} te weinig"
    if there < opdracht.toegezegd:
        return f"{opdracht.toegezegd - there} minder dan beloofd"
    if there > opdracht.maximum:
        return f"{there - opdracht.maximum} te veel"
    return f"nog {opdracht.gevraagd - there} gevraagd" if there < opdracht.gevraagd else ""


def _said(groep: Groep | None) -> tuple[object, ...] | None:
    """What people were told of a group."""
    return None if groep is None else (groep.werkleider_id, groep.leiding, groep.bus_id)
