"""The codes of invitations: short enough to read out, too many to guess.

A code is a keyed hash of the invitation's id: who has the database but not the site's secret key
cannot make one. What is stored is a hash of the code, which finds it again.
"""

from __future__ import annotations

import hashlib
from uuid import UUID

from django.utils.crypto import salted_hmac

# Crockford's alphabet: no I, L, O, U.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
_BITS = 5
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})


def code_of(invitation_id: UUID) -> str:
    """50 bits, such as ``7K2QX-9M0RT``."""
    digest = salted_hmac("tutoring.invitation", str(invitation_id), algorithm="sha256").digest()
    number = int.from_bytes(digest[:8], "big")
    letters = "".join(ALPHABET[number >> _BITS * place & 31] for place in range(LENGTH))
    return f"{letters[:5]}-{letters[5:]}"


def code_hash(code: str) -> str:
    """Of a code as somebody typed it: case, spaces, hyphens and look-alikes do not matter."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum()).translate(_MISREAD)
    return hashlib.sha256(letters.encode()).hexdigest()
