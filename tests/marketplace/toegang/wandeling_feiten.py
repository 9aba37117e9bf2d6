"""To what each row of each bound table belongs, read by the superuser: the oracle of the walk.

A row of FEITEN gives (rij, band): the place of a row in its table, and a bond such as `regio AM09` or
`organisatie 1`. `held` says the bonds that somebody holds.
"""

from collections.abc import Mapping
from typing import Final

from tests.marketplace.toegang.wandeling_wereld import UITGEZET, Wandelaar

VIEWS: Final = """
    create temp view van_organisatie as
        select id, unnest(array['regio ' || regio_code, 'organisatie ' || id,
            case when gearchiveerd_op is null then 'inlener ' || regio_code end]) as band from organisaties
        union all select organisatie_id, 'les ' || unnest(regio_codes) from opleidingen
        union all select vestiging.organisatie_id, 'klant ' || opdracht.organisatie_id
            from opdrachten opdracht join vestigingen vestiging on vestiging.id = opdracht.vestiging_id;
    create temp view van_vestiging as
        select vestiging.id, band from vestigingen vestiging
        join van_organisatie van on van.id = vestiging.organisatie_id;
    create temp view van_plek as
        select plek.id, unnest(array['regio ' || plek.regio_code, 'organisatie ' || organisatie_id]) as band
        from leerwerkplekken plek join vestigingen vestiging on vestiging.id = plek.vestiging_id;
    create temp view van_kandidaat as
        select id, 'regio ' || regio_code as band from kandidaten
        union all select id, 'eigen_mensen ' || sw_bedrijf_id from kandidaten where sw_bedrijf_id is not null
        union all select kandidaat_id, 'persoon ' || account_id from kandidaat_betrokkenen
            where periode @> current_date;
    create temp view van_account as
        select id, 'zelf ' || id as band from accounts
        union all select account_id, 'organisatie ' || organisatie_id from account_rollen
            where organisatie_id is not null
        union all select account_id, 'regio ' || coalesce(rol.regio_code, organisatie.regio_code)
            from account_rollen rol left join organisaties organisatie on organisatie.id = rol.organisatie_id
        union all select account_id, 'geheel ' || unnest(array[
                case when count(distinct coalesce(rol.regio_code, organisatie.regio_code)) = 1
                    then min(coalesce(rol.regio_code, organisatie.regio_code)) end,
                case when count(distinct coalesce(organisatie.id, 0)) = 1 then min(organisatie.id)::text end])
            from account_rollen rol left join organisaties organisatie on organisatie.id = rol.organisatie_id
            group by account_id
        union all select rond.account_id, band from (
            select kandidaat_id, account_id from kandidaat_betrokkenen
            union select kandidaat_id, account_id from persoonsgegevens_inzagen) rond
            join van_kandidaat van on van.id = rond.kandidaat_id and band like 'persoon %';
    create temp view van_plan as
        select id, 'regio ' || regio_code as band from plannen
        union all select plan.id, 'plan ' || vestiging.organisatie_id from plannen plan
            join leerwerkplekken plek on plek.regio_code = plan.regio_code
            join vestigingen vestiging on vestiging.id = plek.vestiging_id where plan.status = 'gepubliceerd';
    create temp view van_rekenrun as
        select id, coalesce('eigen_mensen ' || organisatie_id, 'regio ' || regio_code) as band from rekenruns;
    create temp view van_opdracht as
        select opdracht.id, unnest(array['eigen_mensen ' || opdracht.organisatie_id,
            'inlenend ' || vestiging.organisatie_id,
            case when status = 'gevraagd' then 'vraagt ' || vestiging.organisatie_id end,
            case when status = 'gevraagd' then 'maker ' || gevraagd_door end]) as band
        from opdrachten opdracht join vestigingen vestiging on vestiging.id = opdracht.vestiging_id;
    create temp view van_deel as
        select deel.ctid::text as rij, voorstel_id,
            unnest(array['regio ' || plan.regio_code,
                case when plan.status = 'gepubliceerd' then 'plan ' || vestiging.organisatie_id end]) as band
        from plan_voorstellen deel join plannen plan on plan.id = deel.plan_id
        join leerwerkplekken plek on plek.id = deel.leerwerkplek_id
        join vestigingen vestiging on vestiging.id = plek.vestiging_id;
"""


def _via(table: str, view: str, column: str) -> str:
    """The bonds of the row of a view to which a column points."""
    return f"select t.ctid::text as rij, band from {table} t join {view} van on van.id = t.{column}"


def _regio(table: str, column: str = "t.regio_code", join: str = "") -> str:
    """The one bond of a row of a regio."""
    return f"select t.ctid::text as rij, 'regio ' || {column} as band from {table} t {join}"


VAN_EEN_ROULATIE: Final = tuple(
    f"roulatie_{part}"
    for part in (
        *("bedrijven", "plekken", "seizoenen", "vereist", "gesloten"),
        *("deelnemers", "leerdoelen", "voorkeuren", "afwezig", "paren", "overeenkomsten"),
        *("volgorde", "blokken", "roosters", "cellen"),
        *("terugblikken", "oordelen", "oordeel_werkprocessen", "aanbiedingen"),
    )
)
VAN_EEN_SW_BEDRIJF: Final = (
    *("detacheringsbeleid", "treden", "afdelingen", "werkleiders", "werkleider_werkprocessen"),
    *("werkleider_afwezig", "opstapplaatsen", "bussen", "bus_opstapplaatsen", "bus_afwezig"),
    *("medewerkers", "medewerker_stappen", "medewerker_leerdoelen", "medewerker_afwezig"),
    *("medewerker_paren", "medewerker_gesprekken", "terugkeergaranties", "opdracht_gesloten"),
    *("opdracht_afspraken", "detacheringsovereenkomsten", "groepsplannen", "detacheringsweken"),
    "detacheringsuren",
)
VAN_EEN_GROEPSPLAN: Final = ("groepsplan_groepen", "groepsplan_dagen", "groepsplan_indelingen")
_VAN_LEERLIJN: Final = "join leerlijnen leerlijn on leerlijn.id = t.leerlijn_id"

FEITEN: Final[Mapping[str, str]] = {
    "organisaties": _via("organisaties", "van_organisatie", "id"),
    "vestigingen": _via("vestigingen", "van_vestiging", "id"),
    "erkenningen": _via("erkenningen", "van_vestiging", "vestiging_id"),
    "erkenning_werkprocessen": """
        select t.ctid::text as rij, band from erkenning_werkprocessen t
        join erkenningen erkenning on erkenning.id = t.erkenning_id
        join van_vestiging van on van.id = erkenning.vestiging_id""",
    "opleidingen": _via("opleidingen", "van_organisatie", "organisatie_id"),
    "praktijkopleiders": _via("praktijkopleiders", "van_vestiging", "vestiging_id"),
    "begeleidingscapaciteiten": """
        select t.ctid::text as rij, band from begeleidingscapaciteiten t
        join praktijkopleiders wie on wie.id = t.praktijkopleider_id
        join van_vestiging van on van.id = wie.vestiging_id""",
    "leerwerkplekken": _via("leerwerkplekken", "van_plek", "id"),
    "leerwerkplek_werkprocessen": _via("leerwerkplek_werkprocessen", "van_plek", "leerwerkplek_id"),
    "leerwerkplek_praktijkopleiders": _via("leerwerkplek_praktijkopleiders", "van_plek", "leerwerkplek_id"),
    "bezetting": _via("bezetting", "van_plek", "leerwerkplek_id")
    + " union all "
    + _via("bezetting", "van_kandidaat", "kandidaat_id")
    + " and band like 'eigen_mensen %'",
    "kandidaten": _via("kandidaten", "van_kandidaat", "id")
    + """ union all select t.ctid::text, 'aanmelden ' || organisatie.id from kandidaten t
        join organisaties organisatie on organisatie.regio_code = t.regio_code""",
    "kandidaat_sectorwensen": _via("kandidaat_sectorwensen", "van_kandidaat", "kandidaat_id"),
    "kandidaat_werkprocessen": _via("kandidaat_werkprocessen", "van_kandidaat", "kandidaat_id"),
    "kandidaat_doelgroepen": _via("kandidaat_doelgroepen", "van_kandidaat", "kandidaat_id"),
    "kandidaat_betrokkenen": _via("kandidaat_betrokkenen", "van_kandidaat", "kandidaat_id")
    + " union all select ctid::text, 'zelf ' || account_id from kandidaat_betrokkenen",
    "uitsluitingen": _via("uitsluitingen", "van_kandidaat", "kandidaat_id"),
    "persoonsgegevens": _via("persoonsgegevens", "van_kandidaat", "kandidaat_id"),
    "persoonsgegevens_inzagen": _via("persoonsgegevens_inzagen", "van_kandidaat", "kandidaat_id"),
    "groepen": _regio("groepen"),
    "groep_kandidaten": _regio("groep_kandidaten", "regio_code", "join groepen on groepen.id = groep_id"),
    "rekenruns": _via("rekenruns", "van_rekenrun", "id"),
    "rekenrun_voortgang": _via("rekenrun_voortgang", "van_rekenrun", "rekenrun_id"),
    "plannen": _via("plannen", "van_plan", "id"),
    "plan_voorstellen": "select rij, band from van_deel",
    "plan_niet_geplaatst": _regio(
        "plan_niet_geplaatst", "regio_code", "join plannen on plannen.id = plan_id"
    ),
    "voorstellen": _via("voorstellen", "van_kandidaat", "kandidaat_id")
    + " union all select t.ctid::text, band from voorstellen t join van_deel on voorstel_id = t.id",
    "uitzonderingen": _via("uitzonderingen", "van_kandidaat", "kandidaat_id"),
    "accounts": _via("accounts", "van_account", "id"),
    "account_rollen": _via("account_rollen", "van_account", "account_id")
    + """ union all select t.ctid::text,
            unnest(array['beheer ' || coalesce(t.regio_code, organisatie.regio_code),
                         'beheer ' || organisatie.id])
        from account_rollen t left join organisaties organisatie on organisatie.id = t.organisatie_id""",
    "sessies": _via("sessies", "van_account", "account_id"),
    "api_sleutels": _via("api_sleutels", "van_account", "account_id"),
    "api_antwoorden": _via("api_antwoorden", "van_account", "account_id"),
    "gebeurtenissen": """
        select t.ctid::text as rij, unnest(array[
            'zelf ' || coalesce(account_id::text, 'niemand'), 'regio ' || regio_code,
            case when onderwerp <> 'account' then 'organisatie ' || organisatie_id end,
            case when onderwerp = 'account' then 'beheer ' || organisatie_id end,
            case when onderwerp in ('account', 'api_sleutel') then 'beheer ' || regio_code end,
            case when onderwerp in ('leerwerkplek', 'organisatie') then 'partner ' || regio_code end,
            case when onderwerp = 'werkproces' then 'ieder' end]) as band from gebeurtenissen t
        union all select t.ctid::text, band from gebeurtenissen t
        join van_kandidaat van on t.onderwerp = 'kandidaat' and van.id = onderwerp_id
        union all select t.ctid::text, band from gebeurtenissen t
        join van_account van on t.onderwerp = 'account' and van.id = onderwerp_id and band like 'geheel %'""",
    "inlezingen": _via("inlezingen", "van_account", "account_id"),
    "inlezing_rijen": """
        select t.ctid::text as rij, band from inlezing_rijen t
        join inlezingen on inlezingen.id = t.inlezing_id
        join van_account van on van.id = inlezingen.account_id""",
    "links": _via("links", "van_account", "account_id")
    + " and band like 'geheel %' union all "
    + _via("links", "van_plek", "leerwerkplek_id")
    + " union all "
    + _regio("links", "van.regio_code", "join roulaties van on van.id = t.roulatie_id")
    + " union all "
    + _via("links", "van_opdracht", "opdracht_id")
    + " and band like 'eigen_mensen %' union all select ctid::text, 'maker ' || gemaakt_door from links",
    "roulaties": _regio("roulaties"),
    **{
        table: _regio(table, "van.regio_code", "join roulaties van on van.id = t.roulatie_id")
        for table in VAN_EEN_ROULATIE
    },
    "roulatie_cellen": """
        select t.ctid::text as rij, unnest(array['regio ' || regio_code,
            case when rooster.status in ('concept', 'alternatief') then 'bord ' || regio_code end]) as band
        from roulatie_cellen t join roulatie_roosters rooster on rooster.id = t.rooster_id
        join roulaties van on van.id = t.roulatie_id""",
    "roulatie_zetten": _regio(
        "roulatie_zetten",
        "van.regio_code",
        "join roulatie_roosters deel on deel.id = rooster_id join roulaties van on van.id = roulatie_id",
    ),
    **{
        table: f"select ctid::text as rij, 'eigen_mensen ' || organisatie_id as band from {table}"
        for table in VAN_EEN_SW_BEDRIJF
    },
    "opdrachten": _via("opdrachten", "van_opdracht", "id"),
    "opdracht_werkprocessen": _via("opdracht_werkprocessen", "van_opdracht", "opdracht_id"),
    **{
        table: f"""
        select t.ctid::text as rij, unnest(array['eigen_mensen ' || t.organisatie_id,
            case when status in ('concept', 'alternatief') then 'weekbord ' || t.organisatie_id end]) as band
        from {table} t join groepsplannen plan on plan.id = t.plan_id"""
        for table in VAN_EEN_GROEPSPLAN
    },
    "groepsplan_zetten": """
        select t.ctid::text as rij, 'eigen_mensen ' || organisatie_id as band
        from groepsplan_zetten t join groepsplannen plan on plan.id = t.plan_id""",
    "leerlijnen": _regio("leerlijnen") + " union all select ctid::text, 'open' from leerlijnen where gedeeld",
    "leerlijn_werkprocessen": _regio("leerlijn_werkprocessen", "leerlijn.regio_code", _VAN_LEERLIJN)
    + f""" union all select t.ctid::text, 'open' from leerlijn_werkprocessen t {_VAN_LEERLIJN}
        where gedeeld and organisatie_id is null""",
    "leerlijn_volgorde": _regio("leerlijn_volgorde", "leerlijn.regio_code", _VAN_LEERLIJN)
    + f" union all select t.ctid::text, 'open' from leerlijn_volgorde t {_VAN_LEERLIJN} where gedeeld",
    "kwalificaties": "select ctid::text as rij, 'open' as band from kwalificaties",
    "werkprocessen": "select ctid::text as rij, 'open' as band from werkprocessen",
    "gemeente_regios": _regio("gemeente_regios")
    + " union all select ctid::text, 'open' from gemeente_regios union all "
    + _regio(
        "gemeente_regios",
        "eerder.regio_code",
        "join gemeente_regios eerder on eerder.gemeente_id = t.gemeente_id and eerder.periode << t.periode",
    ),
    "regio_beleid": _regio("regio_beleid") + " union all select ctid::text, 'open' from regio_beleid",
}


def held(wie: Wandelaar) -> dict[str, str]:
    """By word, the bond that this person holds; who is switched off is nobody."""
    if wie.account is None or wie.account == wie.helft.n + UITGEZET:
        return {"zelf": "zelf niemand", "open": "open"}
    own = {word: f"{word} {wie.account}" for word in ("zelf", "persoon", "maker")}
    own |= {"ieder": "ieder", "open": "open"}
    if wie.organisatie is not None:
        words = (
            *("organisatie", "eigen_mensen", "plan", "beheer", "geheel", "aanmelden"),
            *("weekbord", "inlenend", "vraagt", "klant"),
        )
        own |= {word: f"{word} {wie.organisatie}" for word in words}
        return own | {"inlener": f"inlener {wie.helft.regio}"}
    return own | {
        word: f"{word} {wie.helft.regio}" for word in ("regio", "les", "beheer", "geheel", "partner", "bord")
    }
