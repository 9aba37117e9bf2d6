"""Kandidaten as a file: every row goes through the verbs of the kandidaat; who it is only comes in."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, replace

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound
from marketplace.inlezen.codes import code_of, told
from marketplace.inlezen.kandidaat_regels import IDENTITY_MISSING, Bekend, wrong_in_file
from marketplace.inlezen.soort import Codelijst, Huidig, Soort
from marketplace.kandidaten import geleerd, queries, regels, service, status, terugnemen, writes
from marketplace.kandidaten.aanmelden import must_choose_sw_bedrijf, register_kandidaat, wrong_sw_bedrijf
from marketplace.kandidaten.aanmeldrecht import SwBedrijf, list_aanmeldregios, list_sw_bedrijven
from marketplace.kandidaten.model import KandidaatProfiel, KandidaatStatus
from marketplace.kandidaten.tabel import (
    COLUMNS,
    OF_PLEKWIJS,
    KandidaatRij,
    to_identiteit,
    to_row,
    to_wijziging,
)
from marketplace.kandidaten.tabel import (
    KANDIDATEN as TABEL,
)
from marketplace.kandidaten.wijziging import changed_fields
from marketplace.kandidaten.zicht import decides
from marketplace.regios.model import Plaats
from marketplace.regios.queries import list_postcodes
from marketplace.tables.choices import Choice, Codes
from marketplace.tables.table import Table
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST, PLANT_MENSEN
from marketplace.voorstellen.vertrek import leave
from marketplace.werkprocessen.model import Keuzen
from marketplace.werkprocessen.queries import (
    get_keuzen,
    list_kwalificaties,
    list_plaatsingsvormen,
    list_sectoren,
    list_voorwaarden,
    list_werkprocessen,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaten:
    """The people about whom an actor decides, with everything that the rules ask for."""

    conn: Connection
    actor: Actor
    clock: Clock
    table: Table[KandidaatRij]
    codes: Mapping[int, str]
    ids: Mapping[str, int]
    keuzen: Keuzen
    plaatsen: Mapping[str, Plaats]
    regios: Sequence[str]
    bedrijven: Sequence[SwBedrijf]
    bekend: Bekend
    codelijsten: Mapping[str, Codelijst]
    ordered: frozenset[str] = frozenset({"vormen", "sectoren"})

    def key(self, row: KandidaatRij) -> str:
        """Our kenmerk, or the sender's at a SW-bedrijf."""
        kenmerk = row.kenmerk.casefold()
        own = kenmerk.startswith(OF_PLEKWIJS.casefold())
        return kenmerk if own else f"{kenmerk} {self._bedrijf(row)}"

    def _bedrijf(self, row: KandidaatRij) -> str | None:
        """The SW-bedrijf of a row; a planner of one need not name it."""
        only = must_choose_sw_bedrijf(self.actor) and len(self.bedrijven) == 1
        return row.sw_bedrijf or (str(self.bedrijven[0].id) if only else None)

    async def stream(self) -> AsyncIterator[Huidig]:
        """Everybody about whom the actor decides, without the archive."""
        async for profiel in queries.stream_kandidaten(self.conn, self.actor):
            yield self._huidig(profiel)

    def _huidig(self, profiel: KandidaatProfiel) -> Huidig:
        """A person as they are now."""
        row = to_row(profiel, self.codes, {str(each.id) for each in self.bedrijven})
        return Huidig(profiel.id, profiel.versie, row, profiel)

    async def find(self, onderwerp_id: int) -> Huidig | None:
        """One person as they are now."""
        profiel = await queries.get_kandidaat(self.conn, self.actor, onderwerp_id)
        return self._huidig(profiel) if profiel and decides(self.actor).holds(profiel) else None

    def settle(self, row: KandidaatRij, now: Huidig | None) -> KandidaatRij:
        """Travels alone unless it says no; whose identity is known keeps it, whatever the file says."""
        row = replace(
            row,
            reist_alleen=row.reist_alleen is not False,
            interne_dagen=row.interne_dagen or None,
            sw_bedrijf=self._bedrijf(row),
        )
        if now is not None:
            row = replace(
                row,
                van_plekwijs=row.van_plekwijs or now.rij.van_plekwijs,
                sw_bedrijf=row.sw_bedrijf or now.rij.sw_bedrijf,
                naam=None,
                geboortedatum=None,
                telefoon=None,
                email=None,
            )
        if row.wacht_sinds is None and row.status == KandidaatStatus.MATCHBAAR:
            waits = now is not None and now.bron.status is KandidaatStatus.MATCHBAAR
            row = replace(row, wacht_sinds=now.rij.wacht_sinds if now and waits else self.clock.today())
        return row

    async def check(self, row: KandidaatRij, now: Huidig | None) -> Mapping[str, str]:
        """What the rules of a profile say of this row."""
        profiel = None if now is None else replace(now.bron, werkprocessen=())  # those come from the row
        regios = [profiel.regio_code] if profiel else self.regios
        wijziging, plaats = to_wijziging(row, self.ids), self.plaatsen.get(row.pc4)
        found = regels.wrong_with(self.keuzen, wijziging, plaats, regios, profiel)
        if now is None:
            bedrijf = None if row.sw_bedrijf is None else int(row.sw_bedrijf)
            if sentence := wrong_sw_bedrijf(self.actor, bedrijf, self.bedrijven):
                found["sw_bedrijf"] = sentence
        found |= wrong_in_file(row, now, self.bekend, self.clock)
        return {COLUMNS.get(name, name): sentence for name, sentence in found.items()}

    async def create(self, clock: Clock, row: KandidaatRij) -> int:
        """Register the person with the sender's kenmerk, what they learned, and where they stand."""
        identiteit = to_identiteit(row)
        if identiteit is None:
            raise InvalidInput(fields={"naam": IDENTITY_MISSING})
        kandidaat_id = await register_kandidaat(
            self.conn,
            self.actor,
            clock=clock,
            wijziging=to_wijziging(row, self.ids),
            identiteit=identiteit,
            sw_bedrijf_id=None if row.sw_bedrijf is None else int(row.sw_bedrijf),
        )
        await writes.update_eigen_kenmerk(self.conn, self.actor, kandidaat_id, row.kenmerk)
        now = await self._learn(clock, await self._now(kandidaat_id), row)
        await self._move(clock, now, row)
        return kandidaat_id

    async def edit(self, clock: Clock, now: Huidig, row: KandidaatRij) -> None:
        """Write what differs: what was learned, the profile, where the person stands."""
        now = await self._learn(clock, now, row)
        wijziging = to_wijziging(row, self.ids)
        if changed_fields(now.bron, wijziging):
            await service.edit_profiel(
                self.conn,
                self.actor,
                clock=clock,
                kandidaat_id=now.id,
                versie=now.versie,
                wijziging=wijziging,
            )
        await self._move(clock, await self._now(now.id), row)

    async def _now(self, kandidaat_id: int) -> Huidig:
        """A person as they are after what was written; raises NotFound."""
        found = await self.find(kandidaat_id)
        if found is None:
            raise NotFound
        return found

    async def _learn(self, clock: Clock, now: Huidig, row: KandidaatRij) -> Huidig:
        """Write what was practised and proven, where that differs; the person as they are then."""
        if {*row.geoefend} == {*now.rij.geoefend} and {*row.bewezen} == {*now.rij.bewezen}:
            return now
        await geleerd.record_geleerd(
            self.conn,
            self.actor,
            clock=clock,
            kandidaat_id=now.id,
            versie=now.versie,
            geoefend=tuple(self.ids[code] for code in row.geoefend),
            bewezen=tuple(self.ids[code] for code in row.bewezen),
        )
        return await self._now(now.id)

    async def _move(self, clock: Clock, now: Huidig, row: KandidaatRij) -> None:
        """Bring a person where the row says, unless they stand there."""
        naar = KandidaatStatus(row.status)
        if naar is now.bron.status:
            return
        if naar is KandidaatStatus.MATCHBAAR:
            await status.make_matchbaar(
                self.conn,
                self.actor,
                clock=clock,
                kandidaat_id=now.id,
                versie=now.versie,
                sinds=row.wacht_sinds or clock.today(),
            )
        else:
            await leave(self.conn, self.actor, clock=clock, kandidaat_id=now.id, versie=now.versie, naar=naar)

    async def remove(self, clock: Clock, now: Huidig) -> None:
        """Take back a registration that a file made, when nobody did anything with the person yet."""
        await terugnemen.take_back(self.conn, self.actor, clock=clock, kandidaat_id=now.id, versie=now.versie)


def labels_of(bedrijven: Sequence[SwBedrijf]) -> dict[str, str]:
    """What people choose a SW-bedrijf by; its number is added where two have the same name."""
    names = [each.naam for each in bedrijven]
    return {
        str(each.id): f"{each.naam} ({each.id})" if names.count(each.naam) > 1 else each.naam
        for each in bedrijven
    }


async def open_kandidaten(conn: Connection, actor: Actor, clock: Clock) -> Kandidaten:
    """The people of an actor with the catalogue and where they can live."""
    today = clock.today()
    bedrijven = await list_sw_bedrijven(conn, actor)
    werkprocessen = await list_werkprocessen(conn)
    vormen, voorwaarden = await list_plaatsingsvormen(conn), await list_voorwaarden(conn)
    sectoren, kwalificaties = await list_sectoren(conn), await list_kwalificaties(conn, today)
    codes = {each.id: code_of(each) for each in werkprocessen}
    work = Codes(frozenset(codes.values()))
    titled = [told(each, each.titel) for each in werkprocessen]
    return Kandidaten(
        conn=conn,
        actor=actor,
        clock=clock,
        table=TABEL.with_kinds(
            sw_bedrijf=Choice(labels_of(bedrijven)),
            vormen=Codes(frozenset(each.code for each in vormen), least=1),
            sectoren=Codes(frozenset(each.code for each in sectoren)),
            gewenst=work,
            geoefend=work,
            bewezen=work,
            voorwaarden=Codes(frozenset(each.code for each in voorwaarden)),
        ),
        codes=codes,
        ids={code: each for each, code in codes.items()},
        keuzen=await get_keuzen(conn, today),
        plaatsen=await list_postcodes(conn, today),
        regios=await list_aanmeldregios(conn, actor),
        bedrijven=bedrijven,
        bekend=Bekend.of(await queries.list_kenmerken(conn, actor)),
        codelijsten={
            "Vormen": [(each.code, each.naam) for each in vormen],
            "Sectoren": [(each.code, each.naam) for each in sectoren],
            "Kwalificatie": [(str(each.crebo), each.naam) for each in kwalificaties],
            "Wil leren": titled,
            "Nodig op het werk": [(each.code, each.naam) for each in voorwaarden],
        },
    )


ROLLEN = frozenset({*BESLIST, *PLANT_MENSEN})
KANDIDATEN = Soort(
    code="kandidaten",
    naam="Kandidaten",
    veel="kandidaten",
    sleutel="Uw kenmerk",
    uitleg="Wat mensen willen, kunnen en nodig hebben. Namen leest u alleen in, u haalt ze niet op.",
    leest=ROLLEN,
    schrijft=ROLLEN,
    pad="/kandidaten",
    open=open_kandidaten,
)
