"""What every provider of the sandbox needs to answer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from simpul.config.sandbox.reporting import Reporter
from simpul.config.sandbox.state import State


@dataclass(frozen=True)
class Handling:
    """The state, and who reports."""

    state: State
    reporter: Reporter

    async def pause_answer(self) -> None:
        """Take as long to answer as the behaviour says."""
        if seconds := self.state.behaviour.answer_seconds:
            await asyncio.sleep(seconds)
