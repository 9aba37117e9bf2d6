"""Kwalificaties as a file: the list of SBB."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.inlezen.regels import wrong_fixed, wrong_period
from marketplace.inlezen.soort import LEEST, Codelijst, Huidig, Soort
from marketplace.tables.choices import Choice
from marketplace.tables.days import first_day_after
from marketplace.tables.table import Table
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_CATALOGUS
from marketplace.werkprocessen import service
from marketplace.werkprocessen.catalogus import get_kwalificatie, list_catalogus
from marketplace.werkprocessen.model import KwalificatieRegel
from marketplace.werkprocessen.queries import list_sectoren
from marketplace.werkprocessen.tabel import KWALIFICATIES, KwalificatieRij, to_gegevens, to_new, to_row

FIXED = ("dossier_crebo", "van")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kwalificaties:
    """The catalogue, opened for whoever keeps it."""

    conn: Connection
    actor: Actor
    table: Table[KwalificatieRij]
    codelijsten: Mapping[str, Codelijst] = field(default_factory=dict)
    ordered: frozenset[str] = frozenset()

    def key(self, row: KwalificatieRij) -> str:
        """The crebo."""
        return str(row.crebo)

    async def stream(self) -> AsyncIterator[Huidig]:
        """The whole catalogue."""
        for each in await list_catalogus(self.conn, None, None):
            yield _huidig(each)

    async def find(self, onderwerp_id: int) -> Huidig | None:
        """One kwalificatie by its crebo."""
        found = await get_kwalificatie(self.conn, onderwerp_id)
        return None if found is None else _huidig(found)

    def settle(self, row: KwalificatieRij, _now: Huidig | None) -> KwalificatieRij:
        """The row as it is."""
        return row

    async def check(self, row: KwalificatieRij, now: Huidig | None) -> Mapping[str, str]:
        """What is there keeps the number of its dossier and its first day."""
        return wrong_fixed(self.table, row, now, FIXED) | wrong_period(row.van, row.laatste_dag)

    async def create(self, clock: Clock, row: KwalificatieRij) -> int:
        """Add the kwalificatie."""
        await service.add_kwalificatie(self.conn, self.actor, clock=clock, new=to_new(row))
        return row.crebo

    async def edit(self, clock: Clock, now: Huidig, row: KwalificatieRij) -> None:
        """Write what it is called and where it belongs, and another last day."""
        versie = await service.edit_kwalificatie(
            self.conn,
            self.actor,
            clock=clock,
            crebo=now.id,
            versie=now.versie,
            gegevens=to_gegevens(row),
        )
        await service.end_kwalificatie(
            self.conn,
            self.actor,
            clock=clock,
            crebo=now.id,
            versie=versie,
            tot=first_day_after(row.laatste_dag),
        )

    async def remove(self, clock: Clock, now: Huidig) -> None:
        """Take it back, when nothing names it yet."""
        await service.take_back_kwalificatie(
            self.conn, self.actor, clock=clock, crebo=now.id, versie=now.versie
        )


def _huidig(kwalificatie: KwalificatieRegel) -> Huidig:
    """A kwalificatie as it is now."""
    return Huidig(kwalificatie.crebo, kwalificatie.versie, to_row(kwalificatie), kwalificatie)


async def open_kwalificaties(conn: Connection, actor: Actor, _clock: Clock) -> Kwalificaties:
    """The catalogue with the sectoren to choose from."""
    sectoren = {each.code: each.kort for each in await list_sectoren(conn)}
    return Kwalificaties(conn=conn, actor=actor, table=KWALIFICATIES.with_kinds(sector=Choice(sectoren)))


SOORT = Soort(
    code="kwalificaties",
    naam="Kwalificaties",
    veel="kwalificaties",
    sleutel="Crebo",
    uitleg="De lijst van SBB: nummer, dossier, niveau, sector en hoe lang een kwalificatie geldt.",
    leest=LEEST,
    schrijft=frozenset(BEHEERT_CATALOGUS),
    pad="/kwalificaties",
    open=open_kwalificaties,
)
