"""Chunks of bytes -> lines, in bounded memory."""

from __future__ import annotations

_HEAD_BYTES = 1024


class OversizedLine(bytes):
    """The beginning of a line that is longer than allowed."""

    __slots__ = ()


class LineSplitter:
    """Cuts chunks into lines at line feeds; an end without one is held back for the next chunk.

    Parameters
    ----------
    limit : int
        Longest line that is kept, in bytes; of longer ones only the beginning is.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._parts: list[bytes] = []
        self._held = 0
        self._oversized = False

    def feed(self, chunk: bytes) -> list[bytes]:
        """Return the lines that a chunk completes, without their ends."""
        lines = chunk.split(b"\n")
        self._hold(lines[0])
        if len(lines) == 1:
            return []
        lines[0] = self.finish()
        self._hold(lines.pop())
        limit = self._limit
        return [line if len(line) <= limit else OversizedLine(line[:_HEAD_BYTES]) for line in lines]

    def finish(self) -> bytes:
        """Return the line that has begun and forget it."""
        line = b"".join(self._parts)
        if self._oversized:
            line = OversizedLine(line)
        self._parts, self._held, self._oversized = [], 0, False
        return line

    def _hold(self, part: bytes) -> None:
        self._held += len(part)
        if self._oversized:
            return
        self._parts.append(part)
        if self._held > self._limit:
            self._parts = [b"".join(self._parts)[:_HEAD_BYTES]]
            self._oversized = True
