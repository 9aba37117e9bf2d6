"""The rooms of groepsdetachering side by side: board, people, opdrachten, hours, company."""

from marketplace.web.groepsdetachering import lijst
from marketplace.web.groepsdetachering.bedrijf import pages as bedrijf
from marketplace.web.groepsdetachering.mensen import pages as mensen
from marketplace.web.groepsdetachering.opdrachten import pages as opdrachten
from marketplace.web.groepsdetachering.plan import pages as plan
from marketplace.web.groepsdetachering.uren import pages as uren

ROUTES = [
    *lijst.ROUTES,
    *bedrijf.ROUTES,
    *mensen.ROUTES,
    *opdrachten.ROUTES,
    *plan.ROUTES,
    *uren.ROUTES,
]
