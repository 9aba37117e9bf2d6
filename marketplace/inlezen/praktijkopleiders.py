"""Praktijkopleiders with their time as a file; who leaves hands plekken over, so that is done on a page."""

from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.inlezen.namen import labels_of
from marketplace.inlezen.regels import ARCHIVED, NOT_YOURS, wrong_fixed
from marketplace.inlezen.soort import LEEST, Codelijst, Huidig, Soort
from marketplace.organisaties.model import Nabijheid, NewTijd, Praktijkopleider, Vestiging
from marketplace.organisaties.queries import (
    get_praktijkopleider,
    list_all_vestigingen,
    list_praktijkopleiders,
)
from marketplace.organisaties.service import (
    change_tijd,
    create_praktijkopleider,
    first_monday,
    rename_praktijkopleider,
    take_back_praktijkopleider,
    visible_praktijkopleider,
    withdraw_tijd,
)
from marketplace.organisaties.tabel_praktijkopleiders import PRAKTIJKOPLEIDERS, PraktijkopleiderRij, to_row
from marketplace.organisaties.zicht import covers, editors_of_praktijkopleiders
from marketplace.tables.choices import Choice
from marketplace.tables.table import Table
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_ORGANISATIES, BEHEERT_PLEKKEN

NO_TIME = "Vul ook dit in, of laat hoe dichtbij en de minuten allebei leeg."


@dataclass(frozen=True, kw_only=True)
class Praktijkopleiders:
    """The praktijkopleiders that an actor may see, with the time that holds from `vanaf` on."""

    conn: Connection
    actor: Actor
    table: Table[PraktijkopleiderRij]
    leaders: Sequence[Praktijkopleider]
    vestigingen: Mapping[str, Vestiging]
    vanaf: date
    codelijsten: Mapping[str, Codelijst] = field(default_factory=dict)
    ordered: frozenset[str] = frozenset()

    @cached_property
    def _numbers(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """The numbers of who has a name at a vestiging."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for each in self.leaders:
            found[str(each.vestiging_id), each.naam].append(f"PO-{each.id}")
        return found

    def _named(self, row: PraktijkopleiderRij) -> Sequence[str]:
        """The numbers of who has the name of a row at its vestiging."""
        return self._numbers.get((row.vestiging, row.naam), ())

    def key(self, row: PraktijkopleiderRij) -> str:
        """The number; of a row without one that of who has this name there, when that is one person."""
        named = self._named(row)
        return row.nummer or (named[0] if len(named) == 1 else f"{row.vestiging} {row.naam}")

    async def stream(self) -> AsyncIterator[Huidig]:
        """Every praktijkopleider of the actor."""
        for each in self.leaders:
            yield self._huidig(each)

    def _huidig(self, leader: Praktijkopleider) -> Huidig:
        """A praktijkopleider as it is now."""
        return Huidig(leader.id, leader.versie, to_row(leader, self.vanaf), leader)

    async def find(self, onderwerp_id: int) -> Huidig | None:
        """One praktijkopleider as it is now."""
        found = await get_praktijkopleider(self.conn, self.actor, onderwerp_id)
        return None if found is None else self._huidig(found)

    def settle(self, row: PraktijkopleiderRij, now: Huidig | None) -> PraktijkopleiderRij:
        """What is left empty of the time stays as it is; so does the number."""
        if now is None:
            return row
        was: PraktijkopleiderRij = now.rij
        return replace(
            row,
            nabijheid=was.nabijheid if row.nabijheid is None else row.nabijheid,
            minuten=was.minuten if row.minuten is None else row.minuten,
            nummer=was.nummer,
        )

    async def check(self, row: PraktijkopleiderRij, now: Huidig | None) -> Mapping[str, str]:
        """Only who may edit there; time is whole, and changes while somebody works there."""
        vestiging = self.vestigingen[row.vestiging]
        if not covers(
            editors_of_praktijkopleiders(self.actor), vestiging.organisatie_id, vestiging.regio_code
        ):
            return {"vestiging": NOT_YOURS}
        wrong = self._wrong_new(row, vestiging) if now is None else self._wrong_known(row, now)
        if (row.nabijheid is None) is not (row.minuten is None):
            wrong["minuten" if row.minuten is None else "nabijheid"] = NO_TIME
        return wrong

    def _wrong_new(self, row: PraktijkopleiderRij, vestiging: Vestiging) -> dict[str, str]:
        """What is wrong with somebody who is not there yet."""
        wrong = {}
        if row.nummer:
            wrong["nummer"] = "Dit nummer kennen we niet. Laat het leeg voor iemand die nieuw is."
        elif self._named(row):
            wrong["nummer"] = f"Hier heten er meer zo. Vul het nummer in: {' of '.join(self._named(row))}."
        if row.laatste_dag is not None:
            wrong["laatste_dag"] = "Wie weggaat, meldt u op de eigen pagina. Laat deze cel leeg."
        if vestiging.gearchiveerd_op is not None:
            wrong["vestiging"] = ARCHIVED
        return wrong

    def _wrong_known(self, row: PraktijkopleiderRij, now: Huidig) -> dict[str, str]:
        """What is wrong with a change of somebody who is there."""
        wrong = wrong_fixed(self.table, row, now, ("vestiging", "laatste_dag"))
        if _time_of(row) != _time_of(now.rij) and now.bron.has_left(self.vanaf):
            wrong["minuten"] = "Deze praktijkopleider werkt hier dan niet meer."
        return wrong

    async def create(self, clock: Clock, row: PraktijkopleiderRij) -> int:
        """Make the praktijkopleider and their time."""
        made = await create_praktijkopleider(
            self.conn, self.actor, clock=clock, vestiging_id=int(row.vestiging), naam=row.naam
        )
        await self._set_time(clock, made, row)
        return made

    async def edit(self, clock: Clock, now: Huidig, row: PraktijkopleiderRij) -> None:
        """Write another name, and other time from the Monday on."""
        await rename_praktijkopleider(
            self.conn,
            self.actor,
            clock=clock,
            praktijkopleider_id=now.id,
            versie=now.versie,
            naam=row.naam,
        )
        if _time_of(row) != _time_of(now.rij):
            await self._set_time(clock, now.id, row)

    async def _set_time(self, clock: Clock, praktijkopleider_id: int, row: PraktijkopleiderRij) -> None:
        """Let the time of a row hold; a row without is of who had none before the file that is undone."""
        leader = await visible_praktijkopleider(self.conn, self.actor, praktijkopleider_id)
        if row.nabijheid is None or row.minuten is None:
            if leader.capaciteit_op(self.vanaf):
                await withdraw_tijd(
                    self.conn,
                    self.actor,
                    clock=clock,
                    praktijkopleider_id=leader.id,
                    versie=leader.versie,
                )
            return
        tijd = NewTijd(
            praktijkopleider_id=leader.id,
            versie=leader.versie,
            nabijheid=Nabijheid(row.nabijheid),
            minuten=row.minuten,
        )
        await change_tijd(self.conn, self.actor, clock=clock, tijd=tijd)

    async def remove(self, clock: Clock, now: Huidig) -> None:
        """Take them back with their time, when they are at no plek yet."""
        await take_back_praktijkopleider(
            self.conn, self.actor, clock=clock, praktijkopleider_id=now.id, versie=now.versie
        )


def _time_of(row: PraktijkopleiderRij) -> tuple[str | None, int | None]:
    """The time for guidance of a row."""
    return row.nabijheid, row.minuten


async def open_praktijkopleiders(conn: Connection, actor: Actor, clock: Clock) -> Praktijkopleiders:
    """The praktijkopleiders of an actor with the vestigingen to choose from."""
    vestigingen = await list_all_vestigingen(conn, actor)
    return Praktijkopleiders(
        conn=conn,
        actor=actor,
        table=PRAKTIJKOPLEIDERS.with_kinds(vestiging=Choice(labels_of(vestigingen))),
        leaders=await list_praktijkopleiders(conn, actor),
        vestigingen={str(each.id): each for each in vestigingen},
        vanaf=first_monday(clock.today()),
    )


SOORT = Soort(
    code="praktijkopleiders",
    naam="Praktijkopleiders",
    veel="praktijkopleiders",
    sleutel="Naam",
    uitleg="Wie waar begeleidt, hoe dichtbij, en hoeveel minuten per week vanaf de eerste maandag die komt.",
    leest=LEEST,
    schrijft=frozenset({*BEHEERT_ORGANISATIES, *BEHEERT_PLEKKEN}),
    pad="/organisaties",
    open=open_praktijkopleiders,
)
