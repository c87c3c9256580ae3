"""The key a region signs its snapshots with: made at the first use, and kept in a file.

The file belongs in every backup: who has to make a new key must be called anew by all others.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from casusanalyse.domain.problems import Refusal

FILE = "regiosleutel.json"
"""Its name in the data folder; only the user who runs the product can read it."""


class _Kept(msgspec.Struct, forbid_unknown_fields=True):
    region: str
    private_key: str


@dataclass(frozen=True, slots=True)
class RegionKey:
    """The key pair of a region."""

    region: str
    _private: Ed25519PrivateKey

    @property
    def public_key(self) -> str:
        """Return what others check a signature with, in 64 hexadecimal digits."""
        return self._private.public_key().public_bytes_raw().hex()

    def sign(self, data: bytes) -> str:
        """Return the signature, in 128 hexadecimal digits."""
        return self._private.sign(data).hex()


def open_key(folder: Path, region: str) -> RegionKey:
    """Return the key of a region; the first time it is made.

    Args:
        folder: with the data of this installation.
        region: its name; a key is for one region.

    Raises:
        Refusal: `region_key_other` with the `region` it is for; `region_key_damaged`.
    """
    kept = kept_key(folder)
    if kept is None:
        kept = _made(folder, region)
    if kept.region != region:
        raise Refusal("region_key_other", region=kept.region)
    return kept


def kept_key(folder: Path) -> RegionKey | None:
    """Return the key that is kept here; None before the first use.

    Raises:
        Refusal: `region_key_damaged`.
    """
    try:
        kept = msgspec.json.decode((folder / FILE).read_bytes(), type=_Kept)
        private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(kept.private_key))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, msgspec.MsgspecError):
        raise Refusal("region_key_damaged") from None
    return RegionKey(kept.region, private)


def is_signed(data: bytes, signature: str, public_key: str) -> bool:
    """Tell whether who holds this key signed exactly these bytes."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), data)
    except (ValueError, InvalidSignature):
        return False
    return True


def _made(folder: Path, region: str) -> RegionKey:
    private = Ed25519PrivateKey.generate()
    kept = _Kept(region=region, private_key=private.private_bytes_raw().hex())
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        number = os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(msgspec.json.encode(kept))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        raise Refusal("region_key_not_written") from None
    return RegionKey(region, private)
