"""Accounts with other roles than the small region has."""

from tests.marketplace.web.conftest import password_hash
from tests.marketplace.web.regio_site import RegioSite


async def give_role(
    huis: RegioSite, rol: str, *, regio_code: str | None = None, organisatie_id: int | None = None
) -> str:
    """Make an account that can come in with one role, and return its e-mail address."""
    email = f"{rol}@voorbeeld.plekwijs.nl"
    await huis.eigenaar.execute(
        "insert into rollen select $1::text, $1::text, true, array_agg(code) from organisatiesoorten"
        " on conflict do nothing",
        rol,
    )
    account = await huis.eigenaar.fetchval(
        "insert into accounts (email, naam, wachtwoord_hash, aangemaakt_op)"
        " values ($1, 'Iemand', $2, '2026-01-01') returning id",
        email,
        password_hash(),
    )
    await huis.eigenaar.execute(
        "insert into account_rollen values ($1, $2, $3, $4)", account, rol, regio_code, organisatie_id
    )
    return email
