"""A world of two halves for the walk of strangers: the same people, organisaties and plans in both regios.

Everything that is private carries the word of its half, so that a page leaks when the word of the other
stands in it. Ids of the second half are one hundred higher. Only the first school teaches in both regios.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from string import Template
from typing import Final

from marketplace.db import Connection
from marketplace.toegang.model import Actor, Rol, Toekenning
from tests.marketplace.kleine_regio import BELEID


@dataclass(frozen=True, slots=True)
class Helft:
    """One half: its regio, what its ids begin at, and the word that stands in all that is private."""

    regio: str
    n: int
    woord: str


HIER: Final = Helft("AM09", 0, "Zwaluw")
DAAR: Final = Helft("AM07", 100, "Merel")
FIRMA, BUURMAN, SW, GEMEENTE, SCHOOL, BEGINNER = 1, 2, 3, 4, 5, 6
# The accounts of a half: who, their id in it, the role, and at which organisatie (None: in the regio).
ROLLEN: Final = (
    ("accountmanager", 10, Rol.ACCOUNTMANAGER, None),
    ("regiocoordinator", 11, Rol.REGIOCOORDINATOR, None),
    ("sbb_adviseur", 12, Rol.SBB_ADVISEUR, None),
    ("voucherbeoordelaar", 13, Rol.VOUCHERBEOORDELAAR, None),
    ("beheerder", 14, Rol.BEHEERDER, None),
    ("werkgever", 20, Rol.WERKGEVER, FIRMA),
    ("praktijkopleider", 21, Rol.PRAKTIJKOPLEIDER, FIRMA),
    ("planner", 22, Rol.PLANNER, SW),
    ("werkleider", 23, Rol.WERKLEIDER, SW),
    ("consulent", 24, Rol.CONSULENT, GEMEENTE),
    ("jobcoach", 25, Rol.JOBCOACH, SW),
    ("mbo", 26, Rol.MBO, SCHOOL),
    ("pro_vso", 27, Rol.PRO_VSO, SCHOOL),
    ("eigen_beheerder", 28, Rol.BEHEERDER, FIRMA),
)
BETROKKEN: Final = (
    ("kandidaat", 30, Rol.KANDIDAAT),
    ("vertegenwoordiger", 31, Rol.VERTEGENWOORDIGER),
    ("consulent", 24, Rol.CONSULENT),
    ("jobcoach", 25, Rol.JOBCOACH),
    ("pro_vso", 27, Rol.PRO_VSO),
)
ZONDER_ROL, UITGEZET, IEDER = 40, 41, 42
# Somebody who is accountmanager here and there, and so belongs to no beheerder whole.
OVERAL = """
    insert into accounts (id, email, naam, aangemaakt_op) overriding system value
        values (999, 'overal@plekwijs.nl', 'Overal', '2026-01-01');
    insert into account_rollen overriding system value
        values (999, 'accountmanager', 'AM09', null, 998), (999, 'accountmanager', 'AM07', null, 999);
    insert into sessies values ('', 999, 'csrf', '2026-11-01', '2027-11-01');
"""


def _read(name: str) -> Template:
    """The SQL of a part of the world."""
    return Template(Path(__file__).with_name(f"wandeling_{name}.sql").read_text())


async def make_wereld(conn: Connection, *helften: Helft) -> None:
    """Insert both halves, or those that are asked for, as superuser."""
    await conn.execute(_read("samen").template)
    for key, value in BELEID.items():
        await conn.execute("insert into beleidssleutels values ($1, 'proef') on conflict do nothing", key)
        await conn.execute(
            """insert into regio_beleid (regio_code, sleutel, waarde, vanaf, bron)
               select code, $1, $2, '2024-01-01', 'proef' from regios""",
            key,
            value,
        )
    for rol in Rol:
        await conn.execute(
            "insert into rollen select $1, $2, true, array_agg(code) from organisatiesoorten",
            rol.value,
            rol.value,
        )
    for helft in helften or (HIER, DAAR):
        words = {"n": helft.n, "r": helft.regio, "w": helft.woord, "k": helft.woord[:4].upper()}
        await conn.execute(_read("helft").substitute(words))
        await _insert_accounts(conn, helft)
        await conn.execute(_read("sporen").substitute(words))
        await conn.execute(_read("roulatie").substitute(words))
        await conn.execute(_read("groepsdetachering").substitute(words))
        await conn.execute(_read("groepsplan").substitute(words))
    await conn.execute(OVERAL)
    await conn.execute("""
        do $$ declare rij record; begin
            for rij in select attrelid::regclass as tabel, attname from pg_attribute where attidentity <> ''
            loop perform setval(pg_get_serial_sequence(rij.tabel::text, rij.attname), 1000000); end loop;
        end $$""")


async def _insert_accounts(conn: Connection, helft: Helft) -> None:
    """Every account of a half with its role, and who is bound to the first kandidaat."""
    names = {number: name for name, number, *_ in (*ROLLEN, *BETROKKEN)}
    for number, name in (names | {ZONDER_ROL: "zonder_rol", UITGEZET: "uitgezet", IEDER: "ieder"}).items():
        await conn.execute(
            """insert into accounts (id, email, naam, wachtwoord_hash, actief, aangemaakt_op)
               overriding system value values ($1, $2, $3, 'geen', $4, '2026-01-01')""",
            helft.n + number,
            f"{name}@{helft.woord}.nl".lower(),
            f"{name} {helft.woord}",
            number != UITGEZET,
        )
    for _, number, rol, organisatie in ROLLEN:
        where = (helft.regio, None) if organisatie is None else (None, helft.n + organisatie)
        await conn.execute(
            "insert into account_rollen overriding system value values ($1, $2, $3, $4, $1)",
            helft.n + number,
            rol,
            *where,
        )
    for rol, where in (
        (Rol.ACCOUNTMANAGER, (helft.regio, None)),
        (Rol.BEHEERDER, (helft.regio, None)),
        (Rol.WERKGEVER, (None, helft.n + FIRMA)),
        (Rol.PLANNER, (None, helft.n + SW)),
    ):
        await conn.execute(
            "insert into account_rollen values ($1, $2, $3, $4)", helft.n + UITGEZET, rol, *where
        )
    for _, number, rol in BETROKKEN:
        await conn.execute(
            """insert into kandidaat_betrokkenen (id, kandidaat_id, account_id, rol, periode)
               overriding system value values ($1, $2, $1, $3, '[2025-01-01,)')""",
            helft.n + number,
            helft.n + 1,
            rol,
        )


@dataclass(frozen=True, slots=True)
class Wandelaar:
    """Somebody who walks: what they are, their account (None: nobody) and where their role holds."""

    wie: str
    helft: Helft
    account: int | None
    organisatie: int | None = None

    def __str__(self) -> str:
        return f"{self.wie} {self.helft.woord}"

    @property
    def email(self) -> str:
        """The address with which they come in."""
        return f"{self.wie}@{self.helft.woord}.nl".lower()

    @property
    def actor(self) -> Actor:
        """The Actor that a session of theirs gives."""
        assert self.account is not None
        number, n = self.account - self.helft.n, self.helft.n
        held = [
            Toekenning(rol=rol, regio_code=self.helft.regio)
            if place is None
            else Toekenning(rol=rol, organisatie_id=n + place)
            for _, account, rol, place in ROLLEN
            if account == number
        ]
        held += [
            Toekenning(rol=rol, kandidaat_id=n + 1) for _, account, rol in BETROKKEN if account == number
        ]
        return Actor(account_id=self.account, naam=self.wie, email=self.email, toekenningen=tuple(held))


def wandelaars(helft: Helft) -> Iterator[Wandelaar]:
    """Everybody of a half: every role, no role, switched off, and nobody at all."""
    for wie, number, _, organisatie in ROLLEN:
        yield Wandelaar(wie, helft, helft.n + number, organisatie and helft.n + organisatie)
    for wie, number, _ in BETROKKEN[:2]:
        yield Wandelaar(wie, helft, helft.n + number)
    yield Wandelaar("zonder_rol", helft, helft.n + ZONDER_ROL)
    yield Wandelaar("uitgezet", helft, helft.n + UITGEZET)
    yield Wandelaar("niemand", helft, None)


def all_roles(helft: Helft) -> Actor:
    """Who holds every role in a half: see `give_all_roles`."""
    each = [Wandelaar("ieder", helft, helft.n + number).actor for number in range(10, 32)]
    held = tuple(toekenning for actor in each for toekenning in actor.toekenningen)
    begins = Toekenning(rol=Rol.PLANNER, organisatie_id=helft.n + BEGINNER)
    return replace(Wandelaar("ieder", helft, helft.n + IEDER).actor, toekenningen=(*held, begins))


async def give_all_roles(conn: Connection, *helften: Helft) -> None:
    """Let one account of each half hold every role of that half."""
    for helft in helften or (HIER, DAAR):
        await conn.execute(
            """insert into account_rollen select $1, rol, regio_code, organisatie_id from account_rollen
               where account_id between $2 + 10 and $2 + 28 on conflict do nothing""",
            helft.n + IEDER,
            helft.n,
        )
        await conn.execute(
            "insert into account_rollen values ($1, 'planner', null, $2)",
            helft.n + IEDER,
            helft.n + BEGINNER,
        )
        await conn.execute(
            """insert into kandidaat_betrokkenen (kandidaat_id, account_id, rol, periode)
               values ($1, $2, 'consulent', '[2025-01-01,)')""",
            helft.n + 1,
            helft.n + IEDER,
        )
