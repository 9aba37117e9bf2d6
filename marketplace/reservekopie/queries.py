"""What must be the same before and after: the rows of each table, the revision, the grants and policies."""

import json
from datetime import datetime

from marketplace.db import Connection
from marketplace.reservekopie.archive import Inhoud

# Expressions of policies are told with names as this path makes them short.
PATH = "set search_path = public"
MAJOR = "select current_setting('server_version_num')::integer / 10000"
REVISION = "select version_num from alembic_version"
TABLES = """
    select format('public.%I', relname) as tabel from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname
"""
RIGHTS = """
    select md5(coalesce(string_agg(regel, chr(10) order by regel collate "C"), '')) from (
        select format('%s %s %s', relname, case given.grantee when 0 then 'public' else
            given.grantee::regrole::text end, privilege_type) as regel
        from pg_class, aclexplode(relacl) given
        where relnamespace = 'public'::regnamespace and given.grantee <> relowner
        union all
        select format('%s.%s %s %s', relname, attname, case given.grantee when 0 then 'public' else
            given.grantee::regrole::text end, privilege_type)
        from pg_class join pg_attribute on attrelid = pg_class.oid, aclexplode(attacl) given
        where relnamespace = 'public'::regnamespace
        union all
        select format('%s %s %s', pg_proc.oid::regprocedure, case given.grantee when 0 then 'public' else
            given.grantee::regrole::text end, prosecdef)
        from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) given
        where pronamespace = 'public'::regnamespace and given.grantee <> proowner
        union all
        select format('%s %s %s', relname, relrowsecurity, relforcerowsecurity)
        from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        union all
        select format('%s %s %s %s %s %s', tablename, policyname, roles, cmd, qual, with_check)
        from pg_policies where schemaname = 'public'
    ) regels
"""
IS_EMPTY = """
    select not exists (select from pg_class where relnamespace = 'public'::regnamespace)
        and not exists (select from pg_proc where pronamespace = 'public'::regnamespace)
"""
OTHERS = """
    select count(*) from pg_stat_activity
    where datname = current_database() and usename <> current_user
"""
# The schema is as PostgreSQL makes it.
EMPTY = """
drop schema public cascade;
create schema public;
alter schema public owner to pg_database_owner;
comment on schema public is 'standard public schema';
grant usage on schema public to public;
"""


async def read_inhoud(conn: Connection, now: datetime) -> Inhoud:
    """What the snapshot of this transaction holds."""
    await conn.execute(PATH)
    rows = {
        each["tabel"]: await conn.fetchval(f"select count(*) from only {each['tabel']}")  # noqa: S608 (a table)
        for each in await conn.fetch(TABLES)
    }
    return Inhoud(
        revisie=await conn.fetchval(REVISION),
        major=await conn.fetchval(MAJOR),
        gemaakt_op=now.isoformat(timespec="seconds"),
        rijen=rows,
        rechten=await conn.fetchval(RIGHTS),
    )


def write_check(inhoud: Inhoud) -> str:
    """SQL that fails unless the database holds this; part of the transaction that puts it back."""
    expected = json.dumps(dict(inhoud.rijen))
    return f"""
{PATH};
do $controle$
declare
    naam text;
    verwacht bigint;
    gevonden bigint;
begin
    for naam, verwacht in select key, value from json_each_text($rijen${expected}$rijen$) loop
        execute 'select count(*) from only ' || naam into gevonden;
        if gevonden <> verwacht then
            raise exception 'tabel % heeft % rijen, de reservekopie %', naam, gevonden, verwacht;
        end if;
    end loop;
    if ({REVISION}) <> '{inhoud.revisie}' then
        raise exception 'de versie van de database is anders dan die van de reservekopie';
    end if;
    if ({RIGHTS}) <> '{inhoud.rechten}' then
        raise exception 'de rechten zijn anders dan in de reservekopie';
    end if;
end
$controle$;
analyze {", ".join(inhoud.rijen)};
"""  # noqa: S608 (whoever puts a file back lets it make the whole database)
