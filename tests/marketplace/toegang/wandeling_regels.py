"""Who may see, change and add which rows, said without the policies: the walk holds the database to this.

ZIEN, WIJZIGEN and INVOEGEN say per table by which bond who reaches a row; `wandeling_feiten` says to what
each row is bound. A bond in words:

    regio           of the regio in which the role holds         les      of a school that teaches there
    organisatie     of the organisatie at which it holds         plan     published, about the own organisatie
    eigen_mensen    about people of the own SW-bedrijf           persoon  about whom the account is bound to
    zelf            of the account itself                        ieder    of whoever has an account that is on
    beheer          a role that stands where one keeps accounts  partner  about organisaties in the own regio
    geheel          of an account whose every role stands there  open     of nobody
    aanmelden       people in the regio of the own organisatie   maker    made by the account itself
    bord            of a rooster of the regio not published yet
    weekbord        of a groepsplan of the own SW-bedrijf not published yet
    inlener         of an organisatie in the regio of the own one, not in the archive
    klant           of an organisatie with an opdracht of the own SW-bedrijf
    inlenend        of an opdracht at the own organisatie
    vraagt          the same, of one that it only asked for
"""

from collections.abc import Mapping
from typing import Final

from tests.marketplace.toegang.wandeling_feiten import (
    VAN_EEN_GROEPSPLAN,
    VAN_EEN_ROULATIE,
    VAN_EEN_SW_BEDRIJF,
)

Regel = Mapping[str, str]
_BIJ = "werkgever praktijkopleider planner werkleider consulent jobcoach mbo pro_vso eigen_beheerder"
_BETROKKEN = "consulent jobcoach pro_vso kandidaat vertegenwoordiger"
_VAN_REGIO = "accountmanager regiocoordinator sbb_adviseur voucherbeoordelaar beheerder"
_ALLEN = f"{_VAN_REGIO} {_BIJ} {_BETROKKEN} zonder_rol"
_LEZERS = "accountmanager regiocoordinator"
_VAN_ORGANISATIES = {
    "regio": f"{_LEZERS} sbb_adviseur beheerder",
    "les": f"{_LEZERS} sbb_adviseur beheerder",
    "organisatie": _BIJ,
}
# Of who is an inlener, or could be one, is seen what it is and where; never who works there.
_VAN_INLENERS = _VAN_ORGANISATIES | {"inlener": "planner", "klant": "planner werkleider"}
_VAN_PLEKKEN = {"regio": f"{_LEZERS} sbb_adviseur", "organisatie": "werkgever praktijkopleider"}
_VAN_MENSEN = {"regio": _LEZERS, "eigen_mensen": "planner werkleider", "persoon": _BETROKKEN}
_VAN_DE_REGIO = {"regio": _LEZERS}
_VAN_ZICHZELF = {"zelf": _ALLEN}
_VAN_BEHEER = {"geheel": "beheerder eigen_beheerder"}
_OPEN = {"open": f"{_ALLEN} uitgezet niemand"}
_VAN_LINKS = {
    "geheel": "beheerder eigen_beheerder",
    "regio": "accountmanager",
    "eigen_mensen": "planner",
}
_BEWERKERS = {"regio": "accountmanager", "eigen_mensen": "planner", "persoon": "consulent jobcoach"}
_BESLISSERS = {"regio": "accountmanager", "eigen_mensen": "planner"}
_ACCOUNTMANAGER = {"regio": "accountmanager"}
_ROULATIES = ("roulaties", "roulatie_zetten", *VAN_EEN_ROULATIE)
_SW_BEDRIJF = (*VAN_EEN_SW_BEDRIJF, *VAN_EEN_GROEPSPLAN, "groepsplan_zetten")
_VAN_SW_BEDRIJF = {"eigen_mensen": "planner werkleider"}
_PLANNER = {"eigen_mensen": "planner"}
_BORD = {"weekbord": "planner"}
_VAN_OPDRACHTEN = _VAN_SW_BEDRIJF | {"inlenend": "werkgever praktijkopleider"}
_LEERLIJNEN = ("leerlijnen", "leerlijn_werkprocessen", "leerlijn_volgorde")
_VAN_LEERLIJNEN = {"regio": _LEZERS, "open": _LEZERS}

ZIEN: Final[Mapping[str, Regel]] = {
    "organisaties": _VAN_INLENERS,
    "vestigingen": _VAN_INLENERS,
    "erkenningen": _VAN_INLENERS,
    "erkenning_werkprocessen": _VAN_INLENERS,
    "opleidingen": _VAN_INLENERS,
    "praktijkopleiders": _VAN_ORGANISATIES,
    "begeleidingscapaciteiten": _VAN_ORGANISATIES,
    "leerwerkplekken": _VAN_PLEKKEN,
    "leerwerkplek_werkprocessen": _VAN_PLEKKEN,
    "leerwerkplek_praktijkopleiders": _VAN_PLEKKEN,
    "bezetting": {
        "regio": _LEZERS,
        "organisatie": "werkgever praktijkopleider",
        "eigen_mensen": "planner werkleider",
    },
    "kandidaten": _VAN_MENSEN,
    "kandidaat_sectorwensen": _VAN_MENSEN,
    "kandidaat_werkprocessen": _VAN_MENSEN,
    "kandidaat_doelgroepen": {
        "regio": "accountmanager",
        "eigen_mensen": "planner",
        "persoon": _BETROKKEN,
    },
    "kandidaat_betrokkenen": _VAN_MENSEN | _VAN_ZICHZELF,
    "uitsluitingen": _VAN_MENSEN,
    "persoonsgegevens": {"regio": "accountmanager", "eigen_mensen": "planner", "persoon": _BETROKKEN},
    "persoonsgegevens_inzagen": _VAN_MENSEN,
    "groepen": _VAN_DE_REGIO,
    "groep_kandidaten": _VAN_DE_REGIO,
    "rekenruns": _VAN_DE_REGIO | _VAN_SW_BEDRIJF,
    "rekenrun_voortgang": _VAN_DE_REGIO | _VAN_SW_BEDRIJF,
    "plannen": _VAN_DE_REGIO | {"plan": "werkgever praktijkopleider"},
    "plan_voorstellen": _VAN_DE_REGIO | {"plan": "werkgever praktijkopleider"},
    "plan_niet_geplaatst": _VAN_DE_REGIO,
    "voorstellen": _VAN_DE_REGIO
    | {"plan": "werkgever praktijkopleider", "eigen_mensen": "planner werkleider"},
    "uitzonderingen": _VAN_DE_REGIO,
    "accounts": _VAN_ZICHZELF | {"regio": f"{_LEZERS} beheerder", "organisatie": _BIJ, "persoon": _BETROKKEN},
    "account_rollen": _VAN_ZICHZELF
    | {"regio": f"{_LEZERS} beheerder", "organisatie": _BIJ, "beheer": "beheerder eigen_beheerder"},
    "sessies": _VAN_ZICHZELF | _VAN_BEHEER,
    "api_sleutels": _VAN_BEHEER,
    "api_antwoorden": _VAN_ZICHZELF,
    "gebeurtenissen": {
        "regio": _LEZERS,
        "organisatie": _BIJ,
        "eigen_mensen": "planner werkleider",
        "persoon": _BETROKKEN,
        "beheer": "beheerder eigen_beheerder",
        "geheel": "beheerder eigen_beheerder",
        "partner": "sbb_adviseur beheerder",
        "ieder": _ALLEN,
    },
    "inlezingen": _VAN_ZICHZELF,
    "inlezing_rijen": _VAN_ZICHZELF,
    "links": _VAN_LINKS,
    **dict.fromkeys(_ROULATIES, _VAN_DE_REGIO),
    **dict.fromkeys(_LEERLIJNEN, _VAN_LEERLIJNEN),
    **dict.fromkeys(_SW_BEDRIJF, _VAN_SW_BEDRIJF),
    "opdrachten": _VAN_OPDRACHTEN,
    "opdracht_werkprocessen": _VAN_OPDRACHTEN,
    "kwalificaties": _OPEN,
    "werkprocessen": _OPEN,
    "regio_beleid": _OPEN,
    "gemeente_regios": _OPEN,
}

# A table that is not here is changed by nobody.
WIJZIGEN: Final[Mapping[str, Regel]] = {
    "organisaties": {"regio": "accountmanager beheerder", "organisatie": "eigen_beheerder"},
    "vestigingen": {"regio": "accountmanager beheerder", "organisatie": "eigen_beheerder"},
    "erkenningen": {"regio": "accountmanager sbb_adviseur"},
    "erkenning_werkprocessen": {"regio": "accountmanager sbb_adviseur"},
    "opleidingen": {"regio": "accountmanager beheerder", "organisatie": "mbo eigen_beheerder"},
    "praktijkopleiders": {"regio": "accountmanager beheerder", "organisatie": "werkgever eigen_beheerder"},
    "begeleidingscapaciteiten": {
        "regio": "accountmanager beheerder",
        "organisatie": "werkgever eigen_beheerder",
    },
    "leerwerkplekken": _ACCOUNTMANAGER | {"organisatie": "werkgever"},
    "leerwerkplek_werkprocessen": _ACCOUNTMANAGER | {"organisatie": "werkgever"},
    "leerwerkplek_praktijkopleiders": _ACCOUNTMANAGER | {"organisatie": "werkgever"},
    "bezetting": _BESLISSERS,
    "kandidaten": _BEWERKERS,
    "kandidaat_sectorwensen": _BEWERKERS,
    "kandidaat_werkprocessen": _BEWERKERS,
    "kandidaat_doelgroepen": _BEWERKERS,
    "kandidaat_betrokkenen": _BESLISSERS,
    "uitsluitingen": _BESLISSERS,
    "persoonsgegevens": _BEWERKERS,
    "groepen": _ACCOUNTMANAGER,
    "groep_kandidaten": _ACCOUNTMANAGER,
    "rekenruns": _BESLISSERS,
    "plannen": _ACCOUNTMANAGER,
    "voorstellen": _BESLISSERS,
    "uitzonderingen": {"regio": "regiocoordinator"},
    "accounts": _VAN_ZICHZELF | _VAN_BEHEER,
    "account_rollen": {"beheer": "beheerder eigen_beheerder"},
    "sessies": _VAN_ZICHZELF | _VAN_BEHEER,
    "api_sleutels": _VAN_BEHEER,
    "api_antwoorden": _VAN_ZICHZELF,
    "inlezingen": _VAN_ZICHZELF,
    "inlezing_rijen": _VAN_ZICHZELF,
    "links": _VAN_LINKS,
    **dict.fromkeys((*_ROULATIES, *_LEERLIJNEN), _ACCOUNTMANAGER),
    "roulatie_cellen": {"bord": "accountmanager"},
    **dict.fromkeys((*_SW_BEDRIJF, "opdrachten", "opdracht_werkprocessen"), _PLANNER),
    **dict.fromkeys(VAN_EEN_GROEPSPLAN, _BORD),
    "kwalificaties": {"open": "beheerder"},
    "werkprocessen": {"open": "beheerder"},
    "regio_beleid": {"regio": "regiocoordinator"},
    "gemeente_regios": {"regio": "beheerder"},
}

# Who changes a row may add such a row; besides:
INVOEGEN: Final[Mapping[str, Regel]] = {
    **WIJZIGEN,
    "kandidaten": _BEWERKERS | {"aanmelden": "consulent"},
    "accounts": {},
    "links": {"maker": "accountmanager beheerder eigen_beheerder planner"},
    "opdrachten": _PLANNER | {"maker": "werkgever"},
    "opdracht_werkprocessen": _PLANNER | {"vraagt": "werkgever"},
    "gebeurtenissen": {"zelf": f"{_ALLEN} uitgezet niemand"},
}
