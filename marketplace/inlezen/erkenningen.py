"""Erkenningen as a file: what SBB recognised, where it is limited to werkprocessen."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.inlezen.codes import code_of, told
from marketplace.inlezen.namen import labels_of
from marketplace.inlezen.regels import ARCHIVED, NOT_YOURS, UNKNOWN_CREBO, wrong_period
from marketplace.inlezen.soort import LEEST, Codelijst, Huidig, Soort
from marketplace.organisaties.erkenning import (
    create_erkenning,
    edit_erkenning,
    take_back_erkenning,
    visible_erkenning,
)
from marketplace.organisaties.model import Erkenning, Vestiging
from marketplace.organisaties.queries import list_all_vestigingen, list_erkenningen
from marketplace.organisaties.tabel_erkenningen import ERKENNINGEN, ErkenningRij, to_edit, to_new, to_row
from marketplace.organisaties.zicht import covers, editors_of_erkenningen
from marketplace.tables.choices import Choice, Codes
from marketplace.tables.table import Table
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_ERKENNINGEN
from marketplace.werkprocessen.catalogus import list_catalogus
from marketplace.werkprocessen.model import KwalificatieRegel, Werkproces
from marketplace.werkprocessen.queries import list_werkprocessen

OTHER_WORK = "Dit hoort niet bij deze kwalificatie: {}."
IN_FUTURE = "Deze dag is nog niet geweest. Vul in wanneer u het hebt nagekeken."


@dataclass(frozen=True, slots=True, kw_only=True)
class Erkenningen:
    """The erkenningen that an actor may see; werkprocessen by their code."""

    conn: Connection
    actor: Actor
    table: Table[ErkenningRij]
    erkenningen: Sequence[Erkenning]
    vestigingen: Mapping[str, Vestiging]
    kwalificaties: Mapping[int, KwalificatieRegel]
    werkprocessen: Mapping[str, Werkproces]
    codes: Mapping[int, str]
    codelijsten: Mapping[str, Codelijst]
    clock: Clock
    ordered: frozenset[str] = frozenset()

    def key(self, row: ErkenningRij) -> str:
        """The vestiging, the crebo and the first day."""
        return f"{row.vestiging} {row.crebo} {row.van}"

    async def stream(self) -> AsyncIterator[Huidig]:
        """Every erkenning that the actor may see."""
        for each in self.erkenningen:
            yield self._huidig(each)

    def _huidig(self, erkenning: Erkenning) -> Huidig:
        """An erkenning as it is now."""
        return Huidig(erkenning.id, erkenning.versie, to_row(erkenning, self.codes), erkenning)

    async def find(self, onderwerp_id: int) -> Huidig | None:
        """One erkenning as it is now."""
        try:
            _, found = await visible_erkenning(self.conn, self.actor, onderwerp_id)
        except NotFound:
            return None
        return self._huidig(found)

    def settle(self, row: ErkenningRij, _now: Huidig | None) -> ErkenningRij:
        """The row as it is."""
        return row

    async def check(self, row: ErkenningRij, now: Huidig | None) -> Mapping[str, str]:
        """Only who records for this regio, of a kwalificatie that exists and the work that belongs to it."""
        vestiging = self.vestigingen[row.vestiging]
        if not covers(editors_of_erkenningen(self.actor), vestiging.organisatie_id, vestiging.regio_code):
            return {"vestiging": NOT_YOURS}
        wrong = wrong_period(row.van, row.laatste_dag)
        if now is None and vestiging.gearchiveerd_op is not None:
            wrong["vestiging"] = ARCHIVED
        kwalificatie = self.kwalificaties.get(row.crebo)
        if kwalificatie is None:
            wrong["crebo"] = UNKNOWN_CREBO
        elif other := [code for code in row.werkprocessen if not self._belongs(code, kwalificatie)]:
            wrong["werkprocessen"] = OTHER_WORK.format(", ".join(other))
        if row.gecontroleerd_op > self.clock.today():
            wrong["gecontroleerd_op"] = IN_FUTURE
        return wrong

    def _belongs(self, code: str, kwalificatie: KwalificatieRegel) -> bool:
        """Whether a werkproces is of a kwalificatie, or of its whole dossier."""
        werkproces = self.werkprocessen[code]
        if werkproces.crebo is None:
            return werkproces.dossier_crebo == kwalificatie.dossier_crebo
        return werkproces.crebo == kwalificatie.crebo

    def _ids(self) -> dict[str, int]:
        """The werkprocessen by code."""
        return {code: each.id for code, each in self.werkprocessen.items()}

    async def create(self, clock: Clock, row: ErkenningRij) -> int:
        """Record the erkenning."""
        return await create_erkenning(
            self.conn,
            self.actor,
            clock=clock,
            vestiging_id=int(row.vestiging),
            new=to_new(row, self._ids()),
        )

    async def edit(self, clock: Clock, now: Huidig, row: ErkenningRij) -> None:
        """Write another end, other limits or another day of checking."""
        await edit_erkenning(
            self.conn,
            self.actor,
            clock=clock,
            erkenning_id=now.id,
            versie=now.versie,
            edit=to_edit(row, self._ids()),
        )

    async def remove(self, clock: Clock, now: Huidig) -> None:
        """Take it back, when nothing was promised on it yet."""
        await take_back_erkenning(self.conn, self.actor, clock=clock, erkenning_id=now.id, versie=now.versie)


async def open_erkenningen(conn: Connection, actor: Actor, clock: Clock) -> Erkenningen:
    """The erkenningen of an actor with the vestigingen and the catalogue to choose from."""
    vestigingen = await list_all_vestigingen(conn, actor)
    kwalificaties = await list_catalogus(conn, None, None)
    werkprocessen = {code_of(each): each for each in await list_werkprocessen(conn)}
    return Erkenningen(
        conn=conn,
        actor=actor,
        table=ERKENNINGEN.with_kinds(
            vestiging=Choice(labels_of(vestigingen)), werkprocessen=Codes(frozenset(werkprocessen))
        ),
        erkenningen=await list_erkenningen(conn, [each.id for each in vestigingen]),
        vestigingen={str(each.id): each for each in vestigingen},
        kwalificaties={each.crebo: each for each in kwalificaties},
        werkprocessen=werkprocessen,
        codes={each.id: code for code, each in werkprocessen.items()},
        codelijsten={
            "Crebo": [(str(each.crebo), each.naam) for each in kwalificaties],
            "Werkprocessen": [told(each, each.uitleg) for each in werkprocessen.values()],
        },
        clock=clock,
    )


SOORT = Soort(
    code="erkenningen",
    naam="Erkenningen",
    veel="erkenningen",
    sleutel="Vestiging",
    uitleg="Waarvoor SBB een vestiging erkent: kwalificatie, werkprocessen en hoe lang.",
    leest=LEEST,
    schrijft=frozenset(BEHEERT_ERKENNINGEN),
    pad="/organisaties",
    open=open_erkenningen,
)
