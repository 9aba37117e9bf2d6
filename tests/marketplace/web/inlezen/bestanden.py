"""Files as people make them, sent as a browser does."""

import html
import io
import re
from collections.abc import Mapping, Sequence

import httpx2
import openpyxl

from tests.marketplace.web.site import Visitor

Rij = Mapping[str, object]


def read_rows(content: bytes) -> list[dict[str, object]]:
    """The rows of a workbook by header, without the star."""
    lines = list(openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].values)
    headers = [str(header).removesuffix(" *") for header in lines[0]]
    return [dict(zip(headers, line, strict=True)) for line in lines[1:]]


def workbook(rows: Sequence[Rij], headers: Sequence[str] = ()) -> bytes:
    """A workbook of rows by header."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    names = list(headers or rows[0])
    sheet.append(names)
    for row in rows:
        sheet.append([row.get(name) for name in names])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


async def get_rows(visitor: Visitor, soort: str) -> list[dict[str, object]]:
    """What the visitor downloads."""
    response = await visitor.get(f"/gegevens/{soort}/download.xlsx")
    assert response.status_code == 200
    return read_rows(response.content)


async def upload(visitor: Visitor, soort: str, content: bytes, name: str = "plekken.xlsx") -> httpx2.Response:
    """Send a file; the check has been done when this comes back."""
    return await visitor.client.post(
        f"/gegevens/{soort}/inlezen",
        data={"csrf": await visitor.token()},
        files={"bestand": (name, content)},
        headers={"sec-fetch-site": "same-origin"},
    )


async def read_in(visitor: Visitor, soort: str, content: bytes, name: str = "plekken.xlsx") -> str:
    """Send a file and give the path of its page."""
    response = await upload(visitor, soort, content, name)
    assert response.status_code == 303, response.text
    return response.headers["location"]


async def text_of(visitor: Visitor, path: str) -> str:
    """The words of the main part of a page."""
    page = (await visitor.get(path)).text
    words = re.sub(r"<[^>]+>", " ", page[page.index("<main") :])
    return " ".join(html.unescape(words).split())
