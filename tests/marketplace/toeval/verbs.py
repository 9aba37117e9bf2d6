"""Everything that anybody can do, and who may at most; all others are strangers to it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from marketplace.toegang.model import Actor
from tests.marketplace.toeval import mensen_verbs, plek_verbs, voorstel_verbs
from tests.marketplace.toeval.wereld import Over, Wereld

Do: TypeAlias = Callable[[Wereld, Actor, Random], Awaitable[Over | None]]


@dataclass(frozen=True, slots=True)
class Verb:
    """`rows` is the table from which it chooses what it is about; without any there is nothing to do."""

    do: Do
    may: tuple[str, ...]
    rows: str


EIGEN = ("eigen",)
AT_PLEKKEN = ("eigen", "werkgever", "buurman")
AT_ORGANISATIES = (*AT_PLEKKEN, "beheerder")
DECIDES = ("eigen", "planner")
GUIDES = ("jobcoach", "vreemde_jobcoach", "consulent")
KNOWS = (*DECIDES, *GUIDES, "kandidaat")

VERBS: Mapping[str, Verb] = {
    "discuss": Verb(voorstel_verbs.discuss, EIGEN, "voorstellen"),
    "accept": Verb(voorstel_verbs.accept, EIGEN, "voorstellen"),
    "reject": Verb(voorstel_verbs.reject, EIGEN, "voorstellen"),
    "reopen": Verb(voorstel_verbs.reopen, EIGEN, "voorstellen"),
    "pin": Verb(voorstel_verbs.pin, EIGEN, "voorstellen"),
    "unpin": Verb(voorstel_verbs.unpin, EIGEN, "voorstellen"),
    "add": Verb(voorstel_verbs.add, EIGEN, "kandidaten"),
    "publish": Verb(voorstel_verbs.publish, EIGEN, "plannen"),
    "edit_profiel": Verb(mensen_verbs.edit_profiel, (*DECIDES, *GUIDES), "kandidaten"),
    "make_matchbaar": Verb(mensen_verbs.make_matchbaar, DECIDES, "kandidaten"),
    "leave": Verb(mensen_verbs.leave, DECIDES, "kandidaten"),
    "archive": Verb(mensen_verbs.archive, DECIDES, "kandidaten"),
    "bind": Verb(mensen_verbs.bind, DECIDES, "kandidaten"),
    "unbind": Verb(mensen_verbs.unbind, DECIDES, "kandidaat_betrokkenen"),
    "reveal": Verb(mensen_verbs.reveal, KNOWS, "persoonsgegevens"),
    "edit_identity": Verb(mensen_verbs.edit_identity, (*DECIDES, *GUIDES), "kandidaten"),
    "register": Verb(mensen_verbs.register, (*DECIDES, "consulent"), "kandidaten"),
    "grant": Verb(mensen_verbs.grant, ("coordinator",), "kandidaten"),
    "withdraw": Verb(mensen_verbs.withdraw, ("coordinator",), "uitzonderingen"),
    "allow_again": Verb(mensen_verbs.allow_again, DECIDES, "uitsluitingen"),
    "register_groep": Verb(mensen_verbs.register_groep, EIGEN, "kandidaten"),
    "start_groep": Verb(mensen_verbs.start_groep, EIGEN, "groepen"),
    "call_off_groep": Verb(mensen_verbs.call_off_groep, EIGEN, "groepen"),
    "finish_groep": Verb(mensen_verbs.finish_groep, EIGEN, "groepen"),
    "create_plek": Verb(plek_verbs.create_plek, AT_PLEKKEN, "leerwerkplekken"),
    "edit_plek": Verb(plek_verbs.edit_plek, AT_PLEKKEN, "leerwerkplekken"),
    "publish_plek": Verb(plek_verbs.publish_plek, AT_PLEKKEN, "leerwerkplekken"),
    "close_plek": Verb(plek_verbs.close_plek, AT_PLEKKEN, "leerwerkplekken"),
    "unpublish_plek": Verb(plek_verbs.unpublish_plek, AT_PLEKKEN, "leerwerkplekken"),
    "delete_plek": Verb(plek_verbs.delete_plek, AT_PLEKKEN, "leerwerkplekken"),
    "change_tijd": Verb(plek_verbs.change_tijd, AT_ORGANISATIES, "praktijkopleiders"),
    "book_vertrek": Verb(plek_verbs.book_vertrek, AT_ORGANISATIES, "praktijkopleiders"),
    "cancel_vertrek": Verb(plek_verbs.cancel_vertrek, AT_ORGANISATIES, "praktijkopleiders"),
    "create_praktijkopleider": Verb(plek_verbs.create_praktijkopleider, AT_ORGANISATIES, "vestigingen"),
    "create_erkenning": Verb(plek_verbs.create_erkenning, ("eigen", "adviseur"), "vestigingen"),
    "edit_erkenning": Verb(plek_verbs.edit_erkenning, ("eigen", "adviseur"), "erkenningen"),
    "archive_vestiging": Verb(plek_verbs.archive_vestiging, ("eigen", "beheerder"), "vestigingen"),
    "archive_organisatie": Verb(plek_verbs.archive_organisatie, ("eigen", "beheerder"), "organisaties"),
    "create_opleiding": Verb(plek_verbs.create_opleiding, ("beheerder",), "organisaties"),
    "end_opleiding": Verb(plek_verbs.end_opleiding, ("eigen", "beheerder"), "opleidingen"),
}
# What leads to promises, so that there are enough of them to break.
PATH = ("discuss", "discuss", "discuss", "accept", "accept", "accept", "reopen", "pin", "publish")
