"""Leerwerkplekken as a file: every row goes through the verbs of the plek itself."""

from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, replace

import asyncpg

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput
from marketplace.inlezen.codes import code_of, told
from marketplace.inlezen.namen import labels_of
from marketplace.inlezen.soort import Codelijst, Huidig, Soort
from marketplace.leerwerkplekken import queries, regels, service, writes
from marketplace.leerwerkplekken.model import Leerwerkplek, PlekStatus
from marketplace.leerwerkplekken.tabel import OF_PLEKWIJS, PLEKKEN, PlekRij, to_gegevens, to_row
from marketplace.leerwerkplekken.wijziging import NewInzet, changed_fields, settled
from marketplace.organisaties.model import Erkenning, Praktijkopleider
from marketplace.organisaties.queries import list_erkenningen, list_praktijkopleiders, list_vestigingen
from marketplace.tables.choices import Choice, Codes, suggestion
from marketplace.tables.table import Table
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_PLEKKEN, BESLIST
from marketplace.werkprocessen.model import Plaatsingsvorm
from marketplace.werkprocessen.queries import (
    list_plaatsingsvormen,
    list_sectoren,
    list_voorwaarden,
    list_werkprocessen,
)

# What the rules call a field, and the column in which it was typed.
COLUMNS = {"tot": "laatste_dag", "minuten_max": "uren_max", "praktijkopleider_vanaf": "begeleidt_vanaf"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plekken:
    """The plekken of an actor with everything that the rules ask for."""

    conn: Connection
    actor: Actor
    table: Table[PlekRij]
    codes: Mapping[int, str]
    vormen: Sequence[Plaatsingsvorm]
    leaders: Mapping[int, Sequence[Praktijkopleider]]
    erkenningen: Mapping[int, Sequence[Erkenning]]
    codelijsten: Mapping[str, Codelijst]
    ordered: frozenset[str] = frozenset()

    def key(self, row: PlekRij) -> str:
        """The number at a vestiging."""
        return f"{row.nummer.casefold()} {row.vestiging}"

    async def stream(self) -> AsyncIterator[Huidig]:
        """Every plek of the actor."""
        async for plek in queries.stream_leerwerkplekken(self.conn, self.actor):
            yield self._huidig(plek)

    def _huidig(self, plek: Leerwerkplek) -> Huidig:
        """A plek as it is now."""
        return Huidig(plek.id, plek.versie, to_row(plek, self.codes), plek)

    async def find(self, onderwerp_id: int) -> Huidig | None:
        """One plek as it is now."""
        plek = await queries.get_leerwerkplek(self.conn, self.actor, onderwerp_id)
        return None if plek is None else self._huidig(plek)

    def settle(self, row: PlekRij, now: Huidig | None) -> PlekRij:
        """No transport unless it says so; who leads already keeps the day on which that began."""
        row = replace(row, vervoer_geregeld=bool(row.vervoer_geregeld))
        if now and row.begeleidt_vanaf is None and row.praktijkopleider == now.rij.praktijkopleider:
            row = replace(row, begeleidt_vanaf=now.rij.begeleidt_vanaf)
        return row

    async def check(self, row: PlekRij, now: Huidig | None) -> Mapping[str, str]:
        """What the rules of a plek say of this row."""
        wrong = self._wrong_in_file(row, now)
        if "praktijkopleider" in wrong:
            return wrong
        gegevens, inzet = to_gegevens(row, self._ids()), self._inzet(row)
        found = {**regels.wrong_with(gegevens)}
        leaders = self.leaders.get(int(row.vestiging), ())
        if now is None:
            found |= regels.wrong_with_leader(gegevens, inzet, leaders, ())
        else:
            inzet = settled(now.bron.inzet, inzet)
            bezet = await queries.get_bezet(self.conn, now.id)
            weeks = await queries.list_bezet_weeks(self.conn, now.id) if bezet else []
            found |= regels.wrong_with_bezet(now.bron, gegevens, bezet)
            found |= regels.wrong_with_leader(gegevens, inzet, leaders, weeks)
        if row.status == PlekStatus.GEPUBLICEERD:
            erkenningen = self.erkenningen.get(int(row.vestiging), ())
            found = {**regels.wrong_to_publish(gegevens, inzet, erkenningen, self.vormen), **found}
        if row.begeleidt_vanaf is None and "tot" in found:
            found.pop("praktijkopleider_vanaf", None)  # it is the period that is wrong
        return {COLUMNS.get(name, name): sentence for name, sentence in found.items()} | wrong

    def _wrong_in_file(self, row: PlekRij, now: Huidig | None) -> dict[str, str]:
        """What only a file can have wrong: a number of ours that does not exist, a name nobody has."""
        wrong = {}
        if now is None and row.nummer.upper().startswith(OF_PLEKWIJS):
            wrong["nummer"] = (
                "Dit nummer kennen we niet bij deze vestiging. Nummers met PW- geeft Plekwijs zelf."
                " Kies een eigen nummer."
            )
        if now is not None and row.status == PlekStatus.CONCEPT != now.bron.status:
            wrong["status"] = "Deze plek was al gepubliceerd en wordt geen concept meer. Kies gesloten."
        if row.praktijkopleider is not None:
            named = [each.naam for each in self.leaders.get(int(row.vestiging), ())]
            if named.count(row.praktijkopleider) != 1:
                wrong["praktijkopleider"] = _tell_leader(row.praktijkopleider, named)
        return wrong

    def _ids(self) -> dict[str, int]:
        """The werkprocessen by code."""
        return {code: each for each, code in self.codes.items()}

    def _inzet(self, row: PlekRij) -> NewInzet | None:
        """Who is to lead; the name has been checked, or is looked for in vain and refused."""
        if row.praktijkopleider is None:
            return None
        leaders = self.leaders.get(int(row.vestiging), ())
        found = [each.id for each in leaders if each.naam == row.praktijkopleider]
        if len(found) != 1:
            named = [each.naam for each in leaders]
            raise InvalidInput(fields={"praktijkopleider": _tell_leader(row.praktijkopleider, named)})
        return NewInzet(praktijkopleider_id=found[0], vanaf=row.begeleidt_vanaf)

    async def create(self, clock: Clock, row: PlekRij) -> int:
        """Make the plek, with its own number and in its status."""
        plek_id = await service.create_leerwerkplek(
            self.conn,
            self.actor,
            clock=clock,
            vestiging_id=int(row.vestiging),
            gegevens=to_gegevens(row, self._ids()),
            inzet=self._inzet(row),
        )
        await writes.update_eigen_nummer(self.conn, plek_id, row.nummer)
        await self._move(clock, plek_id, PlekStatus(row.status))
        return plek_id

    async def edit(self, clock: Clock, now: Huidig, row: PlekRij) -> None:
        """Write what differs: the plek itself with who leads it, and its status."""
        gegevens = to_gegevens(row, self._ids())
        leads = (row.praktijkopleider, row.begeleidt_vanaf)
        if changed_fields(now.bron, gegevens) or leads != (now.rij.praktijkopleider, now.rij.begeleidt_vanaf):
            await service.edit_leerwerkplek(
                self.conn,
                self.actor,
                clock=clock,
                plek_id=now.id,
                versie=now.versie,
                gegevens=gegevens,
                inzet=self._inzet(row),
            )
        await self._move(clock, now.id, PlekStatus(row.status))

    async def _move(self, clock: Clock, plek_id: int, status: PlekStatus) -> None:
        """Bring a plek into a status, unless it is in it."""
        plek = await service.visible_leerwerkplek(self.conn, self.actor, plek_id)
        if plek.status is status:
            return
        verb = {
            PlekStatus.CONCEPT: service.unpublish_leerwerkplek,
            PlekStatus.GEPUBLICEERD: service.publish_leerwerkplek,
            PlekStatus.GESLOTEN: service.close_leerwerkplek,
        }[status]
        await verb(self.conn, self.actor, clock=clock, plek_id=plek_id, versie=plek.versie)

    async def remove(self, clock: Clock, now: Huidig) -> None:
        """Take away a plek that a file made, when nobody planned with it yet."""
        await self._move(clock, now.id, PlekStatus.CONCEPT)
        plek = await service.visible_leerwerkplek(self.conn, self.actor, now.id)
        try:
            await service.delete_concept(
                self.conn, self.actor, clock=clock, plek_id=now.id, versie=plek.versie
            )
        except asyncpg.ForeignKeyViolationError:
            raise Conflict(
                "Er zijn al voorstellen voor deze plek. Sluit de plek op haar eigen pagina."
            ) from None


def _tell_leader(naam: str, named: Sequence[str]) -> str:
    """Why a name does not say who leads."""
    if naam in named:
        return "Bij deze vestiging heten er twee zo. Kies de praktijkopleider op de pagina van de plek."
    near = suggestion(naam, named)
    return f"Deze praktijkopleider kennen we niet bij deze vestiging.{near}"


async def open_plekken(conn: Connection, actor: Actor, _clock: Clock) -> Plekken:
    """The plekken of an actor with the catalogue, the vestigingen and who works there."""
    vestigingen = await list_vestigingen(conn, actor)
    vormen = await list_plaatsingsvormen(conn)
    voorwaarden, werkprocessen = await list_voorwaarden(conn), await list_werkprocessen(conn)
    codes = {each.id: code_of(each) for each in werkprocessen}
    leaders: dict[int, list[Praktijkopleider]] = defaultdict(list)
    for leader in await list_praktijkopleiders(conn, actor):
        leaders[leader.vestiging_id].append(leader)
    erkenningen: dict[int, list[Erkenning]] = defaultdict(list)
    for erkenning in await list_erkenningen(conn, [each.id for each in vestigingen]):
        erkenningen[erkenning.vestiging_id].append(erkenning)
    return Plekken(
        conn=conn,
        actor=actor,
        table=PLEKKEN.with_kinds(
            vestiging=Choice(labels_of(vestigingen)),
            sector=Choice({each.code: each.kort for each in await list_sectoren(conn)}),
            werkprocessen=Codes(frozenset(codes.values())),
            vormen=Codes(frozenset(each.code for each in vormen), least=1),
            voorwaarden=Codes(frozenset(each.code for each in voorwaarden)),
        ),
        codes=codes,
        vormen=vormen,
        leaders=leaders,
        erkenningen=erkenningen,
        codelijsten={
            "Werkprocessen": [told(each, each.uitleg) for each in werkprocessen],
            "Vormen": [(each.code, each.naam) for each in vormen],
            "Voorwaarden": [(each.code, each.naam) for each in voorwaarden],
        },
    )


ROLLEN = frozenset({*BESLIST, *BEHEERT_PLEKKEN})
LEERWERKPLEKKEN = Soort(
    code="leerwerkplekken",
    naam="Leerwerkplekken",
    veel="leerwerkplekken",
    sleutel="Nummer",
    uitleg="Met werkprocessen, uren, vormen, voorwaarden en praktijkopleider.",
    leest=ROLLEN,
    schrijft=ROLLEN,
    pad="/leerwerkplekken",
    open=open_plekken,
)
