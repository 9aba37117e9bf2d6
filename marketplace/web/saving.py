"""What a page does with a form that was sent: write it, or come back and say what is in the way.

    async def save(request: Request) -> Response:
        form = await read_form(request, EditPlekForm)

        async def write(data: EditPlekForm) -> Response:
            await service.edit_leerwerkplek(…, versie=data.versie, gegevens=data.to_gegevens())
            return redirect(request, f"/leerwerkplekken/{plek.id}", melding="De leerwerkplek is opgeslagen.")

        async def overtaken(data: EditPlekForm) -> Response:
            now = await _plek(request)                        # what somebody else wrote meanwhile
            return await _show(request, form.overtaken_by(differences(now, data), versie=now.versie), now)

        return await save_form(request, form, write, partial(_show, request, plek=plek), overtaken)

`_show` renders with `status_code=form.status`. What is written stands in a savepoint, so that after a refusal
the page reads what others wrote and not what we began.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from marketplace.errors import Conflict, InvalidInput, Refusal, StaleVersion
from marketplace.web.fields import KorteTekst, Versie
from marketplace.web.forms import Form, read_form
from marketplace.web.overtaken import MOVED_ON
from marketplace.web.request import connection

M = TypeVar("M", bound=BaseModel)
Step = Callable[..., Awaitable[object]]  # a verb over a `versie`


class VersieForm(BaseModel):
    """The version that a page showed, of what its form or button changes."""

    versie: Versie


class WaaromForm(VersieForm):
    """A step that others feel, with why it is taken where somebody says so."""

    reden: KorteTekst | None = None


@dataclass(frozen=True, slots=True)
class Geweigerd:
    """What was in the way of a step, and what was typed with it."""

    weigering: Refusal
    form: Form[BaseModel]

    @property
    def sentence(self) -> str:
        """What was in the way."""
        return self.weigering.sentence

    @property
    def status(self) -> int:
        """The status of the page that says so."""
        return self.weigering.status


async def save_form(
    request: Request,
    form: Form[M],
    write: Callable[[M], Awaitable[Response]],
    show: Callable[[Form[M]], Awaitable[Response]],
    overtaken: Callable[[M], Awaitable[Response]] | None = None,
) -> Response:
    """What `write` answers; with errors the form as it was typed, too late what `overtaken` shows."""
    if form.data is None:
        return await show(form)
    try:
        async with (await connection(request)).transaction():
            return await write(form.data)
    except InvalidInput as refusal:
        return await show(form.with_errors(refusal.fields or {"": refusal.sentence}))
    except StaleVersion:
        if overtaken is None:
            raise
        return await overtaken(form.data)


async def take_step(
    request: Request,
    step: Step,
    done: Response,
    show: Callable[[Geweigerd], Awaitable[Response]],
    model: type[VersieForm] = VersieForm,
) -> Response:
    """Answer a button over a version: `done`, or the page as it is now with what was in the way."""
    form = await read_form(request, model)
    if form.errors.keys() - {"versie"}:
        return await show(Geweigerd(InvalidInput(), form))
    try:
        async with (await connection(request)).transaction():
            await step(**(form.data.model_dump() if form.data else {"versie": 0}))
    except StaleVersion:
        return await show(Geweigerd(StaleVersion(MOVED_ON), form))
    except Conflict as refusal:
        return await show(Geweigerd(refusal, form))
    return done
