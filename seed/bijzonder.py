"""The people behind the named cases: drawn like all others, then given what makes their case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from seed.dagdelen import PATRONEN
from seed.verhaal import GEVALLEN

if TYPE_CHECKING:
    from seed.persoon import Persoon
    from seed.trekking import Trekking

KWEKERS = ("Neede", "Borculo", "Ruurlo")
MEUBELMAKERS = ("Hengelo", "Vorden", "Doetinchem", "Terborg", "Ulft")


def kenmerk(geval: str, index: int = 0) -> str:
    """The fixed kenmerk of a case."""
    return GEVALLEN[geval].kandidaten[index]


def list_bijzondere_personen(trekking: Trekking) -> list[Persoon]:
    """Everybody with a case of their own who waits to be matched."""
    return [
        make_didammer(trekking),
        make_samenreiziger(trekking),
        make_eendagskandidaat(trekking),
        make_bijna_pensionado(trekking),
        make_hovenier_zonder_tijd(trekking),
        make_proefkok(trekking),
        *(make_kweker(trekking, index, plaats) for index, plaats in enumerate(KWEKERS)),
        *(make_meubelmaker(trekking, index, plaats) for index, plaats in enumerate(MEUBELMAKERS)),
    ]


def make_didammer(trekking: Trekking) -> Persoon:
    """Wants to try first, in a magazijn; that is on offer in Neede only."""
    return replace(
        trekking.draw("magazijn", "Didam"),
        kenmerk=kenmerk("didam_neede"),
        vervoermiddel="ov",
        reist_alleen=True,
        max_reistijd=60,
        max_afstand=30,
        vormen=("proefplaatsing",),
        wachtweken=9,
    )


def make_samenreiziger(trekking: Trekking) -> Persoon:
    """Cycles along with someone else; the plek must arrange that."""
    return replace(
        trekking.draw("groen_onderhoud", "Doetinchem"),
        kenmerk=kenmerk("reist_niet_alleen"),
        vervoermiddel="fiets",
        reist_alleen=False,
        max_reistijd=40,
        dagdelen=PATRONEN["ma_do"],
        minuten_min=16 * 60,
        minuten_max=28 * 60,
        vormen=("detachering", "behoud_uitkering"),
        voorwaarden=("vaste_structuur",),
        wachtweken=16,
        toelichting="Fietst graag mee met iemand. Alleen onderweg zijn lukt nog niet.",
    )


def make_eendagskandidaat(trekking: Trekking) -> Persoon:
    """Three days inside, one outside, to grow slowly."""
    return replace(
        trekking.draw("productie", "Doetinchem"),
        kenmerk=kenmerk("een_dag_buiten"),
        sw=True,
        fase="binnen",
        doelgroepen=("beschut_werk",),
        vormen=("detachering",),
        vervoermiddel="taxibus",
        max_reistijd=45,
        dagdelen=PATRONEN["dinsdag"],
        interne_dagen=3,
        minuten_min=6 * 60,
        minuten_max=8 * 60,
        voorwaarden=("zittend_werk",),
        toelichting="Werkt drie dagen binnen en wil één dag buiten beginnen.",
    )


def make_bijna_pensionado(trekking: Trekking) -> Persoon:
    """65 years old, proved niveau 1, wants niveau 2 and ends before retirement."""
    return replace(
        trekking.draw("magazijn_plus", "Doetinchem"),
        kenmerk=kenmerk("bijna_met_pensioen"),
        leeftijd=65,
        vervoermiddel="e_bike",
        reist_alleen=True,
        max_reistijd=40,
        dagdelen=PATRONEN["ma_vr"],
        minuten_min=20 * 60,
        minuten_max=28 * 60,
        periode=(0, 40),
        weken=16,
        niveau_geschat=2,
        niveau_bewezen=1,
        sw=True,
        fase="buiten_beschermd",
        doelgroepen=("wsw",),
        vormen=("detachering",),
        bewezen=("VB-LOG-02", "VB-LOG-03"),
        begeleiding=(60, 60, 45, 45, 30, 30, 15),
        voorwaarden=(),
        toelichting="Gaat over ruim een jaar met pensioen en wil toch nog een stap zetten.",
    )


def make_hovenier_zonder_tijd(trekking: Trekking) -> Persoon:
    """Walks, so only the hovenier in the own place is in reach, and must begin soon."""
    return replace(
        trekking.draw("hovenier", "Varsseveld"),
        kenmerk=kenmerk("erkenning_te_laat"),
        vervoermiddel="lopen",
        reist_alleen=True,
        max_reistijd=40,
        dagdelen=PATRONEN["ma_vr"],
        minuten_min=16 * 60,
        minuten_max=32 * 60,
        periode=(0, 20),
        weken=16,
        vormen=("dienstverband_lks", "detachering"),
        voorwaarden=(),
        wachtweken=11,
    )


def make_proefkok(trekking: Trekking) -> Persoon:
    """Lives near a kitchen that is not yet recognised and would like to try first."""
    return replace(
        trekking.draw("keuken", "Vorden"),
        kenmerk=kenmerk("nog_niet_erkend"),
        vervoermiddel="fiets",
        reist_alleen=True,
        max_reistijd=30,
        dagdelen=PATRONEN["di_vr"],
        minuten_min=12 * 60,
        minuten_max=24 * 60,
        taal=2,
        vormen=("proefplaatsing", "behoud_uitkering"),
        voorwaarden=("binnen_werken",),
        wachtweken=6,
    )


def make_kweker(trekking: Trekking, index: int, plaats: str) -> Persoon:
    """Lives in the north and cycles; the kas in the south-west is out of reach."""
    return replace(
        trekking.draw("kwekerij", plaats),
        kenmerk=kenmerk("onbereikbare_plek", index),
        vervoermiddel="fiets",
        reist_alleen=True,
        max_reistijd=60,
        taal=2,
        vormen=("behoud_uitkering", "detachering"),
        voorwaarden=(),
    )


def make_meubelmaker(trekking: Trekking, index: int, plaats: str) -> Persoon:
    """Learns through the school in Midden-Gelderland; most ask for a voucher."""
    return replace(
        trekking.draw("meubel", plaats),
        kenmerk=kenmerk("school_midden_gelderland", index),
        vervoermiddel="e_bike",
        reist_alleen=True,
        max_reistijd=60,
        vormen=("behoud_uitkering", "detachering"),
        voucher=index != 0,
        taal=2,
        voorwaarden=(),
    )
