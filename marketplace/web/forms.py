"""Reading a form: what was typed is kept, and every error stands in Dutch at its field.

    class PlekForm(BaseModel):
        titel: KorteTekst
        dagdelen: Dagdelen
        versie: Versie

    form = await read_form(request, PlekForm)             # and on with it: `save_form` (saving.py)
    return render(request, "leerwerkplekken/bewerken.html", status_code=form.status, form=form, plek=plek)

A page that opens the form gives the values: `filled(titel=plek.titel, dagdelen=ticked(plek.dagdelen))`;
minutes are filled in with `hours_text(minutes)`, cents with `euros_text(cents)`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from http import HTTPStatus
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from starlette.datastructures import FormData
from starlette.requests import Request

from marketplace.web.fields import DAGDELEN_COUNT, Many, sentence_of
from marketplace.web.overtaken import MOVED_ON, Regel

M = TypeVar("M", bound=BaseModel)
M_co = TypeVar("M_co", bound=BaseModel, covariant=True)
Typed = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Form(Generic[M_co]):
    """A form as it stands: `typed` as left, `errors` by field ("" is the whole form), `data` when right.

    `overtaken` has what somebody else wrote meanwhile beside what was typed; None when nobody did.
    """

    typed: Typed = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    data: M_co | None = None
    overtaken: Sequence[Regel] | None = None

    @property
    def status(self) -> HTTPStatus:
        """The status of a page that shows it."""
        if self.overtaken is not None:
            return HTTPStatus.CONFLICT
        return HTTPStatus.BAD_REQUEST if self.errors else HTTPStatus.OK

    def one(self, name: str) -> str:
        """What stands in a field; empty when nothing does."""
        values = self.typed.get(name, ())
        return values[-1] if values else ""

    def many(self, name: str) -> tuple[str, ...]:
        """All boxes of this name that are ticked."""
        return tuple(self.typed.get(name, ()))

    def holds_date(self, name: str) -> bool:
        """Whether a date field can show what stands in it; browsers drop anything else."""
        return not self.one(name) or is_iso_date(self.one(name))

    def error(self, name: str) -> str | None:
        """What is wrong with a field."""
        return self.errors.get(name)

    def with_errors(self, errors: Mapping[str, str]) -> "Form[M_co]":
        """The same form with errors that only came out later."""
        return replace(self, errors={**self.errors, **errors}, data=None)

    def overtaken_by(self, rows: Sequence[Regel], **now: object) -> "Form[M_co]":
        """The same form over what is there `now` (its version), so that saving it again is a choice."""
        return replace(self, typed={**self.typed, **filled(**now).typed}, overtaken=rows)

    def moved_on(self) -> "Form[M_co]":
        """The form of a step that was overtaken: it has nothing to set beside what is there now."""
        return replace(self.with_errors({"": MOVED_ON}), overtaken=())


def is_iso_date(text: str) -> bool:
    """Whether a text is a date as browsers send it."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _text(value: object) -> str:
    """A value as a form field holds it."""
    if value is None or value is False:
        return ""
    if value is True:
        return "ja"
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else str(value)


def filled(**values: object) -> Form[BaseModel]:
    """A form that is opened with these values; a list or tuple ticks several boxes."""
    typed = {
        name: tuple(_text(item) for item in value)
        if isinstance(value, list | tuple | set | frozenset)
        else (_text(value),)
        for name, value in values.items()
    }
    return Form(typed=typed)


def ticked(mask: int) -> tuple[str, ...]:
    """The boxes of a mask of dagdelen or werkdagen."""
    return tuple(str(bit) for bit in range(DAGDELEN_COUNT) if mask >> bit & 1)


def hours_text(minutes: int) -> str:
    """Minutes as the hours field shows them: 16 or 16:30."""
    return f"{minutes // 60}:{minutes % 60:02d}" if minutes % 60 else str(minutes // 60)


def euros_text(cents: int) -> str:
    """Cents as a field of euros shows them: 18 or 18,50."""
    return f"{cents // 100},{cents % 100:02d}" if cents % 100 else str(cents // 100)


def last_day(tot: date | None) -> date | None:
    """The last day of a half-open period, as people say its end; `first_day_after` is the way back."""
    return None if tot is None else tot - timedelta(days=1)


def first_day_after(last: date | None) -> date | None:
    """The end of a half-open period whose last day was typed."""
    return None if last is None else last + timedelta(days=1)


def _is_many(info: FieldInfo) -> bool:
    """Whether a field may come several times."""
    return any(isinstance(mark, Many) for mark in info.metadata)


def _to_values(model: type[BaseModel], typed: Typed) -> dict[str, object]:
    """What pydantic gets: lists for Many; an empty field is left out, its default or `missing` speaks."""
    values: dict[str, object] = {}
    for name, info in model.model_fields.items():
        given = [value for value in typed.get(name, ()) if value.strip()]
        if _is_many(info):
            if given or info.is_required():
                values[name] = given
        elif given:
            values[name] = given[-1]
    return values


def _sentences(error: ValidationError) -> dict[str, str]:
    """One Dutch sentence per field, the first that applies."""
    found: dict[str, str] = {}
    for item in error.errors(include_url=False):
        name = str(item["loc"][0]) if item["loc"] else ""
        found.setdefault(name, sentence_of(item))
    return found


def check_form(model: type[M], typed: Typed) -> Form[M]:
    """Validate what was typed."""
    try:
        return Form(typed=typed, data=model.model_validate(_to_values(model, typed)))
    except ValidationError as error:
        return Form(typed=typed, errors=_sentences(error))


def typed_of(form: FormData, names: Iterable[str]) -> Typed:
    """The text of these fields; an uploaded file is no text. Line ends become plain ones."""
    return {
        name: tuple(value.replace("\r\n", "\n") for value in form.getlist(name) if isinstance(value, str))
        for name in names
    }


async def read_form(request: Request, model: type[M]) -> Form[M]:
    """Read and validate the form of a POST; the edge has already read it and checked its token."""
    return check_form(model, typed_of(await request.form(), model.model_fields))
