"""Werkprocessen as a file: what each dossier asks, and the plain words for it."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.inlezen.soort import LEEST, Codelijst, Huidig, Nieuw, Soort
from marketplace.tables.table import Table
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_CATALOGUS
from marketplace.werkprocessen import service
from marketplace.werkprocessen.catalogus import list_catalogus
from marketplace.werkprocessen.model import NewWerkproces, Werkproces, WerkprocesGegevens
from marketplace.werkprocessen.queries import get_werkprocessen, list_werkprocessen
from marketplace.werkprocessen.tabel_werkprocessen import WERKPROCESSEN, WerkprocesRij, to_row, written_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkprocessen:
    """The werkprocessen; `crebos` gives for a dossier the first of its kwalificaties, for a crebo itself."""

    conn: Connection
    actor: Actor
    crebos: Mapping[int, int]
    table: Table[WerkprocesRij] = WERKPROCESSEN
    codelijsten: Mapping[str, Codelijst] = field(default_factory=dict)
    ordered: frozenset[str] = frozenset()

    def key(self, row: WerkprocesRij) -> str:
        """The code within its kwalificatie or dossier."""
        return f"{row.crebo} {written_out(row.code)}"

    async def stream(self) -> AsyncIterator[Huidig]:
        """Every werkproces, the archive too."""
        for each in await list_werkprocessen(self.conn):
            yield _huidig(each)

    async def find(self, onderwerp_id: int) -> Huidig | None:
        """One werkproces."""
        found = await get_werkprocessen(self.conn, [onderwerp_id])
        return _huidig(found[0]) if found else None

    def settle(self, row: WerkprocesRij, now: Huidig | None) -> WerkprocesRij:
        """In use unless it says no; without plain words those that are there, else the title."""
        return replace(
            row,
            code=written_out(row.code),
            uitleg=row.uitleg or (now.rij.uitleg if now else row.titel),
            in_gebruik=row.in_gebruik is not False,
        )

    async def check(self, row: WerkprocesRij, _now: Huidig | None) -> Mapping[str, str]:
        """It needs a kwalificatie."""
        if row.crebo not in self.crebos:
            return {"crebo": "Dit nummer kennen we niet. Lees eerst de kwalificaties in."}
        return {}

    async def create(self, clock: Clock, row: WerkprocesRij) -> int:
        """Add the werkproces to its kwalificatie or dossier."""
        crebo = self.crebos[row.crebo]
        new = NewWerkproces(
            code=row.code,
            titel=row.titel,
            uitleg=row.uitleg or row.titel,
            bron=row.bron,
            gedeeld=crebo != row.crebo,
        )
        made = await service.add_werkproces(self.conn, self.actor, clock=clock, crebo=crebo, new=new)
        await self._keep(clock, made, in_gebruik=row.in_gebruik is not False)
        return made

    async def edit(self, clock: Clock, now: Huidig, row: WerkprocesRij) -> None:
        """Say it otherwise, and take it out of use or bring it back."""
        await service.edit_werkproces(
            self.conn,
            self.actor,
            clock=clock,
            werkproces_id=now.id,
            versie=now.versie,
            gegevens=WerkprocesGegevens(titel=row.titel, uitleg=row.uitleg or row.titel, bron=row.bron),
        )
        await self._keep(clock, now.id, in_gebruik=row.in_gebruik is not False)

    async def remove(self, clock: Clock, now: Huidig) -> None:
        """To the archive, for people may have planned with it."""
        await self._keep(clock, now.id, in_gebruik=False)

    async def _keep(self, clock: Clock, werkproces_id: int, *, in_gebruik: bool) -> None:
        """Bring a werkproces into use or to the archive, unless it is there."""
        now = await service.known_werkproces(self.conn, werkproces_id)
        if now.gearchiveerd is in_gebruik:
            await service.archive_werkproces(
                self.conn,
                self.actor,
                clock=clock,
                werkproces_id=werkproces_id,
                versie=now.versie,
                archief=not in_gebruik,
            )


def _huidig(werkproces: Werkproces) -> Huidig:
    """A werkproces as it is now."""
    return Huidig(werkproces.id, werkproces.versie, to_row(werkproces), werkproces)


async def open_werkprocessen(conn: Connection, actor: Actor, _clock: Clock) -> Werkprocessen:
    """The werkprocessen with the numbers of kwalificaties and dossiers that exist."""
    kwalificaties = sorted(await list_catalogus(conn, None, None), key=lambda each: -each.crebo)
    dossiers = {each.dossier_crebo: each.crebo for each in kwalificaties}
    crebos = dossiers | {each.crebo: each.crebo for each in kwalificaties}
    return Werkprocessen(conn=conn, actor=actor, crebos=crebos)


SOORT = Soort(
    code="werkprocessen",
    naam="Werkprocessen",
    veel="werkprocessen",
    sleutel="Code",
    uitleg="De lijst van SBB: code en titel bij elke kwalificatie, met gewone woorden voor wie ze leest.",
    leest=LEEST,
    schrijft=frozenset(BEHEERT_CATALOGUS),
    pad="/kwalificaties",
    open=open_werkprocessen,
    nieuw=Nieuw.ARCHIEF,
)
