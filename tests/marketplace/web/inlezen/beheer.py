"""Who keeps the catalogue and the organisaties of the small region, and a school in it."""

from tests.marketplace.web.organisaties.rollen import give_role
from tests.marketplace.web.regio_site import RegioSite


async def add_school(huis: RegioSite) -> None:
    """A mbo-school that offers one kwalificatie."""
    await huis.eigenaar.execute(
        """
        insert into organisatiesoorten (code, naam) values ('mbo', 'Mbo-school');
        insert into organisaties (naam, soort, regio_code) values ('Voorbeeldcollege', 'mbo', 'AM09');
        insert into opleidingen (organisatie_id, crebo, periode, regio_codes)
            select id, 25258, '[2026-01-01,2030-01-01)', '{AM09,AM07}' from organisaties where soort = 'mbo';
        """
    )


async def add_beheerder(huis: RegioSite) -> str:
    """The e-mail address of a beheerder of the regio."""
    return await give_role(huis, "beheerder", regio_code="AM09")
