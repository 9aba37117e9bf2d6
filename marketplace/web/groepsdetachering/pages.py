"""The rooms of groepsdetachering side by side: the board, the people, the opdrachten, the company."""

from marketplace.web.groepsdetachering import lijst
from marketplace.web.groepsdetachering.bedrijf import pages as bedrijf

ROUTES = [*lijst.ROUTES, *bedrijf.ROUTES]
