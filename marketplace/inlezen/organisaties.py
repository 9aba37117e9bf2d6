"""Organisaties as a file."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.inlezen.regels import NOT_YOURS, wrong_spelling
from marketplace.inlezen.soort import LEEST, Codelijst, Huidig, Nieuw, Soort
from marketplace.organisaties.model import Organisatie
from marketplace.organisaties.organisatie import (
    archive_organisatie,
    create_organisatie,
    edit_organisatie,
    restore_organisatie,
    visible_organisatie,
)
from marketplace.organisaties.overzicht import get_organisatie, list_all_organisaties, list_soorten
from marketplace.organisaties.tabel import ORGANISATIES, OrganisatieRij, to_gegevens, to_row
from marketplace.organisaties.wijziging import changes
from marketplace.organisaties.zicht import covers, editors
from marketplace.regios.queries import list_regios
from marketplace.tables.choices import Choice, plain
from marketplace.tables.table import Table
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_ORGANISATIES


@dataclass(frozen=True, kw_only=True)
class Organisaties:
    """The organisaties that an actor may see, the archive too."""

    conn: Connection
    actor: Actor
    table: Table[OrganisatieRij]
    organisaties: Sequence[Organisatie]
    codelijsten: Mapping[str, Codelijst] = field(default_factory=dict)
    ordered: frozenset[str] = frozenset()

    @cached_property
    def _spelled(self) -> Mapping[tuple[str, str], str]:
        """The names that are there by regio and by what they read like."""
        return {(each.regio_code, plain(each.naam)): each.naam for each in self.organisaties}

    def key(self, row: OrganisatieRij) -> str:
        """The name in its regio."""
        return f"{row.regio} {row.naam}"

    async def stream(self) -> AsyncIterator[Huidig]:
        """Every organisatie of the actor."""
        for each in self.organisaties:
            yield _huidig(each)

    async def find(self, onderwerp_id: int) -> Huidig | None:
        """One organisatie as it is now."""
        found = await get_organisatie(self.conn, self.actor, onderwerp_id)
        return None if found is None else _huidig(found)

    def settle(self, row: OrganisatieRij, _now: Huidig | None) -> OrganisatieRij:
        """In use unless it says no."""
        return replace(row, in_gebruik=row.in_gebruik is not False)

    async def check(self, row: OrganisatieRij, now: Huidig | None) -> Mapping[str, str]:
        """Only who may edit there, and no second name that differs in capitals alone."""
        if not covers(editors(self.actor), now.id if now else 0, row.regio):
            return {"regio": NOT_YOURS}
        return {} if now else wrong_spelling(row.naam, self._spelled.get((row.regio, plain(row.naam))))

    async def create(self, clock: Clock, row: OrganisatieRij) -> int:
        """Make the organisatie."""
        made = await create_organisatie(
            self.conn, self.actor, clock=clock, regio_code=row.regio, gegevens=to_gegevens(row)
        )
        await self._keep(clock, made, in_gebruik=row.in_gebruik is not False)
        return made

    async def edit(self, clock: Clock, now: Huidig, row: OrganisatieRij) -> None:
        """Write what differs."""
        gegevens = to_gegevens(row)
        if changes(now.bron, gegevens):
            await edit_organisatie(
                self.conn,
                self.actor,
                clock=clock,
                organisatie_id=now.id,
                versie=now.versie,
                gegevens=gegevens,
            )
        await self._keep(clock, now.id, in_gebruik=row.in_gebruik is not False)

    async def remove(self, clock: Clock, now: Huidig) -> None:
        """To the archive, for nothing of an organisatie is removed."""
        await self._keep(clock, now.id, in_gebruik=False)

    async def _keep(self, clock: Clock, organisatie_id: int, *, in_gebruik: bool) -> None:
        """Bring an organisatie into use or to the archive, unless it is there."""
        now = await visible_organisatie(self.conn, self.actor, organisatie_id)
        if (now.gearchiveerd_op is None) is not in_gebruik:
            verb = restore_organisatie if in_gebruik else archive_organisatie
            await verb(self.conn, self.actor, clock=clock, organisatie_id=now.id, versie=now.versie)


def _huidig(organisatie: Organisatie) -> Huidig:
    """An organisatie as it is now."""
    return Huidig(organisatie.id, organisatie.versie, to_row(organisatie), organisatie)


async def open_organisaties(conn: Connection, actor: Actor, _clock: Clock) -> Organisaties:
    """The organisaties of an actor with the regios and kinds to choose from."""
    return Organisaties(
        conn=conn,
        actor=actor,
        table=ORGANISATIES.with_kinds(
            regio=Choice({each.code: each.naam for each in await list_regios(conn)}),
            soort=Choice(dict(await list_soorten(conn))),
        ),
        organisaties=await list_all_organisaties(conn, actor),
    )


SOORT = Soort(
    code="organisaties",
    naam="Organisaties",
    veel="organisaties",
    sleutel="Naam",
    uitleg="Bedrijven, scholen, gemeenten en andere partners, met hun soort en KVK-nummer.",
    leest=LEEST,
    schrijft=frozenset(BEHEERT_ORGANISATIES),
    pad="/organisaties",
    open=open_organisaties,
    nieuw=Nieuw.ARCHIEF,
)
