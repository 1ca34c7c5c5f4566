"""Where allauth asks us: names and time zones of the people who sign up."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    def populate_username(self, request: Any, user: Any) -> None:
        """There are no user names: the address identifies."""
