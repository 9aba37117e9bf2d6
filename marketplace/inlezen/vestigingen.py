"""Vestigingen as a file."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.inlezen.namen import labels_of_organisaties, told_apart
from marketplace.inlezen.regels import ARCHIVED, NOT_YOURS, wrong_spelling
from marketplace.inlezen.soort import LEEST, Codelijst, Huidig, Nieuw, Soort
from marketplace.organisaties.model import Organisatie, Vestiging
from marketplace.organisaties.overzicht import list_all_organisaties
from marketplace.organisaties.queries import find_vestiging, list_all_vestigingen
from marketplace.organisaties.tabel_vestigingen import VESTIGINGEN, VestigingRij, to_gegevens, to_row
from marketplace.organisaties.vestiging import (
    archive_vestiging,
    create_vestiging,
    edit_vestiging,
    restore_vestiging,
    visible_vestiging,
)
from marketplace.organisaties.wijziging import changes
from marketplace.organisaties.zicht import covers, editors
from marketplace.regios.queries import list_plaatsen
from marketplace.tables.choices import Choice, plain
from marketplace.tables.table import Table
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_ORGANISATIES


@dataclass(frozen=True, kw_only=True)
class Vestigingen:
    """The vestigingen that an actor may see, the archive too; `plaatsen` are those of each regio today."""

    conn: Connection
    actor: Actor
    table: Table[VestigingRij]
    organisaties: Mapping[str, Organisatie]
    vestigingen: Sequence[Vestiging]
    plaatsen: Mapping[str, frozenset[str]]
    codelijsten: Mapping[str, Codelijst] = field(default_factory=dict)
    ordered: frozenset[str] = frozenset()

    @cached_property
    def _spelled(self) -> Mapping[tuple[str, str], str]:
        """The names that are there by organisatie and by what they read like."""
        return {(str(each.organisatie_id), plain(each.naam)): each.naam for each in self.vestigingen}

    def key(self, row: VestigingRij) -> str:
        """The name at its organisatie."""
        return f"{row.organisatie} {row.naam}"

    async def stream(self) -> AsyncIterator[Huidig]:
        """Every vestiging of the actor."""
        for each in self.vestigingen:
            yield _huidig(each)

    async def find(self, onderwerp_id: int) -> Huidig | None:
        """One vestiging as it is now."""
        found = await find_vestiging(self.conn, self.actor, onderwerp_id)
        return None if found is None else _huidig(found)

    def settle(self, row: VestigingRij, _now: Huidig | None) -> VestigingRij:
        """In use unless it says no."""
        return replace(row, in_gebruik=row.in_gebruik is not False)

    async def check(self, row: VestigingRij, now: Huidig | None) -> Mapping[str, str]:
        """Only who may edit there, in a place of the regio, at an organisatie that is in use."""
        organisatie = self.organisaties[row.organisatie]
        if not covers(editors(self.actor), organisatie.id, organisatie.regio_code):
            return {"organisatie": NOT_YOURS}
        wrong = {}
        if row.plaats not in self.plaatsen[organisatie.regio_code]:
            wrong["plaats"] = f"Deze plaats ligt niet in de regio van de organisatie: {organisatie.regio}."
        if organisatie.gearchiveerd_op is not None and (now is None or row.in_gebruik):
            wrong["organisatie"] = ARCHIVED
        if now is None:
            wrong |= wrong_spelling(row.naam, self._spelled.get((row.organisatie, plain(row.naam))))
        return wrong

    async def create(self, clock: Clock, row: VestigingRij) -> int:
        """Make the vestiging."""
        made = await create_vestiging(
            self.conn,
            self.actor,
            clock=clock,
            organisatie_id=int(row.organisatie),
            gegevens=to_gegevens(row),
        )
        await self._keep(clock, made, in_gebruik=row.in_gebruik is not False)
        return made

    async def edit(self, clock: Clock, now: Huidig, row: VestigingRij) -> None:
        """Write what differs."""
        gegevens = to_gegevens(row)
        if changes(now.bron, gegevens):
            await edit_vestiging(
                self.conn,
                self.actor,
                clock=clock,
                vestiging_id=now.id,
                versie=now.versie,
                gegevens=gegevens,
            )
        await self._keep(clock, now.id, in_gebruik=row.in_gebruik is not False)

    async def remove(self, clock: Clock, now: Huidig) -> None:
        """To the archive, for nothing of an organisatie is removed."""
        await self._keep(clock, now.id, in_gebruik=False)

    async def _keep(self, clock: Clock, vestiging_id: int, *, in_gebruik: bool) -> None:
        """Bring a vestiging into use or to the archive, unless it is there."""
        now = await visible_vestiging(self.conn, self.actor, vestiging_id)
        if (now.gearchiveerd_op is None) is not in_gebruik:
            verb = restore_vestiging if in_gebruik else archive_vestiging
            await verb(self.conn, self.actor, clock=clock, vestiging_id=now.id, versie=now.versie)


def _huidig(vestiging: Vestiging) -> Huidig:
    """A vestiging as it is now."""
    return Huidig(vestiging.id, vestiging.versie, to_row(vestiging), vestiging)


async def open_vestigingen(conn: Connection, actor: Actor, clock: Clock) -> Vestigingen:
    """The vestigingen of an actor with the organisaties and places to choose from."""
    organisaties = await list_all_organisaties(conn, actor)
    vestigingen = await list_all_vestigingen(conn, actor)
    plaatsen = {
        regio_code: await list_plaatsen(conn, regio_code, clock.today())
        for regio_code in sorted({each.regio_code for each in organisaties})
    }
    # Where a vestiging is stays a choice, whatever the regio of that place is by now.
    known = {str(each.plaats_id): (each.plaats, each.gemeente) for each in vestigingen}
    known |= {str(each.id): (each.naam, each.gemeente) for found in plaatsen.values() for each in found}
    return Vestigingen(
        conn=conn,
        actor=actor,
        table=VESTIGINGEN.with_kinds(
            organisatie=Choice(labels_of_organisaties(organisaties)),
            plaats=Choice(
                told_apart(
                    {key: naam for key, (naam, _) in known.items()},
                    {key: gemeente for key, (_, gemeente) in known.items()},
                )
            ),
        ),
        organisaties={str(each.id): each for each in organisaties},
        vestigingen=vestigingen,
        plaatsen={
            regio_code: frozenset(str(each.id) for each in found) for regio_code, found in plaatsen.items()
        },
    )


SOORT = Soort(
    code="vestigingen",
    naam="Vestigingen",
    veel="vestigingen",
    sleutel="Naam",
    uitleg="Waar organisaties zitten, met hun leerbedrijf-ID bij SBB.",
    leest=LEEST,
    schrijft=frozenset(BEHEERT_ORGANISATIES),
    pad="/organisaties",
    open=open_vestigingen,
    nieuw=Nieuw.ARCHIEF,
)
