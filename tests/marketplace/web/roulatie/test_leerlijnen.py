"""Leerlijnen on their pages: made, filled, put in order, shared, taken over."""

from tests.marketplace.web.roulatie.conftest import EIGEN, VREEMD, Huis

LEERLIJN = {"naam": "Groen, de basis", "sector": "groen", "regio": "AM09"}


async def send(huis: Huis, path: str, email: str = EIGEN, /, **fields: object) -> tuple[int, str]:
    """Send a form of a leerlijn over its version of now."""
    versie = await huis.eigenaar.fetchval("select max(versie) from leerlijnen") or 1
    return await huis.post(f"/{path}", email, **{"versie": versie, **fields})


async def test_a_leerlijn_is_made_and_filled(huis: Huis) -> None:
    one, two, three = huis.kleine.werkprocessen
    assert "Nog geen leerlijnen" in await huis.get("//leerlijnen")
    status, path = await send(huis, "/leerlijnen/nieuw", **LEERLIJN)
    assert status == 303, path
    assert (await send(huis, f"{path}/erbij", werkprocessen=[one, two], weken=3))[0] == 303
    tuin = huis.kleine.organisaties[0]
    assert (await send(huis, f"{path}/erbij", werkprocessen=[three], weken=4, organisatie=tuin))[0] == 303
    assert "Alleen voor mensen van Voorbeeld Tuin" in await huis.get(f"/{path}")
    assert (await send(huis, f"{path}/volgorde", eerst=one, dan=two))[0] == 303
    assert "Eerst Onkruid weghalen, dan Hagen snoeien" in await huis.get(f"/{path}")
    status, page = await send(huis, f"{path}/volgorde", eerst=two, dan=one)
    assert (status, 'id="dan-fout"' in page) == (400, True)
    weken = {f"weken_{one}_0": "5", f"weken_{two}_0": "", f"weken_{three}_{tuin}": "4"}
    assert (await send(huis, f"{path}/weken", **weken))[0] == 303
    assert await huis.rows("select weken from leerlijn_werkprocessen order by 1") == [(4,), (5,)]
    assert (await send(huis, f"{path}/volgorde", eerst=one, dan=two, weg="ja"))[0] == 303
    assert "De volgorde maakt niet uit." in await huis.get(f"/{path}")


async def test_faults_stand_at_their_field(huis: Huis) -> None:
    _, path = await send(huis, "/leerlijnen/nieuw", **LEERLIJN)
    for fields, field in (
        ({**LEERLIJN, "naam": "groen,  De basis"}, "naam"),
        ({**LEERLIJN, "sector": "onzin"}, "sector"),
    ):
        status, page = await send(huis, "/leerlijnen/nieuw", **fields)
        assert (status, f'id="{field}-fout"' in page) == (400, True)
    status, page = await send(huis, f"{path}/erbij", werkprocessen=[huis.kleine.werkprocessen[0]], weken=53)
    assert (status, 'id="weken-fout"' in page) == (400, True)
    status, page = await send(huis, f"{path}/erbij", weken=4)
    assert (status, 'id="werkprocessen-fout"' in page) == (400, True)
    one = huis.kleine.werkprocessen[0]
    for werkproces, organisatie, field in ((9999, "", "werkprocessen"), (one, 9999, "organisatie")):
        erbij = {"werkprocessen": [werkproces], "weken": 4, "organisatie": organisatie}
        status, page = await send(huis, f"{path}/erbij", **erbij)
        assert (status, f'id="{field}-fout"' in page) == (400, True)
    assert (await send(huis, f"{path}/volgorde", eerst=one, dan=9999))[0] == 400
    status, page = await send(huis, f"{path}/gegevens", **{**LEERLIJN, "versie": 99})
    assert (status, "intussen gewijzigd" in page) == (409, True)


async def test_another_regio_reads_what_is_shared_and_takes_it_over(huis: Huis) -> None:
    _, path = await send(huis, "/leerlijnen/nieuw", **LEERLIJN)
    await send(huis, f"{path}/erbij", werkprocessen=[huis.kleine.werkprocessen[0]], weken=3)
    async with huis.site.logged_in(VREEMD) as stranger:
        assert (await stranger.get(path)).status_code == 404
    await send(huis, f"{path}/gegevens", naam=LEERLIJN["naam"], sector="groen", gedeeld="ja")
    page = await huis.get(f"/{path}", VREEMD)
    assert "Overnemen" in page
    assert f'action="{path}/weken"' not in page
    assert (await send(huis, f"{path}/erbij", VREEMD, werkprocessen=[1], weken=3))[0] == 403
    status, copied = await send(huis, f"{path}/overnemen", VREEMD)
    assert status == 303
    assert f'action="{copied}/weken"' in await huis.get(f"/{copied}", VREEMD)
    assert await huis.rows("select regio_code, naam from leerlijnen order by 1") == [
        ("AM07", "Groen, de basis"),
        ("AM09", "Groen, de basis"),
    ]
