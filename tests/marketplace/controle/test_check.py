"""Every invariant that is broken by hand is told, and only that one."""

import re
from datetime import date

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.controle.service import REGELS, check
from marketplace.db import Connection
from marketplace.embedded import Dsns
from marketplace.voorstellen import service
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import KleineRegio, make_regio
from tests.marketplace.regio_details import Details, add_details
from tests.marketplace.test_main import run

# A yes at the first plek with its weeks, and a second person who only stands in the plan.
Stand = tuple[KleineRegio, Details, int]


@pytest.fixture
async def stand(conn: Connection, clock: FixedClock) -> Stand:
    """An akkoord by the services, a concept plan, and then no trigger and no constraint any more."""
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    plan = await keep_plan(conn, regio, clock, (0, 0), (1, 1), zonder=[2])
    voorstel = await service.visible_voorstel(conn, regio.eigen, await voorstel_of(conn, regio, plan, 0))
    said = await service.discuss(
        conn, regio.eigen, clock=clock, voorstel_id=voorstel.id, versie=voorstel.versie, ja_op=clock.today()
    )
    assert said.inplanning is not None
    await service.accept(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=said.id,
        versie=said.versie,
        startweek=said.inplanning.startweek,
    )
    await conn.execute("reset role")
    await conn.execute("set constraints all immediate")
    await conn.execute("set local session_replication_role = replica")
    await _drop_guards(conn)
    return regio, details, voorstel.id


async def _drop_guards(conn: Connection) -> None:
    """Drop every check, exclusion and unique index that is no primary key, until the rollback."""
    for row in await conn.fetch(
        """
        select conrelid::regclass::text as tabel, quote_ident(conname) as naam from pg_constraint
        where contype in ('c', 'u', 'x') and conrelid <> 0 and connamespace = 'public'::regnamespace
        """
    ):
        await conn.execute(f"alter table {row['tabel']} drop constraint {row['naam']} cascade")
    for row in await conn.fetch(
        """
        select indexrelid::regclass::text as naam from pg_index index
        join pg_class on pg_class.oid = index.indrelid and relnamespace = 'public'::regnamespace
        where indisunique and not indisprimary
        """
    ):
        await conn.execute(f"drop index {row['naam']}")


BREAKS = {
    "plaatsen": """
        insert into bezetting
            select (select max(id) from kandidaten), leerwerkplek_id, praktijkopleider_id, week,
            0, 'plaatsing' from bezetting limit 1""",
    "begeleiding": "update begeleidingscapaciteiten set minuten_per_week = 299",
    "week_buiten_periode": """
        update leerwerkplekken set periode = '[2026-12-07,2027-11-01)' where id = {plek};
        update leerwerkplek_praktijkopleiders set periode = '[2026-11-01,2027-11-01)'""",
    "andere_praktijkopleider": """
        update bezetting set praktijkopleider_id = {po};
        insert into begeleidingscapaciteiten values ({po}, '[2026-01-01,2028-01-01)', 'af_en_toe', 360)""",
    "akkoord_zonder_weken": "delete from bezetting where week = (select max(week) from bezetting)",
    "weken_zonder_akkoord": """
        insert into bezetting select kandidaat_id, leerwerkplek_id, {eigen_po}, '2027-03-01', 1, 'voorstel',
            id
        from voorstellen where id <> {voorstel}""",
    "een_ja": """
        update voorstellen set kandidaat_id = (select kandidaat_id from voorstellen where id = {voorstel}),
            pin_reden = 'Toch.', pin_tot = '2026-12-24', pin_door = 1 where id <> {voorstel};
        delete from plan_voorstellen where voorstel_id <> {voorstel}""",
    "ja_vastgelegd": "update voorstellen set ja_vastgelegd_door = null where id = {voorstel}",
    "afwijzing_met_reden": "update voorstellen set afwijsreden = 'te_ver' where id <> {voorstel}",
    "belofte_aan_wie_zoekt": """
        update kandidaten set status = 'afgerond'
        where id = (select kandidaat_id from voorstellen where id = {voorstel})""",
    "belofte_op_open_plek": "update leerwerkplekken set status = 'concept' where id = {plek}",
    "erkenning_bij_het_ja": """
        update kandidaten set praktijkleren = true, crebo = 25258, vormen = '{{behoud_uitkering}}';
        update plan_voorstellen set vorm = 'behoud_uitkering';
        update erkenningen set periode = '[2020-01-01,2026-11-23)'""",
    "een_plan": """
        insert into plannen (rekenrun_id, regio_code, planner, status, gemaakt_op, cijfers)
        select rekenrun_id, regio_code, planner, status, gemaakt_op, cijfers from plannen""",
    "gepubliceerd_met_moment": "update plannen set status = 'historie'",
    "eenmaal_in_een_plan": """
        insert into plan_niet_geplaatst select plan_id, kandidaat_id, 'geen', '{{}}'
        from plan_voorstellen limit 1""",
    "paar_van_het_plan": "update plan_voorstellen set leerwerkplek_id = {plek}",
    "een_rekenrun": """
        insert into rekenruns (planner, regio_code, gevraagd_op, vandaag, seconden, seed, status)
        select 'matching', 'AM09', '2026-11-20', '2026-11-20', 1, 1, unnest(array['bezig', 'wachtrij'])""",
    "wie_begeleidt": """
        insert into leerwerkplek_praktijkopleiders
        values ({buren_plek}, {eigen_po}, '[2026-12-01,2027-01-01)')""",
    "een_die_begeleidt": """
        insert into leerwerkplek_praktijkopleiders
        values ({plek}, {po}, '[2027-02-01,2027-03-01)');
        update praktijkopleiders
        set vestiging_id = (select vestiging_id from leerwerkplekken where id = {plek})""",
    "wie_vertrok": """
        delete from leerwerkplek_praktijkopleiders where leerwerkplek_id <> {plek};
        update leerwerkplek_praktijkopleiders set periode = '[2026-11-01,2027-06-01)';
        update praktijkopleiders set tot = '2027-06-01' where id = {eigen_po}""",
    "een_tijd": """
        insert into begeleidingscapaciteiten
        values ({eigen_po}, '[2026-02-01,2026-03-01)', 'af_en_toe', 60)""",
    "een_erkenning": """
        insert into erkenningen (vestiging_id, crebo, periode, gecontroleerd_op)
        select vestiging_id, crebo, '[2027-01-01,)', '2026-01-01' from erkenningen""",
    "plek_zonder_werk": "delete from leerwerkplek_werkprocessen where leerwerkplek_id = {plek}",
    "archief_is_leeg": """
        update vestigingen set gearchiveerd_op = '2026-11-20', versie = 2 where id = {buren};
        insert into gebeurtenissen (tijd, soort, onderwerp, onderwerp_id)
        values ('2026-11-20', 'vestiging_gearchiveerd', 'vestiging', {buren})""",
    "archief_biedt_niets": """
        update leerwerkplekken set status = 'gesloten' where id = {buren_plek};
        update organisaties set gearchiveerd_op = '2026-11-20' where naam = 'Voorbeeld Elders'""",
    "stand_van_iemand": """
        update kandidaten set gearchiveerd_op = '2026-11-20'
        where id not in (select kandidaat_id from voorstellen)""",
    "een_band": """
        insert into kandidaat_betrokkenen (kandidaat_id, account_id, rol, periode)
        select (select min(id) from kandidaten), 1, 'jobcoach',
            unnest(array['[2026-01-01,)', '[2026-02-01,)']::daterange[])
        """,
    "groep_in_regio": """
        insert into groepen (regio_code, naam, sector, status) values ('AM07', 'Groep', 'groen', 'aangemeld');
        insert into groep_kandidaten select (select max(id) from groepen), min(id) from kandidaten""",
    "inzage_vastgelegd": """
        insert into gebeurtenissen (tijd, account_id, soort, onderwerp, onderwerp_id)
        select '2026-11-20', 1, 'persoonsgegevens_ingezien', 'kandidaat', min(id) from kandidaten""",
    "inzage_in_geschiedenis": """
        insert into persoonsgegevens_inzagen (kandidaat_id, account_id, tijd, doel)
        select min(id), 1, '2026-11-20', 'Zomaar kijken' from kandidaten""",
    "stand_volgt_geschiedenis": """
        delete from gebeurtenissen where soort = 'voorstel_besproken'""",
    "ja_zonder_geschiedenis": """
        update voorstellen set status = 'afgewezen', afwijsreden = 'te_ver', afgewezen_door = 'kandidaat'
        where id <> {voorstel}""",
    "versie_stijgt": "update voorstellen set versie = 2 where id = {voorstel}",
}
# Who leads outside the period of the plek is told too.
ALSO = {"week_buiten_periode": {"wie_begeleidt"}}


def test_every_rule_has_something_that_breaks_it() -> None:
    assert sorted(BREAKS) == sorted(regel.naam for regel in REGELS)


async def test_what_the_services_did_breaks_nothing(conn: Connection, stand: Stand, vandaag: date) -> None:
    assert stand
    assert await check(conn, vandaag) == []


@pytest.mark.parametrize("naam", list(BREAKS))
async def test_what_is_broken_is_told_in_a_sentence(
    conn: Connection, stand: Stand, vandaag: date, naam: str
) -> None:
    regio, details, voorstel = stand
    sql = BREAKS[naam].format(
        plek=regio.plekken[0],
        voorstel=voorstel,
        eigen_po=details.praktijkopleider,
        po=details.buren_praktijkopleider,
        buren=details.buren_vestiging,
        buren_plek=details.buren_plek,
    )
    await conn.execute(sql)
    found = await check(conn, vandaag)
    assert {each.regel for each in found} - ALSO.get(naam, set()) == {naam}
    assert all(re.fullmatch(r"[A-Z].+\.", each.zin) for each in found)


async def test_the_example_regio_is_clean(seeded_conn: Connection, vandaag: date) -> None:
    await seeded_conn.execute("reset role")
    assert await check(seeded_conn, vandaag) == []


async def test_the_command_says_that_all_is_well_and_what_is_not(seeded_database: Dsns) -> None:
    addresses = {
        "DATABASE_URL": seeded_database.app,
        "DATABASE_URL_EIGENAAR": seeded_database.eigenaar,
        "PLEKWIJS_VANDAAG": "2026-11-20",
    }
    clean = run("check", **addresses)
    assert (clean.returncode, clean.stdout) == (
        0,
        f"{len(REGELS)} regels nagekeken, 0 keer klopt er iets niet.\n",
    )
    conn = await asyncpg.connect(seeded_database.eigenaar)
    await conn.execute(
        "delete from leerwerkplek_werkprocessen where leerwerkplek_id = (select min(id) from leerwerkplekken)"
    )
    await conn.close()
    broken = run("check", **addresses)
    assert broken.returncode == 1
    assert "plek_zonder_werk: Plek 1 is gepubliceerd" in broken.stdout
