"""The small region with everybody in it, and what lets any of them do something as the web would."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from random import Random
from typing import Any, TypeAlias

import asyncpg

from marketplace.clock import FixedClock, monday
from marketplace.db import Connection
from marketplace.errors import Refusal, refusal_from_database
from marketplace.toegang.model import Actor, Rol, Toekenning
from marketplace.voorstellen import publicatie, store
from marketplace.voorstellen.plan import NieuwNietGeplaatst, NieuwPaar
from tests.databases import act_as
from tests.marketplace.kandidaten.rollen import add_mensen
from tests.marketplace.klein_plan import RUN
from tests.marketplace.kleine_regio import REGIO, make_regio
from tests.marketplace.regio_details import add_details

Row: TypeAlias = dict[str, Any]
BEGIN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TABLES = (
    "accounts",
    "erkenningen",
    "groepen",
    "kandidaat_betrokkenen",
    "kandidaten",
    "leerwerkplekken",
    "opleidingen",
    "organisaties",
    "persoonsgegevens",
    "plannen",
    "praktijkopleiders",
    "uitsluitingen",
    "uitzonderingen",
    "vestigingen",
    "voorstellen",
    "werkprocessen",
)
MORE = """
    insert into organisatiesoorten (code, naam) values ('mbo', 'Mbo-school') on conflict do nothing;
    insert into organisaties (naam, soort, regio_code) values ('Voorbeeld School', 'mbo', 'AM09');
    insert into rollen select code, code, true, (select array_agg(code) from organisatiesoorten)
        from unnest(array['beheerder', 'sbb_adviseur']) code;
    insert into plaatsingsvormen (code, naam, eist_erkenning) values ('detachering', 'Detachering', false);
    insert into praktijkopleiders (vestiging_id, naam) select id, 'Collega'
        from vestigingen where naam = 'Vestiging';
    insert into begeleidingscapaciteiten
        select id, '[2026-01-01,2028-01-01)', 'af_en_toe', 400
        from praktijkopleiders where naam <> 'Voorbeeld';
    insert into leerwerkplek_praktijkopleiders
        select plek.id, po.id, plek.periode from leerwerkplekken plek
        join praktijkopleiders po on po.vestiging_id = plek.vestiging_id and po.naam = 'Buurvrouw';
    insert into leerwerkplek_werkprocessen
        select plek.id, werkproces.id from leerwerkplekken plek, werkprocessen werkproces
        where plek.titel = 'Plek bij de buren' and werkproces.code = 'VB-GRO-01';
    insert into uitsluitingen (kandidaat_id, leerwerkplek_id, reden, account_id, sinds)
        select max(kandidaat.id), max(plek.id), 'Wil hier niet heen.', 1, '2026-11-01'
        from kandidaten kandidaat, leerwerkplekken plek;
    update kandidaten set praktijkleren = true, crebo = 25258, vormen = '{behoud_uitkering}'
        where kenmerk = 'K-0001';
    update leerwerkplekken set vormen = '{proefplaatsing,behoud_uitkering}';
    update leerwerkplekken set status = 'gepubliceerd' where titel = 'Plek bij de buren';
"""


class Outcome(Enum):
    """How a call ended."""

    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Over:
    """Whom or what a call was about, to see whether the actor reaches so far."""

    kandidaat: int | None = None
    organisatie: int | None = None


@dataclass(slots=True)
class Wereld:
    """A connection in a transaction that is rolled back, people, clock, and rows before a call."""

    conn: Connection
    mensen: Mapping[str, Actor]
    clock: FixedClock = field(default_factory=lambda: FixedClock(BEGIN))
    rows: Mapping[str, list[Row]] = field(default_factory=dict)

    @property
    def vandaag(self) -> date:
        """The business date."""
        return self.clock.today()

    def pass_time(self, days: int) -> None:
        """Let the clock go on."""
        self.clock = FixedClock(self.clock.now() + timedelta(days=days))

    async def look(self) -> None:
        """Read every row that somebody may act on, as superuser."""
        parts = ", ".join(
            f"'{table}', (select coalesce(jsonb_agg(to_jsonb(rij) order by rij), '[]') from {table} rij)"  # noqa: S608 (names of our own tables)
            for table in TABLES
        )
        self.rows = await self.conn.fetchval(f"select jsonb_build_object({parts})")

    def actor(self, name: str) -> Actor:
        """Somebody with the bonds to people that hold today, as a session would give."""
        who = self.mensen[name]
        bonds = tuple(
            Toekenning(rol=Rol(each["rol"]), kandidaat_id=each["kandidaat_id"])
            for each in self.rows["kandidaat_betrokkenen"]
            if each["account_id"] == who.account_id and self._holds(each["periode"])
        )
        kept = tuple(each for each in who.toekenningen if each.kandidaat_id is None)
        return replace(who, toekenningen=kept + bonds)

    def _holds(self, periode: str) -> bool:
        """Whether today lies in a range as PostgreSQL writes it."""
        van, tot = periode.strip("[)").split(",")
        return van <= self.vandaag.isoformat() and (not tot or self.vandaag.isoformat() < tot)

    async def call(self, name: str, verb: Any, seed: int) -> tuple[Outcome, Over | None]:  # noqa: ANN401 (a Verb)
        """Let somebody do one thing as role app, whole or not at all."""
        await self.look()
        savepoint = self.conn.transaction()
        await savepoint.start()
        try:
            await self.conn.execute("set local role app")
            who = self.actor(name)
            await act_as(self.conn, who)
            over = await verb(self, who, Random(seed))
            await self.conn.execute("reset role")
            await self.conn.execute("set constraints all immediate")
        except Refusal:
            await savepoint.rollback()
            return Outcome.REFUSED, None
        except asyncpg.PostgresError as error:
            await savepoint.rollback()
            if refusal_from_database(error) is None:
                raise
            return Outcome.REFUSED, None
        await self.conn.execute("set constraints all deferred")
        await savepoint.commit()
        return Outcome.DONE, over

    async def plan(self, seed: int) -> None:
        """Store a concept as the worker does: what is held stays, the others by chance."""
        await self.look()
        rnd = Random(seed)
        await self.conn.execute("reset role")
        run = await self.conn.fetchval(RUN, self.clock.now(), self.vandaag)
        await self.conn.execute("set local role worker")
        plan_id = await store.replace_concept(
            self.conn, rekenrun_id=run, regio_code=REGIO, now=self.clock.now(), cijfers={}
        )
        held = await store.list_vastgehouden(self.conn, REGIO, self.vandaag)
        refused = set(await store.list_afgewezen(self.conn, REGIO))
        by_kandidaat = {each.kandidaat_id: (each.leerwerkplek_id, each.startweek) for each in held}
        paren, niet = [], []
        for kandidaat in self.rows["kandidaten"]:
            if kandidaat["status"] != "matchbaar":
                continue
            pair = self._pair(kandidaat, by_kandidaat.get(kandidaat["id"]), refused, rnd)
            if pair is None:
                niet.append(NieuwNietGeplaatst(kandidaat_id=kandidaat["id"], reden="plaatsen_vol", uitleg={}))
            else:
                paren.append(pair)
        ids = await store.upsert_voorstellen(self.conn, paren)
        await store.insert_plan_voorstellen(self.conn, plan_id, paren, ids)
        await store.insert_niet_geplaatst(self.conn, plan_id, niet)
        await publicatie.lapse(self.conn, REGIO, self.vandaag)
        await self.conn.execute("reset role")

    def _pair(
        self, kandidaat: Row, held: tuple[int, date | None] | None, refused: set[tuple[int, int]], rnd: Random
    ) -> NieuwPaar | None:
        """What the plan proposes to one kandidaat."""
        free = [
            each["id"]
            for each in self.rows["leerwerkplekken"]
            if each["status"] == "gepubliceerd"
            and (kandidaat["id"], each["id"]) not in refused
            and set(each["vormen"]) & set(kandidaat["vormen"])
        ]
        if held is None and (not free or rnd.random() < 0.1):
            return None
        plek, startweek = held or (rnd.choice(free), None)
        vormen = next(each["vormen"] for each in self.rows["leerwerkplekken"] if each["id"] == plek)
        both = sorted(set(vormen) & set(kandidaat["vormen"])) or list(kandidaat["vormen"])
        return NieuwPaar(
            kandidaat_id=kandidaat["id"],
            leerwerkplek_id=plek,
            startweek=startweek or monday(self.vandaag) + timedelta(weeks=rnd.randint(1, 4)),
            weken=kandidaat["weken"],
            vorm=rnd.choice(both),
            uitleg={"reisminuten": 40},
        )


async def make_wereld(conn: Connection) -> Wereld:
    """Fill an empty database, as superuser, with the region and everybody who may act on it."""
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    mensen = await add_mensen(conn, regio)
    await conn.execute("reset role")
    await conn.execute(MORE)
    beheerder = await _in_regio(conn, "beheerder", Rol.BEHEERDER)
    adviseur = await _in_regio(conn, "adviseur", Rol.SBB_ADVISEUR)
    names = (
        "planner",
        "vreemde_planner",
        "jobcoach",
        "vreemde_jobcoach",
        "consulent",
        "kandidaat",
        "coordinator",
    )
    return Wereld(
        conn,
        {
            "eigen": regio.eigen,
            "vreemd": regio.vreemd,
            "werkgever": regio.werkgever,
            "buurman": details.buurman,
            "beheerder": beheerder,
            "adviseur": adviseur,
            **{name: getattr(mensen, name) for name in names},
        },
    )


async def _in_regio(conn: Connection, name: str, rol: Rol) -> Actor:
    """An account with a role in the region."""
    email = f"{name}@voorbeeld.plekwijs.nl"
    number = await conn.fetchval(
        "insert into accounts (email, naam, wachtwoord_hash, aangemaakt_op)"
        " values ($1, $2, 'geen', '2026-01-01') returning id",
        email,
        name,
    )
    await conn.execute("insert into account_rollen values ($1, $2, $3, null)", number, rol, REGIO)
    return Actor(
        account_id=number, naam=name, email=email, toekenningen=(Toekenning(rol=rol, regio_code=REGIO),)
    )


def reaches(wereld: Wereld, name: str, over: Over) -> bool:
    """Whether somebody with a role at one organisatie or for one person had a right to act so far."""
    who = wereld.mensen[name]
    if name in ("werkgever", "buurman"):
        return over.organisatie in who.organisaties_als(Rol.WERKGEVER)
    if name == "planner":
        return any(
            each["id"] == over.kandidaat and each["sw_bedrijf_id"] in who.organisaties_als(Rol.PLANNER)
            for each in wereld.rows["kandidaten"]
        )
    if name in ("jobcoach", "vreemde_jobcoach", "consulent", "kandidaat"):
        return over.kandidaat in wereld.actor(name).kandidaten_als(*Rol)
    return True
