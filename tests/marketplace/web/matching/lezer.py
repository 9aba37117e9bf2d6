"""A regiocoordinator in the region of the workbench."""

from tests.marketplace.kleine_regio import REGIO
from tests.marketplace.web.conftest import password_hash
from tests.marketplace.web.werkbank import Werkbank


async def add_lezer(bank: Werkbank, regio_code: str = REGIO) -> str:
    """Somebody who reads this region and decides nothing; returns the address to come in with."""
    email = f"lezer-{regio_code.lower()}@voorbeeld.plekwijs.nl"
    await bank.eigenaar.execute(
        "insert into rollen values ('regiocoordinator', 'Coördinator', true, '{}') on conflict do nothing"
    )
    number = await bank.eigenaar.fetchval(
        "insert into accounts (email, naam, wachtwoord_hash, aangemaakt_op)"
        " values ($1, 'Lezer', $2, '2026-01-01') returning id",
        email,
        password_hash(),
    )
    await bank.eigenaar.execute(
        "insert into account_rollen values ($1, 'regiocoordinator', $2, null)", number, regio_code
    )
    return email
