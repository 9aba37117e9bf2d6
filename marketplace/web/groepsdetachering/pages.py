"""The rooms of groepsdetachering side by side: the board, the people, the opdrachten, the company."""

from marketplace.web.groepsdetachering import lijst

ROUTES = [*lijst.ROUTES]
