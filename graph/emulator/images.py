"""What an image says of itself: its type and its size. JPEG and PNG, which Graph takes as photos.

Sources: ITU T.81, annex B (the SOF marker segments); W3C PNG specification, IHDR.
"""

from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers that begin a frame; the three others of their row say something else."""


@dataclass(frozen=True)
class Image:
    """`width` and `height` in pixels."""

    content_type: str
    width: int
    height: int


def image_of(content: bytes) -> Image | None:
    """What these bytes are; None: neither JPEG nor PNG."""
    if content.startswith(_PNG) and len(content) >= 24:
        return Image("image/png", int.from_bytes(content[16:20]), int.from_bytes(content[20:24]))
    return _jpeg(content) if content.startswith(_JPEG) else None


def _jpeg(content: bytes) -> Image | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if marker in _FRAMES:
            height, width = int.from_bytes(content[at + 5 : at + 7]), int.from_bytes(content[at + 7 : at + 9])
            return Image("image/jpeg", width, height)
        at += 2 + length
    return None
