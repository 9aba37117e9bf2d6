"""What the code calls a right and what the policies of the database call one are the same."""

from marketplace.db import Connection
from marketplace.toegang import rechten

# Unions of rights that pages ask and no policy needs.
OF_PAGES = {"ziet_plekken", "bewerkt_plekken"}


async def test_the_database_and_the_code_name_the_same_roles(conn: Connection) -> None:
    rows = await conn.fetch(
        "select recht, array_agg(rol::text order by rol) as rollen from rechten group by recht"
    )
    ours = {
        name.lower(): sorted(value)
        for name, value in vars(rechten).items()
        if name.isupper() and isinstance(value, tuple) and name.lower() not in OF_PAGES
    }
    assert {row["recht"]: row["rollen"] for row in rows} == ours


async def test_every_table_of_people_firms_and_plans_is_bound(conn: Connection) -> None:
    """What is not bound holds only codes that nobody may write; a new table must say which it is."""
    open_to_all = {
        "afwijsredenen", "alembic_version", "beleidssleutels", "doelgroepen", "gemeenten",
        "organisatiesoorten", "plaatsen", "plaatsingsvormen", "postcodes", "rechten",
        "regios", "rollen", "sectoren", "trede_voorbeelden", "voorstel_overgangen", "voorwaarden",
    }  # fmt: skip
    rows = await conn.fetch(
        "select relname from pg_class"
        " where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relrowsecurity"
    )
    assert {row["relname"] for row in rows} == open_to_all


async def test_what_is_not_bound_is_not_written(conn: Connection) -> None:
    found = await conn.fetch(
        """
        select distinct relname from pg_class, unnest(array['insert', 'update', 'delete']) verb
        where relkind = 'r' and relnamespace = 'public'::regnamespace and not relrowsecurity
          and (has_table_privilege('app', oid, verb)
               or verb <> 'delete' and has_any_column_privilege('app', oid, verb))
        """
    )
    assert not found
