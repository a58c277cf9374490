"""The key with which the local Entra signs: it lives with the tenant's data, so that tokens outlive a restart."""

from functools import lru_cache

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from graph.emulator.tenant import Tenant

_KEY_NOTE = "signing key"


def signing_key(tenant: Tenant) -> rsa.RSAPrivateKey:
    """The tenant's own; made where it has none yet."""
    kept = tenant.store.read_note(_KEY_NOTE)
    if kept is not None:
        found = serialization.load_pem_private_key(kept.encode(), password=None)
        if isinstance(found, rsa.RSAPrivateKey):
            return found
    key = _new_key()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    tenant.store.write_note(_KEY_NOTE, pem.decode())
    return key


@lru_cache(maxsize=1)
def _new_key() -> rsa.RSAPrivateKey:
    """Made once per process, since making it takes longer than all the rest of a start."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)
