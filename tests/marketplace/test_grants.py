"""What web and worker may do in the database: what their code does, and no more."""

import asyncpg
import pytest

from marketplace.db import Connection
from tests.marketplace.kleine_regio import make_regio
from tests.marketplace.regio_details import add_details

FORBIDDEN = [
    ("worker", "select wachtwoord_hash from accounts"),
    ("worker", "select email from accounts"),
    ("worker", "select from sessies"),
    ("worker", "select from persoonsgegevens"),
    ("worker", "select reden from gebeurtenissen"),
    ("worker", "update leerwerkplekken set versie = 1"),
    ("worker", "insert into leerwerkplekken default values"),
    ("worker", "update praktijkopleiders set versie = 1"),
    ("worker", "insert into rekenruns default values"),
    ("worker", "update plannen set gepubliceerd_door = 1"),
    ("worker", "insert into bezetting default values"),
    ("app", "update accounts set wachtwoord_hash = 'x'"),
    ("app", "insert into accounts default values"),
    ("app", "update account_rollen set rol = 'beheerder'"),
    ("app", "select token_hash from links"),
    ("app", "update links set gebruikt_op = null"),
    ("app", "update links set account_id = 1"),
    ("app", "delete from links"),
    ("app", "update sessies set verloopt_op = now()"),
    ("app", "delete from sessies"),
    ("app", "update gebeurtenissen set reden = ''"),
    ("app", "update leerwerkplekken set vestiging_id = 1"),
    ("app", "update organisaties set regio_code = 'AM07'"),
    ("app", "delete from organisaties"),
    ("app", "update vestigingen set organisatie_id = 1"),
    ("app", "delete from vestigingen"),
    ("app", "update erkenningen set crebo = 1"),
    ("app", "update opleidingen set crebo = 1"),
    ("app", "update praktijkopleiders set vestiging_id = 1"),
    ("worker", "insert into organisaties default values"),
    ("app", "update leerwerkplekken set regio_code = 'AM07'"),
    ("app", "update leerwerkplek_werkprocessen set werkproces_id = 1"),
    ("app", "update leerwerkplek_praktijkopleiders set praktijkopleider_id = 1"),
    ("worker", "delete from kandidaten"),
    ("app", "update kandidaten set kenmerk = 'K-0000'"),
    ("app", "update kandidaten set sw_bedrijf_id = 1"),
    ("app", "update kandidaten set regio_code = 'AM07'"),
    ("app", "update kandidaat_sectorwensen set rang = 1"),
    ("app", "update kandidaat_werkprocessen set stand = 'bewezen'"),
    ("app", "update groepen set regio_code = 'AM07'"),
    ("app", "delete from groep_kandidaten"),
    ("app", "update begeleidingscapaciteiten set praktijkopleider_id = 1"),
    ("app", "select naam from persoonsgegevens"),
    ("app", "delete from persoonsgegevens"),
    ("app", "update persoonsgegevens set kandidaat_id = 1"),
    ("worker", "select toon_persoonsgegevens(1, 'kijken')"),
    ("app", "insert into persoonsgegevens_inzagen default values"),
    ("app", "update persoonsgegevens_inzagen set doel = 'anders'"),
    ("app", "delete from persoonsgegevens_inzagen"),
    ("app", "update uitsluitingen set reden = ''"),
    ("app", "delete from uitsluitingen"),
    ("app", "update rekenruns set uitkomst = null"),
    ("app", "insert into plannen default values"),
    ("app", "update plannen set cijfers = '{}'"),
    ("app", "insert into voorstellen default values"),
    ("app", "insert into plan_voorstellen default values"),
    ("app", "update bezetting set minuten = 0"),
    ("app", "update leerlijnen set regio_code = 'AM07'"),
    ("app", "delete from roulaties"),
    ("app", "update roulaties set groep_id = 1"),
    ("app", "delete from roulatie_roosters"),
    ("app", "update roulatie_roosters set basis_id = null"),
    ("app", "update roulatie_zetten set naar = '[]'"),
    ("app", "delete from roulatie_terugblikken"),
    ("app", "delete from roulatie_oordelen"),
    ("app", "insert into roulatie_aanbiedingen default values"),
    ("worker", "update roulaties set versie = 1"),
    ("worker", "update roulatie_roosters set status = 'gepubliceerd'"),
    ("worker", "delete from roulatie_cellen"),
    ("worker", "select from roulatie_aanbiedingen"),
]


@pytest.mark.parametrize(("role", "sql"), FORBIDDEN)
async def test_what_no_code_does_is_not_allowed(conn: Connection, role: str, sql: str) -> None:
    await conn.execute("reset role")
    await conn.execute(f"set local role {role}")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await conn.execute(sql)


REMOVED = {"kwalificaties": "crebo", "praktijkopleiders": "id", "erkenningen": "id", "opleidingen": "id"}


@pytest.mark.parametrize("table", REMOVED)
@pytest.mark.parametrize(
    ("status", "was", "goes"),
    [("terugdraaien", None, True), ("geschreven", None, False), ("terugdraaien", {"naam": "Oud"}, False)],
)
async def test_nothing_of_these_goes_but_what_the_file_made_that_is_undone(
    conn: Connection, table: str, status: str, was: object, *, goes: bool
) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    await conn.execute("reset role")
    await conn.execute("delete from erkenning_werkprocessen; delete from leerwerkplek_praktijkopleiders")
    await conn.execute("update kandidaten set crebo = null")
    if table == "kwalificaties":
        await conn.execute(
            "insert into kwalificaties select 25999, 23999, 'Proef', 'Proef', 1, sector, geldig, bron"
            " from kwalificaties"
        )
    key = await conn.fetchval(f"select max({REMOVED[table]}) from {table}")  # noqa: S608 (names of REMOVED)
    file = await conn.fetchval(
        """
        insert into inlezingen (account_id, soort, bestandsnaam, sha256, status, aangemaakt_op, teken_op,
            vervalt_op)
        values ($1, $2, 'proef.csv', '', $3, now(), now(), now()) returning id
        """,
        regio.eigen.account_id,
        table,
        status,
    )
    await conn.execute("insert into inlezing_rijen values ($1, 2, $2, 1, $3)", file, key, was)
    await conn.execute("select set_config('app.inlezing', $1, true)", str(file))
    await conn.execute("set local role app_ongebonden")
    delete = conn.execute(f"delete from {table} where {REMOVED[table]} = $1", key)  # noqa: S608 (idem)
    if goes:
        assert await delete == "DELETE 1"
    else:
        with pytest.raises(asyncpg.PostgresError, match="Dit blijft staan"):
            await delete
