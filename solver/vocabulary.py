"""The fixed words of an instance: vervoermiddelen, plaatsingsvormen and fases."""

from enum import StrEnum


class Vervoermiddel(StrEnum):
    """How a kandidaat travels."""

    LOPEN = "lopen"
    FIETS = "fiets"
    E_BIKE = "e_bike"
    OV = "ov"
    AUTO = "auto"
    TAXIBUS = "taxibus"


class Plaatsingsvorm(StrEnum):
    """The legal form of a plaatsing that a plek takes and a voorstel names."""

    EIGEN_WERKNEMER = "eigen_werknemer"
    PROEFPLAATSING = "proefplaatsing"
    BEHOUD_UITKERING = "behoud_uitkering"
    DETACHERING = "detachering"
    DIENSTVERBAND_LKS = "dienstverband_lks"
    GROEIBAAN = "groeibaan"


class Fase(StrEnum):
    """How protected a plek is; whether the order binds is a policy."""

    BINNEN = "binnen"
    BUITEN_BESCHERMD = "buiten_beschermd"
    REGULIER = "regulier"
