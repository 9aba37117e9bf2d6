"""The rooms of groepsdetachering side by side: the board, the people, the opdrachten, the company."""

from marketplace.web.groepsdetachering import lijst
from marketplace.web.groepsdetachering.bedrijf import pages as bedrijf
from marketplace.web.groepsdetachering.mensen import pages as mensen
from marketplace.web.groepsdetachering.opdrachten import pages as opdrachten
from marketplace.web.groepsdetachering.plan import pages as plan

ROUTES = [*lijst.ROUTES, *bedrijf.ROUTES, *mensen.ROUTES, *opdrachten.ROUTES, *plan.ROUTES]
