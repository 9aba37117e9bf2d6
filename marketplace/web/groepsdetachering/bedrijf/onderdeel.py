"""What the pages of a werkleider, a bus, an opstapplaats and an afdeling share: add, edit, archive.

Each of the four is an `Onderdeelpagina` with its form, its verbs and what its template needs besides.
"""

from abc import abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.groepsdetachering.bedrijf.eigen import own_bedrijf
from marketplace.groepsdetachering.bedrijf.model import Bedrijf
from marketplace.groepsdetachering.bedrijf.vastleggen import TABEL, Bij, Onderdeel, one_of
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.rechten import PLANT_MENSEN
from marketplace.web.fields import Versie
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.groepsdetachering.pagina import PAD, home_of, save_planned, show_bedrijf
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import Geweigerd, take_step
from marketplace.web.templating import redirect

Verb = Callable[..., Awaitable[object]]


class OnderdeelForm(BaseModel):
    """What is filled in of one; a new one has no version yet."""

    versie: Versie | None = None

    @abstractmethod
    def to_gegevens(self) -> object:
        """What its verb gets."""


def bij(request: Request) -> Bij:
    """Where a verb writes: the SW-bedrijf of this page."""
    return Bij(clock=clock(request), organisatie_id=path_id(request))


async def planned_bedrijf(request: Request) -> Bedrijf:
    """The SW-bedrijf of this page, whose people the actor plans; raises NotFound or Forbidden."""
    actor = actor_as(request, *PLANT_MENSEN)
    return await own_bedrijf(await connection(request), actor, path_id(request))


async def _nothing(_request: Request, _bedrijf: Bedrijf, _now: object) -> Mapping[str, object]:
    """What a template needs that needs no more."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderdeelpagina:
    """The pages of one kind; `fill` gives the form of a row, `context` what the template needs besides.

    `besides` are forms that stand on the page of a row too, by name, empty.
    """

    onderdeel: Onderdeel
    form: type[OnderdeelForm]
    labels: Mapping[str, str]
    add: Verb
    edit: Verb
    archive: Verb
    fill: Callable[[Any], Form[BaseModel]]
    new: Form[BaseModel] = field(default_factory=filled)
    context: Callable[[Request, Bedrijf, Any], Awaitable[Mapping[str, object]]] = _nothing

    @property
    def pad(self) -> str:
        """Where these pages stand below that of the company."""
        return f"/bedrijf/{TABEL[self.onderdeel]}"

    def routes(self) -> list[Route]:
        """The addresses."""
        one = f"{PAD}{self.pad}/{{{self.onderdeel}:int}}"
        return [
            Route(f"{PAD}{self.pad}/nieuw", self.show_new),
            Route(f"{PAD}{self.pad}/nieuw", self.create, methods=["POST"]),
            Route(one, self.show_edit),
            Route(one, self.save, methods=["POST"]),
            Route(f"{one}/archiveren", self.put_away, methods=["POST"]),
        ]

    def address(self, request: Request) -> str:
        """The page of the row of this request."""
        return f"{home_of(request)}{self.pad}/{path_id(request, self.onderdeel)}"

    async def show_new(self, request: Request) -> Response:
        """An empty form."""
        return await self._show(request, self.new, await planned_bedrijf(request), None)

    async def create(self, request: Request) -> Response:
        """Make a new one."""
        return await save_planned(
            request,
            await read_form(request, self.form),
            lambda conn, actor, data: self.add(conn, actor, bij(request), data.to_gegevens()),
            lambda wrong: self._show_wrong_new(request, wrong),
            self._done(request, "is toegevoegd"),
        )

    async def show_edit(self, request: Request) -> Response:
        """The form with what is there now."""
        return await self.show(request)

    async def save(self, request: Request) -> Response:
        """Write what was typed."""
        which = path_id(request, self.onderdeel)
        return await save_planned(
            request,
            await read_form(request, self.form),
            lambda conn, actor, data: self.edit(
                conn, actor, bij(request), which, data.versie or 0, data.to_gegevens()
            ),
            lambda wrong: self.show(request, wrong),
            self._done(request, "is opgeslagen"),
        )

    async def put_away(self, request: Request) -> Response:
        """Put one in the archive; what keeps it is said on its page."""
        actor, conn = actor_as(request, *PLANT_MENSEN), await connection(request)
        step = partial(_archive, self.archive, conn, actor, bij(request), path_id(request, self.onderdeel))
        path, melding = self._done(request, "staat in het archief")
        return await take_step(
            request,
            step,
            redirect(request, path, melding=melding),
            lambda geweigerd: self.show(request, geweigerd=geweigerd),
        )

    async def show(
        self,
        request: Request,
        form: Form[BaseModel] | None = None,
        *,
        afwezig: Form[BaseModel] | None = None,
        geweigerd: Geweigerd | None = None,
    ) -> Response:
        """The page of a row, with its forms as they stand."""
        bedrijf = await planned_bedrijf(request)
        now = one_of(getattr(bedrijf, TABEL[self.onderdeel]), path_id(request, self.onderdeel))
        return await self._show(request, form or self.fill(now), bedrijf, now, afwezig, geweigerd)

    async def _show_wrong_new(self, request: Request, form: Form[BaseModel]) -> Response:
        """The form of a new one as it was typed."""
        return await self._show(request, form, await planned_bedrijf(request), None)

    async def _show(
        self,
        request: Request,
        form: Form[BaseModel],
        bedrijf: Bedrijf,
        now: Any,  # noqa: ANN401 (any of the four)
        afwezig: Form[BaseModel] | None = None,
        geweigerd: Geweigerd | None = None,
    ) -> Response:
        """The page; `now` None makes a new one."""
        conn, actor = await connection(request), actor_as(request, *PLANT_MENSEN)
        shown = afwezig or filled()
        return show_bedrijf(
            request,
            f"bedrijf/{self.onderdeel}.html",
            bedrijf,
            form,
            shown,
            geweigerd=geweigerd,
            form=form,
            afwezigform=shown,
            labels=self.labels,
            onderdeel=self.onderdeel.value,
            nu=now,
            dit=f"{home_of(request)}{self.pad}/{now.id if now else 'nieuw'}",
            momenten=await list_geschiedenis(conn, actor, self.onderdeel, now.id) if now else [],
            **await self.context(request, bedrijf, now),
        )

    def _done(self, request: Request, what: str) -> tuple[str, str]:
        """Where one goes when something is done, and what is said."""
        return f"{home_of(request)}/bedrijf", f"De {self.onderdeel} {what}."


async def _archive(verb: Verb, *about: object, versie: int) -> None:
    """Take the step of a button over its version."""
    await verb(*about, versie)
