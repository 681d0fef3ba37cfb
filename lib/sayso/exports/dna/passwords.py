"""What DNA compares a coder's password with: jasypt's StrongPasswordEncryptor, in the standard library's terms."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import unicodedata

ROUNDS = 100_000
SALT = 16  # bytes


def hashed(password: str, salt: bytes = b"") -> str:
    """`password` as DNA keeps it: base 64 of the salt and of SHA-256, taken 100,000 times over salt and password."""
    own = salt or os.urandom(SALT)
    found = own + unicodedata.normalize("NFC", password).encode("utf-8")
    for _ in range(ROUNDS):
        found = hashlib.sha256(found).digest()
    return base64.b64encode(own + found).decode("ascii")


def is_password(password: str, kept: str) -> bool:
    """Whether `kept` is the hash of `password`."""
    return hmac.compare_digest(hashed(password, base64.b64decode(kept)[:SALT]), kept)
