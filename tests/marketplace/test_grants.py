"""What web and worker may do in the database: what their code does, and no more."""

import asyncpg
import pytest

from marketplace.db import Connection

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
    ("app", "delete from erkenningen"),
    ("app", "update opleidingen set crebo = 1"),
    ("app", "delete from opleidingen"),
    ("app", "update praktijkopleiders set vestiging_id = 1"),
    ("app", "delete from praktijkopleiders"),
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
]


@pytest.mark.parametrize(("role", "sql"), FORBIDDEN)
async def test_what_no_code_does_is_not_allowed(conn: Connection, role: str, sql: str) -> None:
    await conn.execute("reset role")
    await conn.execute(f"set local role {role}")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await conn.execute(sql)
