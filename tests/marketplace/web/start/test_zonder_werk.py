"""Who has no work of their own reads which role they have, what they can look at and whom to ask."""

from tests.marketplace.web.regio_site import WERKGEVER, RegioSite


async def test_a_role_without_work_is_told_what_there_is(huis: RegioSite) -> None:
    await huis.eigenaar.execute(
        "insert into rollen values ('mbo', 'Mbo', false, '{werkgever}');"
        "update account_rollen set rol = 'mbo' where rol = 'werkgever'"
    )
    async with huis.site.logged_in(WERKGEVER) as visitor:
        text = " ".join((await visitor.get("/")).text.split())
        assert "Er wacht nu niets op u" in text
        assert "Uw rol: Mbo (Voorbeeld Tuinen)." in text
        assert "Vraag het aan de beheerder van uw organisatie of regio." in text
        assert "Dit wacht op u" not in text


async def test_without_any_role_that_is_said(huis: RegioSite) -> None:
    await huis.eigenaar.execute("alter table account_rollen disable trigger niemand_sluit_buiten")
    await huis.eigenaar.execute("delete from account_rollen where rol = 'werkgever'")
    async with huis.site.logged_in(WERKGEVER) as visitor:
        text = (await visitor.get("/")).text
        assert "Uw account heeft nu geen rol." in text
        assert "niets dat u met uw account kunt bekijken" in text
