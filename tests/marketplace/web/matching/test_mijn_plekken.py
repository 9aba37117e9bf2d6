"""A werkgever reads where each plek is, once."""

import re

from tests.marketplace.web.regio_site import WERKGEVER
from tests.marketplace.web.werkbank import Werkbank


async def test_the_place_is_not_said_twice(bank: Werkbank) -> None:
    await bank.eigenaar.execute(
        "update leerwerkplekken set titel = 'Tuinen in Zelhem' where titel = 'Tuin aanleggen'"
    )
    async with bank.site.logged_in(WERKGEVER) as visitor:
        text = (await visitor.get("/mijn-plekken")).text
    heads = [
        " ".join(re.sub(r"<[^>]+>", " ", head).split())
        for head in re.findall(r'<th scope="row">(.*?)</th>', text, re.DOTALL)
    ]
    assert heads == ["Gras maaien in Zelhem", "Tuinen in Zelhem"]
