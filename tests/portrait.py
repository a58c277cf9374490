"""A photo for somebody made up: head and shoulders before a plain ground."""

from io import BytesIO

from PIL import Image, ImageDraw

SIZE = 48


def png(ground: str, skin: str = "#f1c9a5") -> bytes:
    """48 by 48 pixels."""
    image = Image.new("RGB", (SIZE, SIZE), ground)
    pen = ImageDraw.Draw(image)
    pen.ellipse((8, 32, 40, 64), fill="#33345c")
    pen.ellipse((15, 10, 33, 32), fill=skin)
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()
