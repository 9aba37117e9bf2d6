"""Opleidingen as a file: what each mbo-school offers."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.inlezen.namen import labels_of_organisaties
from marketplace.inlezen.regels import ARCHIVED, NOT_YOURS, UNKNOWN_CREBO, wrong_fixed, wrong_period
from marketplace.inlezen.soort import LEEST, Codelijst, Huidig, Soort
from marketplace.organisaties.model import MBO, Opleiding, Organisatie
from marketplace.organisaties.opleiding import (
    create_opleiding,
    end_opleiding,
    take_back_opleiding,
    visible_opleiding,
)
from marketplace.organisaties.overzicht import list_all_organisaties
from marketplace.organisaties.queries import list_opleidingen_of
from marketplace.organisaties.tabel_opleidingen import OPLEIDINGEN, OpleidingRij, to_new, to_row
from marketplace.organisaties.zicht import covers, editors_of_opleidingen
from marketplace.regios.queries import list_regios
from marketplace.tables.choices import Choice, Codes
from marketplace.tables.days import first_day_after
from marketplace.tables.table import Table
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_OPLEIDINGEN
from marketplace.werkprocessen.catalogus import list_catalogus


@dataclass(frozen=True, slots=True, kw_only=True)
class Opleidingen:
    """The opleidingen of the schools that an actor may see."""

    conn: Connection
    actor: Actor
    table: Table[OpleidingRij]
    opleiders: Mapping[str, Organisatie]
    crebos: frozenset[int]
    codelijsten: Mapping[str, Codelijst]
    ordered: frozenset[str] = frozenset()

    def key(self, row: OpleidingRij) -> str:
        """The school, the crebo and the first day."""
        return f"{row.opleider} {row.crebo} {row.van}"

    async def stream(self) -> AsyncIterator[Huidig]:
        """Everything that these schools offer, offered or will offer."""
        for opleider in self.opleiders.values():
            for each in await list_opleidingen_of(self.conn, opleider.id):
                yield _huidig(each)

    async def find(self, onderwerp_id: int) -> Huidig | None:
        """One opleiding as it is now."""
        try:
            _, found = await visible_opleiding(self.conn, self.actor, onderwerp_id)
        except NotFound:
            return None
        return _huidig(found)

    def settle(self, row: OpleidingRij, _now: Huidig | None) -> OpleidingRij:
        """Regios have no order."""
        return replace(row, regios=tuple(sorted(row.regios)))

    async def check(self, row: OpleidingRij, now: Huidig | None) -> Mapping[str, str]:
        """Only who says what this school offers; what is there changes its last day only."""
        opleider = self.opleiders[row.opleider]
        if not covers(editors_of_opleidingen(self.actor), opleider.id, opleider.regio_code):
            return {"opleider": NOT_YOURS}
        wrong = wrong_fixed(self.table, row, now, ("regios",)) | wrong_period(row.van, row.laatste_dag)
        if now is None and opleider.gearchiveerd_op is not None:
            wrong["opleider"] = ARCHIVED
        if row.crebo not in self.crebos:
            wrong["crebo"] = UNKNOWN_CREBO
        return wrong

    async def create(self, clock: Clock, row: OpleidingRij) -> int:
        """Let the school offer it."""
        return await create_opleiding(
            self.conn, self.actor, clock=clock, organisatie_id=int(row.opleider), new=to_new(row)
        )

    async def edit(self, clock: Clock, now: Huidig, row: OpleidingRij) -> None:
        """Write another last day."""
        await end_opleiding(
            self.conn,
            self.actor,
            clock=clock,
            opleiding_id=now.id,
            versie=now.versie,
            tot=first_day_after(row.laatste_dag),
        )

    async def remove(self, clock: Clock, now: Huidig) -> None:
        """Take it back, when nothing was promised on it yet."""
        await take_back_opleiding(self.conn, self.actor, clock=clock, opleiding_id=now.id, versie=now.versie)


def _huidig(opleiding: Opleiding) -> Huidig:
    """An opleiding as it is now."""
    return Huidig(opleiding.id, opleiding.versie, to_row(opleiding), opleiding)


async def open_opleidingen(conn: Connection, actor: Actor, _clock: Clock) -> Opleidingen:
    """The opleidingen of an actor with the schools, the regios and the catalogue to choose from."""
    opleiders = [each for each in await list_all_organisaties(conn, actor) if each.soort == MBO]
    regios = await list_regios(conn)
    kwalificaties = await list_catalogus(conn, None, None)
    return Opleidingen(
        conn=conn,
        actor=actor,
        table=OPLEIDINGEN.with_kinds(
            opleider=Choice(labels_of_organisaties(opleiders)),
            regios=Codes(frozenset(each.code for each in regios), least=1),
        ),
        opleiders={str(each.id): each for each in opleiders},
        crebos=frozenset(each.crebo for each in kwalificaties),
        codelijsten={
            "Crebo": [(str(each.crebo), each.naam) for each in kwalificaties],
            "Regio's": [(each.code, each.naam) for each in regios],
        },
    )


SOORT = Soort(
    code="opleidingen",
    naam="Opleidingen",
    veel="opleidingen",
    sleutel="Opleider",
    uitleg="Welke kwalificaties een mbo-school geeft, hoe lang, en voor welke regio's.",
    leest=LEEST | frozenset(BEHEERT_OPLEIDINGEN),
    schrijft=frozenset(BEHEERT_OPLEIDINGEN),
    pad="/organisaties",
    open=open_opleidingen,
)
