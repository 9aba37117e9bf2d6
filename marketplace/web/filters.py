"""The filters of a list and which page of it is shown: a GET form of which nonsense narrows nothing.

    class FilterForm(Filters):
        sector: KorteTekst | None = None

    form, filters = read_filters(request, FilterForm)

The template gets both and shows the count, the pages and the empty state with `layout/lijst.html`.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar
from urllib.parse import urlencode

from pydantic import BaseModel, Field
from starlette.requests import Request

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.web.fields import Geheel
from marketplace.web.forms import Form, check_form
from marketplace.zoeken.zoek import Gevonden, search

PER_PAGE = 50
F = TypeVar("F", bound="Filters")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Blad(Generic[R]):
    """One page of rows, out of how many."""

    regels: Sequence[R]
    totaal: int


class Filters(BaseModel):
    """Which page of a list is asked for; a room adds what its list can be narrowed to."""

    pagina: Annotated[Geheel, Field(ge=1, le=10_000)] = 1

    @property
    def vanaf(self) -> int:
        """How many rows come before the page."""
        return (self.pagina - 1) * PER_PAGE

    @property
    def aantal(self) -> int:
        """How many rows a page has."""
        return PER_PAGE

    @property
    def zoek(self) -> str:
        """The query string of what was narrowed; empty when nothing was."""
        return urlencode(self.model_dump(mode="json", exclude={"pagina"}, exclude_none=True))

    def cut(self, rows: Sequence[R]) -> Blad[R]:
        """The page that is asked for, out of rows that are all here."""
        return Blad(rows[self.vanaf : self.vanaf + self.aantal], len(rows))

    def query(self, pagina: int) -> str:
        """The query string of another page of the same list."""
        return f"?{self.zoek}{'&' if self.zoek else ''}pagina={pagina}"


def read_filters(request: Request, model: type[F]) -> tuple[Form[F], F]:
    """What stands in the filters, and what they come to."""
    typed = {name: tuple(request.query_params.getlist(name)) for name in model.model_fields}
    form = check_form(model, typed)
    return form, form.data or model()


async def search_words(
    conn: Connection,
    actor: Actor,
    woorden: str | None,
    list_zoekteksten: Callable[[Connection, Actor], Awaitable[list[tuple[int, str]]]],
) -> Gevonden[int] | None:
    """What was found among the rows that the actor may see, which are read only then; None: nothing asked."""
    return await search(woorden, await list_zoekteksten(conn, actor)) if woorden else None
