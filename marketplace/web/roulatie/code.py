"""A QR code as a page shows it."""

from markupsafe import Markup

from marketplace.exports.qr import draw_qr


def show_qr(address: str) -> Markup:
    """The element that is drawn for an address of ours; the address itself does not stand in it."""
    return Markup(draw_qr(address))  # noqa: S704 (a path of figures)
