"""Hours and planning on paper: a template of typst for each."""

from pathlib import Path

PLANNING, FACTURATIE = (Path(__file__).parent / f"{name}.typ" for name in ("planning", "facturatie"))
