"""The board of the small SW-bedrijf as a test plays it: people and weeks by number, the version of now."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypedDict, Unpack
from zoneinfo import ZoneInfo

from marketplace.clock import Clock, FixedClock
from marketplace.db import Connection
from marketplace.groepsdetachering.plan import bord, groepen, overnemen, plannen, publicatie, writes
from marketplace.groepsdetachering.plan.bord import Bord, Wens
from marketplace.groepsdetachering.plan.groepen import GroepWens
from marketplace.groepsdetachering.plan.model import Groep, Groepsplan, Indeling, PlanStatus
from marketplace.groepsdetachering.plan.overzicht import Overzicht, load_overzicht
from tests.marketplace.groepsdetachering.kleine_detachering import (
    EERSTE,
    MA_WO,
    WEKEN,
    KleineDetachering,
)


def clock_in_week(number: int) -> FixedClock:
    """Noon on the Tuesday of a week by number."""
    day = EERSTE + timedelta(weeks=number, days=1)
    return FixedClock(datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Amsterdam")))


class Hoe(TypedDict, total=False):
    """How a group runs, as in GroepWens."""

    dagen: int
    bus_id: int | None
    invaller_id: int | None
    invaldagen: int
    verder: bool


@dataclass
class Spel:
    """The board, and what can be done on it; what is refused leaves the connection as it was."""

    conn: Connection
    kleine: KleineDetachering
    clock: Clock

    async def begin(self) -> Groepsplan:
        """Begin a concept."""
        return await bord.begin(
            self.conn, self.kleine.planner, clock=self.clock, organisatie_id=self.kleine.id
        )

    async def with_status(self, status: PlanStatus) -> Groepsplan | None:
        """The plan with a status."""
        return await plannen.get_by_status(self.conn, [self.kleine.id], self.kleine.id, status)

    async def concept(self) -> Groepsplan:
        """The concept as it is now."""
        found = await self.with_status(PlanStatus.CONCEPT)
        assert found is not None
        return found

    async def board(self, versie: int | None = None) -> Bord:
        """The board at its version of now, or at another."""
        number = (await self.concept()).versie if versie is None else versie
        return await bord.open_bord(
            self.conn,
            self.kleine.planner,
            clock=self.clock,
            organisatie_id=self.kleine.id,
            versie=number,
        )

    async def put(
        self, wie: int, opdracht: int | None, week: int = 0, *, dagen: int | None = None, verder: bool = False
    ) -> None:
        """Put somebody somewhere."""
        wens = Wens(
            kandidaat_id=self.kleine.mensen[wie],
            week=WEKEN[week],
            opdracht_id=opdracht,
            dagen=dagen,
            verder=verder,
        )
        on = await self.board()
        async with self.conn.transaction():
            await bord.put(self.conn, on, wens)

    async def start(self, opdracht: int, leider: int, week: int = 0, **hoe: Unpack[Hoe]) -> None:
        """Start or change a group, on Monday to Wednesday unless `dagen` are said."""
        wens = GroepWens(opdracht_id=opdracht, week=WEKEN[week], werkleider_id=leider, dagen=MA_WO)
        on = await self.board()
        async with self.conn.transaction():
            await groepen.change_group(self.conn, on, replace(wens, **hoe))

    async def end(self, opdracht: int, week: int = 0, *, verder: bool = False) -> None:
        """End a group."""
        on = await self.board()
        async with self.conn.transaction():
            await groepen.end_group(self.conn, on, opdracht, WEKEN[week], verder=verder)

    async def pin(
        self, *mensen: int, week: int = 0, opdrachten: tuple[int, ...] = (), vast: bool = True
    ) -> None:
        """Pin people and werkleiders of groups, or let go."""
        places = [(self.kleine.mensen[each], WEKEN[week]) for each in mensen]
        groups = [(each, WEKEN[week]) for each in opdrachten]
        await bord.pin(self.conn, await self.board(), places, groups, vast=vast)

    async def undo(self) -> str:
        """Undo the last move."""
        return await bord.undo(self.conn, await self.board(), opnieuw=False)

    async def redo(self) -> str:
        """Do the last undone move again."""
        return await bord.undo(self.conn, await self.board(), opnieuw=True)

    async def alternative(
        self, groups: tuple[Groep, ...], places: tuple[Indeling, ...], weken: int = len(WEKEN)
    ) -> int:
        """A plan beside the board."""
        made = await writes.insert_plan(
            self.conn,
            organisatie_id=self.kleine.id,
            status=PlanStatus.ALTERNATIEF,
            van=EERSTE,
            weken=weken,
            basis_id=None,
            now=self.clock.now(),
            account_id=self.kleine.planner.account_id,
            groepen=groups,
            indelingen=places,
        )
        assert made is not None
        return made

    async def take_over(self, plan_id: int) -> None:
        """Lay a plan on the board."""
        on = await self.board()
        async with self.conn.transaction():
            await overnemen.take_over(self.conn, on, plan_id)

    async def publish(self, reden: str | None = "Het kan deze weken niet anders.") -> None:
        """Publish the concept."""
        now = await self.concept()
        async with self.conn.transaction():
            await publicatie.publish(
                self.conn,
                self.kleine.planner,
                clock=self.clock,
                organisatie_id=self.kleine.id,
                versie=now.versie,
                reden=reden,
            )

    async def over(self) -> Overzicht:
        """Everything that the board shows."""
        return await load_overzicht(self.conn, self.kleine.planner, self.clock, self.kleine.id)

    async def where(self, wie: int, week: int = 0) -> Indeling | None:
        """Where somebody is."""
        return (await self.concept()).where(self.kleine.mensen[wie], WEKEN[week])

    async def at(self, wie: int) -> list[int | None]:
        """The opdracht of somebody week by week; None is inside."""
        now = await self.concept()
        places = [now.where(self.kleine.mensen[wie], week) for week in WEKEN]
        return [each.opdracht_id if each else None for each in places]

    async def group(self, opdracht: int, week: int = 0) -> Groep | None:
        """The group of an opdracht."""
        return (await self.concept()).groep(opdracht, WEKEN[week])

    def later(self, weken: int) -> "Spel":
        """The same board, so many weeks on."""
        return replace(self, clock=clock_in_week(weken))
