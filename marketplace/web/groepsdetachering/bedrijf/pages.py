"""What a SW-bedrijf lends out groups with: its leiding, bussen, afdelingen, treden and beleid."""

from marketplace.web.groepsdetachering.bedrijf import (
    afdelingen,
    beginnen,
    beleid,
    bussen,
    opstapplaatsen,
    overzicht,
    treden,
    werkleiders,
)

ROUTES = [
    *beginnen.ROUTES,
    *overzicht.ROUTES,
    *werkleiders.ROUTES,
    *bussen.ROUTES,
    *opstapplaatsen.ROUTES,
    *afdelingen.ROUTES,
    *treden.ROUTES,
    *beleid.ROUTES,
]
