"""A role of an account as a row of a file."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from marketplace.clock import AMSTERDAM
from marketplace.tables.choices import Choice, YesNo
from marketplace.tables.column import Column
from marketplace.tables.days import Day
from marketplace.tables.table import Table
from marketplace.tables.text import Text
from marketplace.toegang.model import EMAIL, Account, AccountRol


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRij:
    """A role that somebody holds; address, role and place together say which. Nothing secret stands in it."""

    email: Annotated[
        str, Column("E-mailadres", "Waarmee iemand inlogt.", Text(200, EMAIL, "naam@voorbeeld.nl"))
    ]
    naam: Annotated[str, Column("Naam", "Voornaam en achternaam.", Text(200))]
    rol: Annotated[str, Column("Rol", "Wat iemand kan en ziet.", Choice())]
    plaats: Annotated[str, Column("Waar", "De regio of de organisatie waar de rol geldt.", Choice())]
    aan: Annotated[
        bool | None,
        Column(
            "Aan", "Of iemand kan inloggen. Dat wijzigt u op de pagina van het account. Leeg: ja.", YesNo()
        ),
    ] = None
    laatst_ingelogd: Annotated[
        date | None,
        Column("Laatst ingelogd", "Staat er alleen om te lezen. Wat u hier invult, slaan we over.", Day()),
    ] = None


ACCOUNTS = Table.of(AccountRij, "Accounts")


def to_row(account: Account, rol: AccountRol) -> AccountRij:
    """A role of an account as a row."""
    seen = account.laatst_ingelogd
    return AccountRij(
        email=account.email,
        naam=account.naam,
        rol=rol.rol,
        plaats=rol.plaats.code,
        aan=account.actief,
        laatst_ingelogd=None if seen is None else seen.astimezone(AMSTERDAM).date(),
    )
