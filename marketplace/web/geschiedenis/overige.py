"""The history of what knows no edits of fields, in words."""

from marketplace.web.geschiedenis.onderwerp import Onderwerp, laatste_dag

VOORSTEL = Onderwerp(
    soorten={
        "voorstel_toegevoegd": "Toegevoegd door een mens",
        "voorstel_besproken": "De kandidaat zei ja",
        "voorstel_akkoord": "Akkoord gegeven en plaats gereserveerd",
        "voorstel_afgewezen": "Afgewezen",
        "voorstel_vastgezet": "Vastgezet",
        "voorstel_losgemaakt": "Losgemaakt",
        "voorstel_stap_terug": "Een stap teruggezet",
    },
)
GROEP = Onderwerp(
    soorten={
        "groep_aangemeld": "Groep aangemeld",
        "groep_gestart": "Groep gestart",
        "groep_geannuleerd": "Groep geannuleerd",
        "groep_afgerond": "Groep afgerond",
    },
)
ROULATIE = Onderwerp(
    soorten={
        "roulatie_afgerond": "Roulatie afgerond",
        "rooster_gepubliceerd": "Rooster gepubliceerd",
        "terugbliklinks_gemaakt": "Links gemaakt om terug te blikken",
        "terugblik_gegeven": "Een deelnemer blikte terug",
        "terugblik_vastgelegd": "Vastgelegd wat een deelnemer vertelde",
        "oordeel_gegeven": "Oordeel over een deelnemer vastgelegd",
        "agendalink_gemaakt": "Adres van een agenda gemaakt",
        "agendalink_ingetrokken": "Adres van een agenda ingetrokken",
        "roulatie_gemaakt": "Roulatie gemaakt",
        "roulatie_gewijzigd": "Gegevens gewijzigd",
        "roulatie_beleid_gewijzigd": "Regels voor het rooster gewijzigd",
        "roulatie_lagen_gewijzigd": "Volgorde van de wensen gewijzigd",
        "roulatie_volgorde_gewijzigd": "Volgorde van het leren gewijzigd",
        "roulatie_gestopt": "Roulatie gestopt",
        "deelnemer_toegevoegd": "Deelnemer toegevoegd",
        "deelnemer_gewijzigd": "Gegevens van een deelnemer gewijzigd",
        "deelnemer_weggehaald": "Deelnemer weggehaald",
        "deelnemer_gestopt": "Deelnemer gestopt",
        "bedrijf_gestopt": "Bedrijf gestopt",
        "erkenning_ingetrokken": "Erkenning ingetrokken",
        "plek_toegevoegd": "Plek toegevoegd",
        "plek_gewijzigd": "Gegevens van een plek gewijzigd",
        "plek_weggehaald": "Plek weggehaald",
        "blok_toegevoegd": "Blok toegevoegd",
        "blok_gewijzigd": "Data van een blok gewijzigd",
        "blok_gesplitst": "Blok in tweeën gedeeld",
        "blok_weggehaald": "Blok weggehaald",
        "blok_op_slot": "Blok op slot gezet",
        "blok_van_slot": "Blok van het slot gehaald",
        "blokken_gekozen": "Indeling in blokken gekozen",
        "afspraak_getekend": "Handtekening vastgelegd",
        "handtekening_teruggenomen": "Handtekening teruggenomen",
        "overeenkomsten_vastgelegd": "Praktijkovereenkomsten vastgelegd",
        "aanbieding_toegelicht": "Reden van een aanbieding vastgelegd",
    },
    velden={
        "naam": "Naam",
        "van": "Eerste maandag",
        "tot": "Laatste dag",
        "afspraak": "Afspraak niet overnemen",
        "afspraak_tot": "Afspraak geldt tot",
        "max_blokken": "Hooguit zo vaak op één plek",
        "min_weken": "Ten minste zo lang op één plek",
        "min_werkgevers": "Ten minste zoveel bedrijven",
        "fase_volgorde": "Niet terug naar een meer beschermde plek",
    },
    say={"tot": laatste_dag},
)
LEERLIJN = Onderwerp(
    soorten={
        "leerlijn_gemaakt": "Leerlijn gemaakt",
        "leerlijn_gewijzigd": "Leerlijn gewijzigd",
    },
)
PLAN = Onderwerp(soorten={"plan_gepubliceerd": "Plan gepubliceerd"})
REKENRUN = Onderwerp(
    soorten={
        "rekenrun_gevraagd": "Rekenrun gevraagd",
        "rekenrun_geannuleerd": "Rekenrun gestopt",
        "rekenrun_afgerond": "Rekenrun gestopt en beste plan gehouden",
    },
)
ACCOUNT = Onderwerp(
    soorten={
        "account_aangezet": "Account aangezet",
        "account_uitgezet": "Account uitgezet",
        "sessies_ingetrokken": "Overal uitgelogd",
        "account_gemaakt": "Account gemaakt",
        "account_gewijzigd": "Account gewijzigd",
        "rol_gegeven": "Rol gegeven",
        "rol_weggehaald": "Rol weggehaald",
        "wachtwoordlink_gemaakt": "Link gemaakt om een wachtwoord te kiezen",
        "wachtwoordlink_ingetrokken": "Link ingetrokken",
        "wachtwoord_gekozen": "Wachtwoord gekozen met de link",
        "wachtwoord_gewijzigd": "Eigen wachtwoord gewijzigd",
        "elders_uitgelogd": "Zelf elders uitgelogd",
    },
    velden={"rol": "Rol", "plaats": "Waar", "naam": "Naam", "email": "E-mailadres"},
)
PRAKTIJKOPLEIDER = Onderwerp(
    soorten={
        "begeleiding_gewijzigd": "Tijd voor begeleiding gewijzigd",
        "praktijkopleider_gemaakt": "Toegevoegd",
        "praktijkopleider_gewijzigd": "Gewijzigd",
        "praktijkopleider_vertrekt": "Vertrek vastgelegd",
        "praktijkopleider_blijft": "Vertrek ingetrokken",
        "praktijkopleider_teruggenomen": "Teruggedraaid",
    }
)
INLEZING = Onderwerp(
    soorten={
        "bestand_ingelezen": "Bestand ingelezen",
        "bestand_teruggedraaid": "Bestand teruggedraaid",
    },
)
BESTAND = Onderwerp(soorten={"gegevens_gedownload": "Gegevens opgehaald als bestand"})
API_SLEUTEL = Onderwerp(
    soorten={
        "api_sleutel_gemaakt": "API-sleutel gemaakt",
        "api_sleutel_ingetrokken": "API-sleutel ingetrokken",
    },
)
