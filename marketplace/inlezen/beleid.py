"""The policies of a regio as a file: what holds, held and is planned goes out; what is to come comes in."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict
from marketplace.inlezen.regels import NOT_YOURS
from marketplace.inlezen.soort import Codelijst, Huidig, Soort
from marketplace.regios import beleid
from marketplace.regios.beleid import Beleidsregel
from marketplace.regios.model import KINDS, Ondergrenzen
from marketplace.regios.queries import list_regios
from marketplace.regios.tabel import BELEID, BeleidRij, to_row
from marketplace.regios.waarden import explain, say_name, text_of_waarde, waarde_of_text
from marketplace.tables.choices import Choice
from marketplace.tables.column import Unfit
from marketplace.tables.table import Table
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEPAALT_BELEID, LEEST_REGIO

HOLDS = "Wat geldt of gold, verandert niet meer. Kies een latere dag."
PLANNED = "Dit is al vastgelegd. Trek het eerst in op de pagina van de regio, of kies een andere dag."
UNDONE = "Het bestand waarin dit stond, is teruggedraaid."


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleidsregels:
    """Every value that holds, held or is planned in the regios of an actor; none of them ever changes."""

    conn: Connection
    actor: Actor
    table: Table[BeleidRij]
    regels: Sequence[Beleidsregel]
    clock: Clock
    codelijsten: Mapping[str, Codelijst] = field(default_factory=dict)
    ordered: frozenset[str] = frozenset()

    def key(self, row: BeleidRij) -> str:
        """The regio, the policy and the day."""
        return f"{row.regio} {row.beleid} {row.vanaf}"

    async def stream(self) -> AsyncIterator[Huidig]:
        """What was set and not withdrawn."""
        for each in self.regels:
            yield _huidig(each)

    async def find(self, onderwerp_id: int) -> Huidig | None:
        """One value of the own regios, unless it was withdrawn."""
        regels = await _list_regels(self.conn, self.actor)
        return next((_huidig(each) for each in regels if each.id == onderwerp_id), None)

    def settle(self, row: BeleidRij, _now: Huidig | None) -> BeleidRij:
        """The value as we write it ourselves."""
        try:
            waarde = waarde_of_text(row.beleid, row.waarde)
        except Unfit:
            return row
        return replace(row, waarde=text_of_waarde(row.beleid, waarde))

    async def check(self, row: BeleidRij, now: Huidig | None) -> Mapping[str, str]:
        """Only who writes the policies there, from today on, and nothing over what was set."""
        if not beleid.may_set(self.actor, row.regio):
            return {"regio": NOT_YOURS}
        if now is not None:
            other = [name for name in ("waarde", "bron") if getattr(row, name) != getattr(now.rij, name)]
            return dict.fromkeys(other, PLANNED if row.vanaf > self.clock.today() else HOLDS)
        past = {"vanaf": beleid.PAST} if row.vanaf < self.clock.today() else {}
        return past | await _wrong_waarde(self.conn, row)

    async def create(self, clock: Clock, row: BeleidRij) -> int:
        """Let the value hold from its day on."""
        return await beleid.set_beleid(
            self.conn,
            self.actor,
            clock=clock,
            regio_code=row.regio,
            sleutel=row.beleid,
            waarde=waarde_of_text(row.beleid, row.waarde),
            vanaf=row.vanaf,
            bron=row.bron,
        )

    async def edit(self, _clock: Clock, _now: Huidig, _row: BeleidRij) -> None:
        """Refuse: what was set does not change."""
        raise Conflict(PLANNED)

    async def remove(self, clock: Clock, now: Huidig) -> None:
        """Withdraw what is still to come; what holds already stays."""
        await beleid.withdraw_beleid(
            self.conn,
            self.actor,
            clock=clock,
            regio_code=now.rij.regio,
            beleid_id=now.id,
            reden=UNDONE,
        )


def _huidig(regel: Beleidsregel) -> Huidig:
    """A value as it is; it has no versions, for it is there or withdrawn."""
    return Huidig(regel.id, 1, to_row(regel), regel)


async def _wrong_waarde(conn: Connection, row: BeleidRij) -> dict[str, str]:
    """A sentence at a value that this policy cannot have."""
    try:
        waarde = waarde_of_text(row.beleid, row.waarde)
    except Unfit as unfit:
        return {"waarde": str(unfit)}
    if KINDS[row.beleid] is Ondergrenzen and isinstance(waarde, dict):
        return {"waarde": beleid.UNKNOWN_GROEP} if await beleid.list_unknown(conn, waarde) else {}
    return {}


async def _list_regels(conn: Connection, actor: Actor) -> list[Beleidsregel]:
    """What was set in the regios of an actor and not withdrawn, the first first."""
    regels = [
        each for code in actor.regios_als(*LEEST_REGIO) for each in await beleid.list_beleid(conn, code)
    ]
    known = await beleid.list_sleutels(conn)
    return [each for each in reversed(regels) if each.ingetrokken_op is None and each.sleutel in known]


async def open_beleid(conn: Connection, actor: Actor, clock: Clock) -> Beleidsregels:
    """The policies of an actor's regios, with those and the regios to choose from."""
    own = actor.regios_als(*LEEST_REGIO)
    sleutels = await beleid.list_sleutels(conn)
    return Beleidsregels(
        conn=conn,
        actor=actor,
        table=BELEID.with_kinds(
            regio=Choice({each.code: each.naam for each in await list_regios(conn) if each.code in own}),
            beleid=Choice({code: say_name(code) for code in sleutels}),
        ),
        regels=await _list_regels(conn, actor),
        clock=clock,
        codelijsten={
            "Beleid": sorted(
                (say_name(code), f"{uitleg} {explain(code)}") for code, uitleg in sleutels.items()
            )
        },
    )


SOORT = Soort(
    code="beleid",
    naam="Beleid",
    veel="beleidsregels",
    sleutel="Regio",
    uitleg="Wat er in de regio geldt, gold en gaat gelden, met de dag waarop het ingaat.",
    leest=frozenset(LEEST_REGIO),
    schrijft=frozenset(BEPAALT_BELEID),
    pad="/regios",
    open=open_beleid,
)
