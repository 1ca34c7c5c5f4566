"""Password hashes that cost little. The server checks them like any other."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2PasswordHasher(Argon2PasswordHasher):
    time_cost = 1
    memory_cost = 8
    parallelism = 1


class CountingHasher(QuickArgon2PasswordHasher):
    """Counts how often a password was hashed or checked: the work that takes time."""

    count = 0

    def encode(self, password: str, salt: str) -> str:
        CountingHasher.count += 1
        return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        CountingHasher.count += 1
        return super().verify(password, encoded)
