"""Accounts as a file: a row for each role. A file gives roles; nothing in it lets anybody in."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict
from marketplace.inlezen.namen import told_apart
from marketplace.inlezen.regels import ARCHIVED
from marketplace.inlezen.soort import Codelijst, Huidig, Nieuw, Soort
from marketplace.tables.choices import Choice, listed
from marketplace.tables.table import Table
from marketplace.toegang import account_queries as queries
from marketplace.toegang.accounts import create_account, set_account_actief, take_rol, visible_account
from marketplace.toegang.model import Account, AccountRol, Actor, Rol, RolKeuze, RolPlaats
from marketplace.toegang.rechten import BEHEERT_ACCOUNTS
from marketplace.toegang.sleutel_queries import list_rolnamen
from marketplace.toegang.tabel import ACCOUNTS, AccountRij, to_row

ON_ITS_PAGE = "Een account zet u uit op de eigen pagina."
NAME_ON_ITS_PAGE = "Een naam wijzigt u op de eigen pagina. Hier staat: {}."
IS_OFF = "Dit account staat uit. Zet het eerst aan op de eigen pagina."
BEGINS_ON = "Wie een rol krijgt, kan inloggen. Laat deze cel leeg."
OTHER_NAME = "Bij dit e-mailadres hoort al een naam. Schrijf de naam precies zo: {}."
ROL_ELSEWHERE = "Deze rol kan daar niet worden gegeven. Kies uit: {}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """The roles that an actor manages; `namen` are by address those of who is there and of earlier rows."""

    conn: Connection
    actor: Actor
    table: Table[AccountRij]
    accounts: Sequence[Account]
    open_plaatsen: Mapping[str, RolPlaats]
    clock: Clock
    uit: frozenset[str]
    namen: dict[str, str]
    rollen: dict[str, Sequence[RolKeuze]] = field(default_factory=dict)
    codelijsten: Mapping[str, Codelijst] = field(default_factory=dict)
    ordered: frozenset[str] = frozenset()

    def key(self, row: AccountRij) -> str:
        """The address in any case, the role and the place."""
        return f"{row.email.lower()} {row.rol} {row.plaats}"

    async def stream(self) -> AsyncIterator[Huidig]:
        """Every role at a place that the actor manages."""
        for account in self.accounts:
            for rol in account.rollen:
                yield _huidig(account, rol)

    async def find(self, onderwerp_id: int) -> Huidig | None:
        """One role as it is now."""
        account = await queries.get_account_met_rol(self.conn, self.actor, onderwerp_id, self.clock.now())
        held = [each for each in account.rollen if each.id == onderwerp_id] if account else []
        return _huidig(account, held[0]) if account and held else None

    def settle(self, row: AccountRij, now: Huidig | None) -> AccountRij:
        """On unless it says no; the last login is as it is, and capitals of an address say nothing."""
        row = replace(row, aan=row.aan is not False, laatst_ingelogd=None)
        if now is None:
            return row
        return replace(row, email=now.rij.email, laatst_ingelogd=now.rij.laatst_ingelogd)

    async def check(self, row: AccountRij, now: Huidig | None) -> Mapping[str, str]:
        """What is there stays as it is; a new role can stand at its place, under the name of the account."""
        if now is not None:
            stays = now.rij.naam
            wrong = {} if row.naam == stays else {"naam": NAME_ON_ITS_PAGE.format(stays)}
            if row.aan is not now.rij.aan:
                wrong["aan"] = ON_ITS_PAGE if now.rij.aan else IS_OFF
            return wrong
        email = row.email.lower()
        naam, wrong = self.namen.setdefault(email, row.naam), {}
        if naam != row.naam:
            wrong["naam"] = OTHER_NAME.format(naam)
        if email in self.uit or not row.aan:
            wrong["aan"] = IS_OFF if email in self.uit else BEGINS_ON
        return wrong | await self._wrong_place(row)

    async def _wrong_place(self, row: AccountRij) -> dict[str, str]:
        """What is wrong with where a new role would stand."""
        plaats = self.open_plaatsen.get(row.plaats)
        if plaats is None:
            return {"plaats": ARCHIVED}
        if row.plaats not in self.rollen:
            self.rollen[row.plaats] = await queries.list_rollen(self.conn, plaats)
        can = {each.rol: each.naam for each in self.rollen[row.plaats]}
        return {} if row.rol in can else {"rol": ROL_ELSEWHERE.format(listed(can.values()))}

    async def create(self, clock: Clock, row: AccountRij) -> int:
        """Give the role, to a new account where nobody has this address; returns the role."""
        plaats, rol = self.open_plaatsen[row.plaats], Rol(row.rol)
        account_id, _ = await create_account(
            self.conn, self.actor, clock=clock, email=row.email, naam=row.naam, rol=rol, plaats=plaats
        )
        account = await visible_account(self.conn, self.actor, clock, account_id)
        return next(each.id for each in account.rollen if (each.rol, each.plaats.code) == (rol, plaats.code))

    async def edit(self, _clock: Clock, _now: Huidig, _row: AccountRij) -> None:
        """Refuse: of a role that is there nothing changes."""
        raise Conflict(ON_ITS_PAGE)

    async def remove(self, clock: Clock, now: Huidig) -> None:
        """Take the role away; who has no other and never came in is switched off."""
        account, rol = now.bron
        if account.geheel and len(account.rollen) == 1 and not account.heeft_wachtwoord:
            await set_account_actief(self.conn, self.actor, clock=clock, account_id=account.id, actief=False)
            return
        await take_rol(
            self.conn, self.actor, clock=clock, account_id=account.id, rol=rol.rol, plaats=rol.plaats
        )


def _huidig(account: Account, rol: AccountRol) -> Huidig:
    """A role as it is now; it has no versions, for it is there or not."""
    return Huidig(rol.id, 1, to_row(account, rol), (account, rol))


async def open_accounts(conn: Connection, actor: Actor, clock: Clock) -> Accounts:
    """The accounts of an actor with the roles and places to choose from."""
    accounts = await queries.list_accounts(conn, actor, clock.now())
    plaatsen = {each.code: each for each in await queries.list_plaatsen(conn, actor)}
    namen = {rol.plaats.code: rol.plaats.naam for account in accounts for rol in account.rollen}
    namen |= {code: each.naam for code, each in plaatsen.items()}
    return Accounts(
        conn=conn,
        actor=actor,
        table=ACCOUNTS.with_kinds(
            rol=Choice(await list_rolnamen(conn)),
            plaats=Choice(told_apart(namen, {code: code for code in namen})),
        ),
        accounts=accounts,
        open_plaatsen=plaatsen,
        clock=clock,
        uit=frozenset(each.email.lower() for each in accounts if not each.actief),
        namen={each.email.lower(): each.naam for each in accounts},
    )


SOORT = Soort(
    code="accounts",
    naam="Accounts",
    veel="accounts",
    sleutel="E-mailadres",
    uitleg="Wie kan inloggen, met welke rollen en waar: elke rol is een rij. "
    "Wie nieuw is, kiest een wachtwoord met een link. Die maakt u daarna op de pagina van het account.",
    leest=frozenset(BEHEERT_ACCOUNTS),
    schrijft=frozenset(BEHEERT_ACCOUNTS),
    pad="/beheer/accounts",
    open=open_accounts,
    nieuw=Nieuw.UIT,
)
