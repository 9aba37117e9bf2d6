"""What people read for each rule and wish of the matching; a test holds it to the solver's lists."""

REGELS = {
    "werkproces_aanbod": "Op de plek gebeurt echt iets van het werk dat de kandidaat wil leren.",
    "erkenning": (
        "Voor praktijkleren is het bedrijf erkend als leerbedrijf, de hele periode. "
        "Voor een proefplaatsing hoeft dat nog niet."
    ),
    "opleider": "Voor praktijkleren is er een opleider die de kwalificatie aanbiedt als de kandidaat begint.",
    "plaatsingsvorm": "De plek biedt een vorm van plaatsing die bij de kandidaat past.",
    "beschikbaarheid_dagdelen": "Er zijn genoeg dagdelen waarop de kandidaat kan en de plek open is.",
    "uren": "Het aantal uren per week past bij beide.",
    "periode": "De begindatum past bij beide en er is in elke week een praktijkopleider.",
    "reistijd": (
        "De reis duurt niet langer dan de kandidaat wil. "
        "Wie niet alleen kan reizen, gaat alleen naar een plek met vervoer."
    ),
    "voorwaarden": "De plek biedt alles wat de kandidaat nodig heeft om te kunnen werken.",
    "taal": "De kandidaat spreekt genoeg Nederlands voor de plek.",
    "niveau": "Als de regio dat wil: de plek vraagt geen hoger niveau dan de kandidaat heeft.",
    "fase": "Als de regio dat wil: de plek is hooguit één stap minder beschermd dan waar iemand nu werkt.",
    "verboden": "Mensen hebben niet eerder besloten dat deze kandidaat en deze plek niet samengaan.",
    "plaatsen": "Op een plek zijn nooit meer mensen tegelijk dan er plaatsen zijn.",
    "begeleiding": "Een praktijkopleider geeft in geen enkele week meer begeleiding dan er tijd voor is.",
    "vouchers": "Er worden niet meer vouchers gebruikt dan de regio heeft.",
}
WENSEN = {
    "wachttermijn": "Wie langer wacht dan de termijn van de regio, gaat voor.",
    "geplaatst": "Zo veel mogelijk mensen krijgen een plek. Wie langer wacht, telt zwaarder.",
    "werkproces_dekking": "De kandidaat kan er zo veel mogelijk leren van wat hij of zij wil leren.",
    "sectorwens": "De sector staat hoog op het lijstje van de kandidaat.",
    "reistijd": "De reis is kort.",
    "niveau": "Het niveau van de plek past bij dat van de kandidaat.",
    "spoed": "De kandidaat kan snel beginnen.",
    "stabiliteit": "De kandidaat houdt de plek uit het vorige plan.",
}
LABELS = {
    "wet": ("Wet", "Hier wijkt niemand van af."),
    "beleid": ("Beleid", "Afspraak van de regio of van mensen zelf."),
    "wens": ("Wens", "Telt mee, maar hoeft niet."),
}
TRAPPEN = {
    "wachttermijn": "Eerst: niemand wacht te lang",
    "geplaatst": "Dan: zo veel mogelijk mensen een plek",
    "wensen": "Dan: zo goed mogelijk passend",
}
