"""A file that was made for who asks."""

from starlette.responses import Response


def send_file(content: bytes, media_type: str, name: str) -> Response:
    """A file to keep, that nobody between keeps a copy of."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type=media_type, headers=headers)
