"""Users' photos. Every size of a photo is served by the photo itself: nothing here can scale an image.

Source: Graph resource profilePhoto.
"""

import base64
import hashlib

from graph.emulator.calls import Answer, Call
from graph.emulator.errors import GraphError, Json, access_denied, bad_request
from graph.emulator.images import Image, image_of
from graph.emulator.odata import Listing, collection
from graph.emulator.shapes import Kind, Properties

KIND = "photo"
_MOST_BYTES = 4 * 2**20
_SIZES = (48, 64, 96, 120, 240, 360, 432, 504, 648)
_PHOTOS = Listing(Properties(dict.fromkeys(("id", "width", "height"), Kind.ANYTHING), "profilePhoto"))


def get_photo(call: Call) -> Answer:
    """GET what is known of a photo, in its own size or in the one of the path."""
    content, image = _photo(call)
    user = call.user()["id"]
    shown = _shown(content, image, _size(call, image))
    return Answer(200, call.context(f"users('{user}')/photo/$entity") | shown)


def get_photo_content(call: Call) -> Answer:
    """GET the photo."""
    content, image = _photo(call)
    _size(call, image)
    return Answer(200, content, {"Content-Type": image.content_type, "ETag": _etag(content)})


def list_photos(call: Call) -> Answer:
    """GET the sizes that a photo is to be had in: those no larger than it."""
    content, image = _photo(call)
    sizes = [size for size in _SIZES if size <= min(image.width, image.height)]
    shown = [_shown(content, image, size) for size in sizes]
    return collection(call, f"users('{call.user()['id']}')/photos", shown, _PHOTOS)


def set_photo(call: Call) -> Answer:
    """PUT or PATCH a photo of one's own, at most 4 MB."""
    user = call.user()["id"]
    if call.caller.user_id not in (None, user):
        raise access_denied()
    if image_of(call.content) is None or len(call.content) > _MOST_BYTES:
        raise bad_request("The photo is to be a JPEG or PNG image of 4 MB at most.", "ErrorInvalidImage")
    document = {"content": base64.b64encode(call.content).decode()}
    call.tenant.store.shelf.put(KIND, user, KIND, document)
    return Answer(200)


def delete_photo(call: Call) -> Answer:
    """DELETE a photo of one's own."""
    user = call.user()["id"]
    if call.caller.user_id not in (None, user):
        raise access_denied()
    _photo(call)
    call.tenant.store.shelf.remove(KIND, user, KIND)
    return Answer(204)


def _photo(call: Call) -> tuple[bytes, Image]:
    """Raises GraphError 404 where there is none."""
    document = call.tenant.store.shelf.get(KIND, call.user()["id"], KIND)
    content = base64.b64decode(document["content"]) if document else b""
    image = image_of(content)
    if image is None:
        raise _no_photo()
    return content, image


def _size(call: Call, image: Image) -> int | None:
    """The size that the path asks for, 48x48 and so on; None: the photo's own. Raises GraphError 404."""
    stated = call.parameters.get("size")
    if stated is None:
        return None
    for size in _SIZES:
        if stated.casefold() == f"{size}x{size}" and size <= min(image.width, image.height):
            return size
    raise _no_photo()


def _shown(content: bytes, image: Image, size: int | None) -> Json:
    width, height = (size, size) if size else (image.width, image.height)
    return {
        "@odata.mediaContentType": image.content_type,
        "@odata.mediaEtag": _etag(content),
        "id": f"{width}X{height}",
        "width": width,
        "height": height,
    }


def _etag(content: bytes) -> str:
    return f'"{hashlib.blake2b(content, digest_size=16).hexdigest()}"'


def _no_photo() -> GraphError:
    return GraphError(404, "ImageNotFound", "The photo was not found.")
