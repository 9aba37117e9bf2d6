"""The rooms of groepsdetachering side by side: the board, the people, the opdrachten, the company."""

from marketplace.web.groepsdetachering import lijst
from marketplace.web.groepsdetachering.opdrachten import pages as opdrachten

ROUTES = [*lijst.ROUTES, *opdrachten.ROUTES]
