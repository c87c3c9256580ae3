"""A browser without a screen: speaks the protocol of the platform over a websocket."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

_PATIENCE = 60.0


class Visitor:
    """One session on one screen.

    Like a browser it tells which messages it still has, and wakes the fragments that asked
    for it; unlike a browser it draws nothing.
    """

    def __init__(self, wire: ClientConnection, page: str, query: str) -> None:
        self._wire = wire
        self._page, self._query = page, query
        self._page_hash = ""
        self._hashes: set[str] = set()
        self._pulse: asyncio.Task[None] | None = None
        self._finished = asyncio.Event()
        self._broken = False

    async def click(self) -> float:
        """Ask for one run of the screen; return milliseconds from asking to finished.

        Raises:
            RuntimeError: the screen shows an error; its speed then means nothing.
            TimeoutError: no answer came.
        """
        self._finished.clear()
        began = time.perf_counter()
        async with asyncio.timeout(_PATIENCE):
            await self._send()
            await self._finished.wait()
        if self._broken:
            raise RuntimeError(f"the screen {self._page!r} shows an error")
        return (time.perf_counter() - began) * 1000

    async def listen(self) -> None:
        """Take in what the server sends until the line is closed."""
        try:
            async for data in self._wire:
                self._take(ForwardMsg.FromString(bytes(data)))
        finally:
            self._broken = True  # nothing comes any more: whoever waits need not
            self._finished.set()

    def leave(self) -> None:
        """Stop waking fragments."""
        if self._pulse:
            self._pulse.cancel()

    async def _send(self, fragment: str = "") -> None:
        asked = BackMsg()
        state = asked.rerun_script
        state.query_string = self._query
        state.page_script_hash = self._page_hash
        state.page_name = "" if self._page_hash else self._page
        state.fragment_id = fragment
        state.is_auto_rerun = bool(fragment)
        state.cached_message_hashes.extend(self._hashes)
        await self._wire.send(asked.SerializeToString())

    def _take(self, told: ForwardMsg) -> None:
        kind = told.WhichOneof("type")
        if told.metadata.cacheable and told.hash:
            self._hashes.add(told.hash)
        if kind == "navigation":
            self._page_hash = told.navigation.page_script_hash
        elif kind == "delta" and told.delta.new_element.HasField("exception"):
            self._broken = True
        elif kind == "auto_rerun":
            self._wake(told.auto_rerun.fragment_id, told.auto_rerun.interval)
        elif kind == "script_finished" and told.script_finished == told.FINISHED_SUCCESSFULLY:
            self._finished.set()

    def _wake(self, fragment: str, interval: float) -> None:
        self.leave()
        self._pulse = asyncio.create_task(self._keep_waking(fragment, interval))

    async def _keep_waking(self, fragment: str, interval: float) -> None:
        while True:
            await asyncio.sleep(interval)
            await self._send(fragment)


@asynccontextmanager
async def visiting(address: str, page: str, query: str) -> AsyncIterator[Visitor]:
    """Open a screen; yields when it stands there."""
    line = address.replace("http", "ws", 1) + "/_stcore/stream"
    async with connect(line, subprotocols=["streamlit"], max_size=None) as wire:
        visitor = Visitor(wire, page, query)
        listening = asyncio.create_task(visitor.listen())
        try:
            await visitor.click()
            yield visitor
        finally:
            visitor.leave()
            listening.cancel()
