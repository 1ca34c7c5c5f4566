"""What a row of the protocol is played on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accounts.models import User
from learnenglish.testing.site import Site
from speaking.tests.talker import Talker, talking

SECOND = bytes(32_000)


@dataclass(frozen=True, slots=True)
class Stage:
    """What a row is played on. ``strict`` has limits of a second where ``site`` has usual ones."""

    site: Site
    strict: Site
    user: User
    token: str
    recordings: Path

    def talking(self, *, strict: bool = False) -> Any:
        return talking(self.strict if strict else self.site, self.token)


async def answers(talker: Talker) -> None:
    """The connection is alive, whatever it has still to say. A full one answers with an error."""
    while True:
        await talker.say("ping", t=7)
        if (await talker.next())["type"] == "pong":
            return


async def started(talker: Talker, **fields: Any) -> dict[str, Any]:
    await talker.say("start", **fields)
    return await talker.until("ack")
