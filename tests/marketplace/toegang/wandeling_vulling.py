"""What the walk calls a function with: by name and type, about one half of the world."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from inspect import Parameter
from types import UnionType
from typing import Any, BinaryIO, Union, get_args, get_origin, get_type_hints

from marketplace.clock import Clock, FixedClock
from marketplace.organisaties.wijziging import NewOpleiding
from marketplace.rekenruns.model import Claim, PlannerNaam, RekenrunSoort
from marketplace.roulatie.agenda import Van
from marketplace.roulatie.bord import Plaats
from marketplace.roulatie.link_queries import NieuweLink
from marketplace.roulatie.model import Cel, RoosterStatus
from marketplace.roulatie.oordeel import NieuwOordeel
from marketplace.roulatie.writes import Verblijfsweek
from marketplace.toegang.model import Doel, Rol, RolPlaats
from marketplace.voorstellen.model import Toevoeging
from tests.marketplace.toegang.wandeling_groepsdetachering import GROEPSDETACHERING
from tests.marketplace.toegang.wandeling_groepsplan import GROEPSPLAN
from tests.marketplace.toegang.wandeling_mensen import MENSEN
from tests.marketplace.toegang.wandeling_opdrachten import OPDRACHTEN
from tests.marketplace.toegang.wandeling_roulatie import ROULATIE
from tests.marketplace.toegang.wandeling_uren import UREN
from tests.marketplace.toegang.wandeling_wereld import DAAR, HIER, IEDER

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TOEVOEGING = Toevoeging(
    kandidaat_id=DAAR.n + 3,
    leerwerkplek_id=DAAR.n + 1,
    startweek=date(2026, 12, 7),
    reden="Een reden",
    tot=date(2027, 1, 4),
    uiterlijk=date(2027, 11, 1),
)
CLAIM = Claim(
    id=DAAR.n + 4,
    regio_code=DAAR.regio,
    vandaag=NOW.date(),
    seconden=1.0,
    seed=1,
    poging=1,
    geclaimd_door="proef",
    gevraagd_door=None,
    max_verplaatst=None,
    soort=RekenrunSoort.NIEUW,
    planner=PlannerNaam.ROULATIE,
    roulatie_id=DAAR.n + 1,
)
NA_BLOK = FixedClock(datetime(2027, 3, 2, 9, 0, tzinfo=UTC))
LINK = NieuweLink(
    token_hash=bytes(31) + b"y",
    doel=Doel.AGENDA,
    plek_id=DAAR.n + 1,
    verloopt_op=datetime(2027, 9, 1, tzinfo=UTC),
)
OORDEEL = NieuwOordeel(
    kandidaat_id=DAAR.n + 3, blok_id=DAAR.n + 1, standen={}, wat_werkte="Samen doen", gezien=None
)
# What is not the first of its kind in a half.
NUMBERS = {
    "account_id": 20,
    "rol_id": 20,
    "maker": IEDER,
    "sleutel_id": IEDER,
    "betrokkene_id": 24,
    "inlezing_id": IEDER,
}
NUMBERS |= {"sw_bedrijf_id": 3, "opdracht_id": 3}
PLAIN: Mapping[str, Any] = {
    "na": 0,
    "aantal": 50,
    "limit": 50,
    "weken": 4,
    "seconden": 10.0,
    "crebo": 25258,
    "werkproces_id": 1,
    "werkproces_ids": [1],
    "minuten": 50,
    "minuten_min": 480,
    "minuten_max": 960,
    "plaatsen": 3,
    "dagdelen": 255,
    "max_reistijd": 45,
    "sector": "groen",
    "soort": "werkgever",
    "onderwerp": "kandidaat",
    "sleutel": "pin_weken",
    "regio_code": DAAR.regio,
    "code": DAAR.regio,
    "kenmerk": "K-NIEUW",
    "kvk": "12345678",
    "naam": "Nieuw",
    "email": f"werkgever@{DAAR.woord}.nl".lower(),
    "telefoon": "06-00000002",
    "geboortedatum": date(1990, 5, 1),
    "pc4": "6811",
    "plaats_id": 101,
    "gemeente_id": 202,
    "van": date(2026, 11, 23),
    "vanaf": date(2026, 12, 7),
    "tot": date(2027, 6, 7),
    "uiterlijk": date(2027, 11, 1),
    "afspraak_tot": date(2028, 1, 3),
    "startweek": date(2026, 12, 7),
    "laatste_dag": date(2027, 2, 1),
    "ends": datetime(2027, 2, 1, tzinfo=UTC),
    "einde": datetime(2027, 2, 1, tzinfo=UTC),
    "vervalt_op": datetime(2027, 2, 1, tzinfo=UTC),
    "vormen": ("proefplaatsing",),
    "sectorwensen": ("groen",),
    "werkprocessen": (1,),
    "gewenst": (1,),
    "begeleiding": (60,),
    "kenmerken": ["K-MERE1", "K-MERE2"],
    "regio_codes": (DAAR.regio,),
    "regios": (DAAR.regio,),
    "scopes": ("kandidaten:lezen",),
    "regels": ("reistijd",),
}
BY_TYPE: Mapping[Any, Any] = {
    int: 1,
    float: 1.0,
    bool: True,
    str: "Een reden",
    bytes: b"",
    date: date(2026, 11, 20),
    datetime: NOW,
    object: "8",
    Clock: FixedClock(NOW),
}


def fill(parameter: Parameter, loaded: Mapping[Any, Any]) -> Any:  # noqa: ANN401 (whatever the parameter asks)
    """What one parameter gets: a row that its owner loaded, something of this name, or else of this type."""
    return _fill(parameter.name, parameter.annotation, loaded)


# What a function needs besides, to get as far as a row.
BESIDES: Mapping[str, Mapping[str, Any]] = {
    **GROEPSDETACHERING,
    **MENSEN,
    **GROEPSPLAN,
    **OPDRACHTEN,
    **ROULATIE,
    **UREN,
    "bezetting.gevolgen.list_gevolgen": {"tot": date(2026, 11, 20)},
    "bezetting.queries.delete_verblijf": {"voorstel_id": DAAR.n + 3},
    "bezetting.service.free": {"voorstel_id": DAAR.n + 3},
    "bezetting.vertrek.book_vertrek": {"opvolger_id": DAAR.n + 3},
    "kandidaten.doelgroepen.list_leden": {"codes": ["doelgroepregister"]},
    "kandidaten.doelgroepen.set_doelgroepen": {"gezien": ["doelgroepregister"], "vanaf": NOW.date()},
    "regios.beleid.set_beleid": {"waarde": 9},
    "regios.beleid.withdraw_beleid": {"beleid_id": DAAR.n + 60},
    "regios.grenzen.withdraw_move": {"gemeente_id": 1, "vanaf": date(2027, 1, 1)},
    "inlezen.writes.insert_inlezing": {"soort": "leerwerkplekken"},
    "inlezen.writes.begin": {"van": "nagekeken"},
    "inlezen.writes.finish": {"van": "nagekeken"},
    "kandidaten.betrokkenen.insert_zelf": {"rol": Rol.CONSULENT},
    "kandidaten.betrokkenen.has_betrokkene": {"account_id": DAAR.n + 24},
    "organisaties.erkenning.list_aflopend": {"tot": date(2031, 1, 1)},
    "kandidaten.groepen.insert_leden": {"kandidaten": [DAAR.n + 1]},
    "kandidaten.inzagen.insert_persoonsgegevens": {"kandidaat_id": DAAR.n + 3},
    "kandidaten.identiteit.record_persoonsgegevens": {"kandidaat_id": DAAR.n + 3},
    "kandidaten.writes.restore_max_reistijd": {"van": 60, "naar": 50},
    "kandidaten.service.restore_reistijd": {"van": 60, "naar": 50},
    "kandidaten.uitsluitingen.insert_uitsluiting": {"vestiging_id": None},
    "leerwerkplekken.service.delete_concept": {"plek_id": DAAR.n + 3},
    "leerwerkplekken.writes.delete_concept": {"plek_id": DAAR.n + 3},
    "matching.queries.list_namen": {"regio_codes": [DAAR.regio], "told": None},
    "rekenruns.queries.list_rekenruns": {"vanaf": 0},
    "voorstellen.plan_queries.list_plannen": {"door": None, "vanaf": 0},
    "rekenruns.queries.ask_cancel": {"rekenrun_id": DAAR.n + 3},
    "rekenruns.queries.ask_finish": {"rekenrun_id": DAAR.n + 3},
    "roulatie.agenda.make_agenda_link": {"van": Van(plek_id=DAAR.n + 1)},
    "roulatie.agenda.withdraw_agenda_link": {"van": Van(plek_id=DAAR.n + 1)},
    "roulatie.link_queries.insert_links": {"links": [LINK]},
    "roulatie.link_queries.revoke_links": {"links": [DAAR.n + 90]},
    "roulatie.oordeel.judge": {"oordeel": OORDEEL, "clock": NA_BLOK},
    "roulatie.oordeel.record_told": {"oordeel": OORDEEL, "clock": NA_BLOK},
    "roulatie.terugblik.make_links": {"kandidaat_id": DAAR.n + 3},
    "roulatie.terugblik.record_told": {"kandidaat_id": DAAR.n + 3, "clock": NA_BLOK},
    "roulatie.terugblik_queries.put_verteld": {"kandidaat_id": DAAR.n + 3},
    "roulatie.bord.pin": {"plaatsen": [Plaats(DAAR.n + 1, DAAR.n + 1)]},
    "roulatie.bord.swap": {"ander": Plaats(DAAR.n + 3, DAAR.n + 1)},
    "roulatie.bord.take_over": {"rooster_id": DAAR.n + 3},
    "roulatie.planner.load": {"claim": CLAIM},
    "roulatie.roosters.delete_cellen": {"places": [(DAAR.n + 1, DAAR.n + 1)]},
    "roulatie.roosters.insert_rooster": {"status": RoosterStatus.ALTERNATIEF, "rekenrun_id": DAAR.n + 4},
    "roulatie.roosters.put_cellen": {"cellen": [Cel(DAAR.n + 1, DAAR.n + 1, DAAR.n + 1)]},
    "roulatie.writes.put_blok": {"van": date(2027, 3, 29), "tot": date(2027, 4, 26)},
    "roulatie.writes.replace_bezetting": {
        "weeks": [Verblijfsweek(DAAR.n + 1, DAAR.n + 1, date(2027, 2, 1), 0)]
    },
    "roulatie.writes.start_roulatie": {"roulatie_id": DAAR.n + 2},
    "toegang.sleutel_queries.insert_sleutel": {
        "token_hash": bytes(31) + b"z",
        "scopes": ["kandidaten:lezen"],
    },
    "leerwerkplekken.queries.list_leerwerkplekken_after": {"status": None},
    "organisaties.queries.list_opleidingen_of": {"organisatie_id": DAAR.n + 5},
    "organisaties.opleiding.create_opleiding": {
        "organisatie_id": DAAR.n + 5,
        "new": NewOpleiding(crebo=25259, van=NOW.date(), tot=None, regio_codes=(DAAR.regio,)),
    },
    "organisaties.organisatie.archive_organisatie": {"organisatie_id": DAAR.n + 5},
    "regios.grenzen.move_gemeente": {"naar": "AM09"},
    "toegang.account_writes.insert_rol": {"plaats": RolPlaats(naam="Elders", regio_code=DAAR.regio)},
    "toegang.accounts.give_rol": {"rol": Rol.PRAKTIJKOPLEIDER},
    "toegang.antwoorden.claim_antwoord": {"sleutel": "sleutel"},
    "toegang.antwoorden.store_antwoord": {"sleutel": "sleutel"},
    "toegang.account_writes.delete_rol": {
        "account_id": DAAR.n + 12,
        "rol": Rol.SBB_ADVISEUR,
        "plaats": RolPlaats(naam="Elders", regio_code=DAAR.regio),
    },
    "toegang.accounts.create_account": {"email": f"nieuw@{DAAR.woord}.nl".lower()},
    "toegang.link_queries.insert_link": {"leerwerkplek_id": None, "token_hash": bytes(31) + b"z"},
    "toegang.links.make_link": {"leerwerkplek_id": None, "doel": Doel.WACHTWOORD},
    "toegang.gebeurtenissen.append_gebeurtenis": {"soort": "plan_gepubliceerd"},
    "voorstellen.groep.register_groep": {"vervolg_op": None},
    "voorstellen.plan_queries.get_niet_geplaatst": {"kandidaat_id": DAAR.n + 2},
    "voorstellen.plan_queries.count_decisions_since": {"since": datetime(2026, 10, 1, tzinfo=UTC)},
    "voorstellen.plan_queries.count_changes_since": {"since": datetime(2026, 10, 1, tzinfo=UTC)},
    "voorstellen.service.add": {"nieuw": TOEVOEGING},
    "voorstellen.writes.insert_toegevoegd": {"nieuw": TOEVOEGING},
    "voorstellen.uitzonderingen.grant_uitzondering": {"leerwerkplek_id": DAAR.n + 2},
    "voorstellen.writes.update_published": {"plan_id": DAAR.n + 2},
    "voorstellen.publicatie.publish": {"plan_id": DAAR.n + 2, "gezien": DAAR.n + 1},
}

# Of a plek of one's own, on which somebody of the other half has a reservation.
ONTMOETING = f"""
    insert into voorstellen (id, kandidaat_id, leerwerkplek_id) overriding system value
        values ({DAAR.n + 99}, {DAAR.n + 1}, {HIER.n + 1});
    insert into bezetting values
        ({DAAR.n + 1}, {HIER.n + 1}, {HIER.n + 1}, '2026-11-30', 60, 'voorstel', {DAAR.n + 99});
"""  # noqa: S608 (numbers of our own)
OP_EIGEN_PLEK: Mapping[str, Mapping[str, Any]] = {
    "bezetting.queries.list_aanwezigen": {"plek_id": HIER.n + 1},
    "bezetting.queries.list_in_weken": {"plek_id": HIER.n + 1, "praktijkopleider_id": HIER.n + 1},
}


def _fill(name: str, kind: Any, loaded: Mapping[Any, Any]) -> Any:  # noqa: ANN401, PLR0911 (one line a kind)
    """The same for a field of something that is made here."""
    options = [each for each in get_args(kind) if each is not type(None)]
    if get_origin(kind) in (Union, UnionType) and len(options) == 1:
        return _fill(name, options[0], loaded)
    if kind in loaded:
        return loaded[kind]
    if name in PLAIN and isinstance(
        PLAIN[name], get_origin(kind) or (kind if isinstance(kind, type) else object)
    ):
        return PLAIN[name]
    if kind is int and (name.endswith("_id") or name in ("kandidaat", "plek", "maker")):
        return DAAR.n + NUMBERS.get(name, 1)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    if is_dataclass(kind):
        return _make(kind, loaded)
    if kind in BY_TYPE:
        return BY_TYPE[kind]
    return io.BytesIO() if kind is BinaryIO else _fill_several(kind, options)


def _fill_several(kind: Any, options: Sequence[Any]) -> Any:  # noqa: ANN401 (of any container)
    """Two rows of the half, every value of an enum, or nothing."""
    if get_origin(kind) is Sequence and options[0] is int:
        return [DAAR.n + 1, DAAR.n + 2]
    if get_origin(kind) is Sequence and isinstance(options[0], type) and issubclass(options[0], Enum):
        return list(options[0])
    return get_origin(kind)() if get_origin(kind) in (tuple, dict, frozenset, list) else ()


def _make(kind: Any, loaded: Mapping[Any, Any]) -> Any:  # noqa: ANN401 (of any class)
    """A dataclass with its fields filled in; what may be left out is."""
    hints = get_type_hints(kind)
    asked = [
        each
        for each in fields(kind)
        if each.init and each.default is MISSING and each.default_factory is MISSING
    ]
    return kind(**{each.name: _fill(each.name, hints[each.name], loaded) for each in asked})


def texts(value: object, depth: int = 6) -> Iterator[str]:
    """All that can be read in an outcome; an id as #id."""
    if depth == 0 or value is None:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield value.decode(errors="replace")
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from texts(pair, depth)
    elif isinstance(value, Sequence | set | frozenset):
        for each in value:
            yield from texts(each, depth - 1)
    else:
        yield from _texts_of_fields(value, depth)


def _texts_of_fields(value: object, depth: int) -> Iterator[str]:
    """The same of something with fields."""
    held = getattr(value, "__dict__", None) or {
        name: getattr(value, name, None) for name in getattr(value, "__slots__", ())
    }
    for name, each in held.items():
        if name.endswith("id") and isinstance(each, int):
            yield f"#{each}"
        else:
            yield from texts(each, depth - 1)
