"""The append-only record of who did what, when and why.

Every service that changes something calls `append_gebeurtenis` in the same transaction, so that who reads a
region after `wait_for_changes` sees every change that was dated before, and none that is dated later.
`soort`, `onderwerp` and the keys of `gegevens` are lower-case words (`leerwerkplek_gepubliceerd`,
`leerwerkplek`); it holds no name, contact or other personal data. An edit names its fields with what they
were and are, `{"velden": {"titel": ["oud", "nieuw"]}}`, of personal data only their names,
`{"velden": {"telefoon": null}}`: `changes` makes it, and `web/geschiedenis` has the words. `organisatie_id`
is the organisatie whose own people may read it.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.toegang.model import Actor

LOCK = 1  # of the advisory locks: one for each region


async def wait_for_changes(conn: Connection, regio_code: str) -> None:
    """Wait for the changes of a region that are under way; new ones wait until this transaction ends."""
    await conn.execute("select pg_advisory_xact_lock($1, hashtext($2))", LOCK, regio_code)


async def append_gebeurtenis(  # noqa: PLR0913 (a row of the record, every column by name)
    conn: Connection,
    *,
    clock: Clock,
    actor: Actor | None,
    soort: str,
    onderwerp: str,
    onderwerp_id: int | None,
    regio_code: str | None,
    organisatie_id: int | None = None,
    reden: str | None = None,
    gegevens: Mapping[str, object] | None = None,
) -> None:
    """Write one gebeurtenis; `actor` None means the system itself (the worker)."""
    if regio_code is not None:  # before the clock is read
        await conn.execute("select pg_advisory_xact_lock_shared($1, hashtext($2))", LOCK, regio_code)
    await conn.execute(
        """
        insert into gebeurtenissen
            (tijd, account_id, soort, onderwerp, onderwerp_id, regio_code, reden, gegevens, organisatie_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        clock.now(),
        actor.account_id if actor else None,
        soort,
        onderwerp,
        onderwerp_id,
        regio_code,
        reden,
        dict(gegevens or {}),
        organisatie_id,
    )


def changes(
    before: object, after: object, fields: Iterable[str], *, personal: Collection[str] = ()
) -> dict[str, list[object] | None]:
    """What these fields were and are, as `velden` of a gebeurtenis; those in `personal` only by name."""
    return {
        name: None if name in personal else [_plain(getattr(before, name)), _plain(getattr(after, name))]
        for name in fields
    }


def _plain(value: object) -> object:
    """A value as JSON holds it; dates as ISO texts."""
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(each) for each in value] if isinstance(value, tuple) else value
