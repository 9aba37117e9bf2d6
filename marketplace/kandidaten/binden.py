"""The verbs on who is bound to one person: bind a colleague or the person's own account, and end that."""

from datetime import date, timedelta

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound
from marketplace.kandidaten import betrokkenen
from marketplace.kandidaten.service import visible_kandidaat
from marketplace.kandidaten.vastleggen import record_kandidaat
from marketplace.kandidaten.zicht import decides
from marketplace.toegang.model import Actor, Rol


async def bind(
    conn: Connection, actor: Actor, *, clock: Clock, kandidaat_id: int, email: str, rol: Rol
) -> None:
    """Bind an account to a person from today on; raises InvalidInput with fields, NotFound for a stranger."""
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    if not decides(actor).holds(profiel):
        raise NotFound
    account_id = await betrokkenen.find_account(conn, actor, kandidaat_id=kandidaat_id, email=email, rol=rol)
    if account_id is None:
        raise InvalidInput(fields={"email": _tell_unknown(rol)})
    if await betrokkenen.has_betrokkene(conn, kandidaat_id, account_id, clock.today()):
        raise InvalidInput(fields={"email": "Dit account is al betrokken bij deze kandidaat."})
    await betrokkenen.insert_betrokkene(
        conn, actor, kandidaat_id=kandidaat_id, account_id=account_id, rol=rol, van=clock.today()
    )
    await record_kandidaat(conn, actor, clock, profiel, "betrokkene_toegevoegd", gegevens={"rol": rol.value})


async def unbind(
    conn: Connection, actor: Actor, *, clock: Clock, betrokkene_id: int, laatste_dag: date
) -> int:
    """Let a bond end after a day and return its kandidaat; raises InvalidInput, NotFound for a stranger."""
    if laatste_dag < clock.today():
        raise InvalidInput(fields={"laatste_dag": "Kies vandaag of een latere dag."})
    kandidaat_id = await betrokkenen.end_betrokkene(
        conn, actor, betrokkene_id=betrokkene_id, tot=laatste_dag + timedelta(days=1)
    )
    if kandidaat_id is None:
        raise NotFound
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    await record_kandidaat(
        conn, actor, clock, profiel, "betrokkene_beeindigd", gegevens={"laatste_dag": laatste_dag.isoformat()}
    )
    return kandidaat_id


def _tell_unknown(rol: Rol) -> str:
    """No account that fits, without saying whether there is one at all."""
    if rol in (Rol.KANDIDAAT, Rol.VERTEGENWOORDIGER):
        return "Wij kennen geen account met dit e-mailadres. Vraag de beheerder om een account te maken."
    return (
        "Wij kennen in deze regio geen account met dit e-mailadres en deze rol. "
        "Controleer het adres en de rol, of vraag de beheerder."
    )
