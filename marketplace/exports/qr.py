"""QR codes as SVG, drawn without a style of their own, so that they stand in a page as well as on paper."""

import io

import segno

# A quarter may be dirty or folded: it hangs on a wall or travels in a pocket.
DAMAGE = "q"
QUIET = 4  # modules of white around it, as the standard asks


def draw_qr(text: str) -> str:
    """A QR code of a text as an SVG element, dark on light in any theme."""
    file = io.BytesIO()
    code = segno.make(text, error=DAMAGE, micro=False)
    code.save(
        file, kind="svg", border=QUIET, dark="#000", light="#fff", xmldecl=False, svgclass=None,
        lineclass=None, omitsize=True,
    )  # fmt: skip
    return file.getvalue().decode()
