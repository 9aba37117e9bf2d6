"""Accounts to play with; everybody may know their password, so they belong in no real installation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from marketplace.toegang.wachtwoorden import hash_password
from seed.gebied import REGIO
from seed.verhaal import GEVALLEN

if TYPE_CHECKING:
    from seed.kalender import Kalender
    from seed.rijen import Rijen

PASSWORD = "plekwijs-demo"  # noqa: S105 - printed at the end of ./dev demo
WERKGEVER = "Voorbeeld Hoveniers Zelhem"
SW_BEDRIJF = "Voorbeeld Ontwikkelbedrijf Achterhoek"
GEMEENTE = "Voorbeeld Gemeente"
MBO = "Voorbeeldschool Achterhoek"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAccount:
    """One account with one role, where it holds, and the kenmerken of the people it is bound to."""

    email: str
    naam: str
    rol: str
    regio_code: str | None = None
    organisatie: str | None = None
    kandidaten: tuple[str, ...] = ()
    password: str = PASSWORD


ACCOUNTS: tuple[DemoAccount, ...] = (
    DemoAccount(
        email="accountmanager@voorbeeld.plekwijs.nl",
        naam="Ankie Voorbeeld-Groot",
        rol="accountmanager",
        regio_code=REGIO,
    ),
    DemoAccount(
        email="werkgever@voorbeeld.plekwijs.nl",
        naam="Wim Voorbeeld-Wolters",
        rol="werkgever",
        organisatie=WERKGEVER,
    ),
    DemoAccount(
        email="beheerder@voorbeeld.plekwijs.nl",
        naam="Bea Voorbeeld-Hoek",
        rol="beheerder",
        regio_code=REGIO,
    ),
    DemoAccount(
        email="regiocoordinator@voorbeeld.plekwijs.nl",
        naam="Riet Voorbeeld-Berkel",
        rol="regiocoordinator",
        regio_code=REGIO,
    ),
    DemoAccount(
        email="beheerder-organisatie@voorbeeld.plekwijs.nl",
        naam="Hilde Voorbeeld-Wolters",
        rol="beheerder",
        organisatie=WERKGEVER,
    ),
    DemoAccount(
        email="praktijkopleider@voorbeeld.plekwijs.nl",
        naam="Paul Voorbeeld-Berg",
        rol="praktijkopleider",
        organisatie=WERKGEVER,
    ),
    DemoAccount(
        email="mbo@voorbeeld.plekwijs.nl",
        naam="Marit Voorbeeld-Smit",
        rol="mbo",
        organisatie=MBO,
    ),
    DemoAccount(
        email="sbb@voorbeeld.plekwijs.nl",
        naam="Sam Voorbeeld-Dijk",
        rol="sbb_adviseur",
        regio_code=REGIO,
    ),
    DemoAccount(
        email="accountmanager-arnhem@voorbeeld.plekwijs.nl",
        naam="Mees Voorbeeld-Rijn",
        rol="accountmanager",
        regio_code="AM07",
    ),
    DemoAccount(
        email="planner@voorbeeld.plekwijs.nl",
        naam="Pien Voorbeeld-Slinge",
        rol="planner",
        organisatie=SW_BEDRIJF,
    ),
    DemoAccount(
        email="werkleider@voorbeeld.plekwijs.nl",
        naam="Greet Voorbeeld-Kolkman",
        rol="werkleider",
        organisatie=SW_BEDRIJF,
    ),
    DemoAccount(
        email="jobcoach@voorbeeld.plekwijs.nl",
        naam="Joost Voorbeeld-Berkel",
        rol="jobcoach",
        organisatie=SW_BEDRIJF,
        kandidaten=GEVALLEN["een_dag_buiten"].kandidaten + GEVALLEN["volle_praktijkopleider"].kandidaten,
    ),
    DemoAccount(
        email="consulent@voorbeeld.plekwijs.nl",
        naam="Coby Voorbeeld-Graaf",
        rol="consulent",
        organisatie=GEMEENTE,
        kandidaten=GEVALLEN["didam_neede"].kandidaten + GEVALLEN["reist_niet_alleen"].kandidaten,
    ),
    DemoAccount(
        email="kandidaat@voorbeeld.plekwijs.nl",
        naam="Kandidaat van het voorbeeld",
        rol="kandidaat",
        kandidaten=GEVALLEN["een_dag_buiten"].kandidaten,
    ),
)


def add_accounts(rijen: Rijen, kalender: Kalender) -> dict[str, int]:
    """Add the accounts with their role, and give their ids; the password they share is hashed once."""
    found = {}
    hashed = hash_password(PASSWORD)
    rijen.add_numbered(
        "organisaties",
        naam=GEMEENTE,
        soort="gemeente",
        regio_code=REGIO,
        voorbeeld=True,
        bron="voorbeeld, verzonnen",
    )
    people = {row["kenmerk"]: row["id"] for row in rijen.tables["kandidaten"]}
    organisaties = {row["naam"]: row["id"] for row in rijen.tables["organisaties"]}
    for account in ACCOUNTS:
        number = found[account.email] = rijen.add_numbered(
            "accounts",
            email=account.email,
            naam=account.naam,
            wachtwoord_hash=hashed,
            actief=True,
            aangemaakt_op=datetime.combine(kalender.maandag, time(7), UTC),
        )
        if account.regio_code or account.organisatie:
            rijen.add(
                "account_rollen",
                account_id=number,
                rol=account.rol,
                regio_code=account.regio_code,
                organisatie_id=organisaties[account.organisatie] if account.organisatie else None,
            )
        for kenmerk in account.kandidaten:
            rijen.add_numbered(
                "kandidaat_betrokkenen",
                kandidaat_id=people[kenmerk],
                account_id=number,
                rol=account.rol,
                periode=kalender.periode(-26),
            )
    return found
