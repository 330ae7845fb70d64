"""Several processes that do a panel's work, their results in the order of the work.

A process has its next chunk before its last result is taken, so that it never waits for this one; and only so many
chunks are under way: what is held in memory does not depend on the length of the input. Processes are started afresh
(`spawn`), so that it is the same on every system, and end with this one, whatever ends it.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from contextlib import contextmanager
from multiprocessing import connection, get_context
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from kasean_score.cli.panel import Panel, prepare_for_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection

    from kasean_score.cli.panel import Asking, Chunk, Done

__all__ = ["WorkerError", "worked"]

QUEUED = 2
"""Chunks that a process has at once: the one that it works on, and the next."""
AHEAD = 3
"""Chunks under way or waiting for their turn, for each process."""


class WorkerError(Exception):
    """A process that ended, or failed, in the middle of its work: a bug, or a lack of memory."""


class Worker:
    """One process, and the line to it."""

    def __init__(self, asking: Asking) -> None:
        context = get_context("spawn")
        self.line, other = context.Pipe()
        self.numbers: deque[int] = deque()
        self.process = context.Process(target=_serve, args=(other, asking), daemon=True)
        with _deaf_to_interrupts():
            self.process.start()
        other.close()

    def give(self, number: int, chunk: Chunk) -> None:
        """Raises WorkerError where the process is no more: a broken pipe here is none of the reader's of stdout."""
        self.numbers.append(number)
        try:
            self.line.send(chunk.items)
        except (BrokenPipeError, ConnectionResetError):
            raise self._ended() from None

    def result(self) -> tuple[int, Done]:
        """What came of the chunk that it was given first, and the number of that."""
        try:
            answer = self.line.recv()
        except (EOFError, ConnectionResetError):
            raise self._ended() from None
        if isinstance(answer, Exception):
            raise answer
        done: Done = answer
        return self.numbers.popleft(), done

    def _ended(self) -> WorkerError:
        self.process.join()
        code = self.process.exitcode or 0
        how = f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"
        return WorkerError(f"a worker process {how}")


def worked(chunks: Iterator[Chunk], panel: Panel, jobs: int) -> Iterator[tuple[Chunk, Done]]:
    """Each chunk with what came of it, in their order, worked on by `jobs` processes. Raises WorkerError."""
    workers: list[Worker] = []
    try:
        yield from _in_order(chunks, panel, jobs, workers)
    finally:
        for worker in workers:
            worker.process.kill()
        for worker in workers:
            worker.process.join()


def _in_order(chunks: Iterator[Chunk], panel: Panel, jobs: int, workers: list[Worker]) -> Iterator[tuple[Chunk, Done]]:
    held: dict[int, Chunk] = {}
    done: dict[int, Done] = {}
    given = taken = 0
    more = True
    while more or held:
        while more and given - taken < AHEAD * jobs and (len(workers) < jobs or _freest(workers)):
            chunk = next(chunks, None)
            if chunk is None:
                more = False
                break
            held[given] = chunk
            if chunk.here:
                done[given] = panel.work(chunk.items)
            else:
                if len(workers) < jobs:
                    workers.append(Worker(panel.asking))
                _freest(workers)[0].give(given, chunk)
            given += 1
        while taken in done:
            yield held.pop(taken), done.pop(taken)
            taken += 1
        if taken in held:
            busy = {worker.line: worker for worker in workers if worker.numbers}
            for line in connection.wait(list(busy)):
                number, one = busy[line].result()  # type: ignore[index]
                done[number] = one


def _freest(workers: Sequence[Worker]) -> list[Worker]:
    """The workers that can be given a chunk, those with the fewest first."""
    return sorted([one for one in workers if len(one.numbers) < QUEUED], key=lambda one: len(one.numbers))


def _serve(line: Connection, asking: Asking) -> None:
    """What a worker process does: chunks in, results out, until the line is cut."""
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends its workers
    panel = Panel(asking)
    inbox: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_receive, args=(line, inbox), daemon=True).start()
    prepared = False
    while True:
        items = inbox.get()
        if not prepared:
            prepare_for_many(items)
            prepared = True
        try:
            line.send(panel.work(items))
        except BrokenPipeError:
            os._exit(0)
        except Exception as error:
            line.send(_plain(error))


def _receive(line: Connection, inbox: SimpleQueue[Any]) -> None:
    """Take chunks in while others are worked on: the two ends would wait for each other if both were sending."""
    while True:
        try:
            inbox.put(line.recv())
        except (EOFError, ConnectionResetError):
            os._exit(0)


def _plain(error: Exception) -> Exception:
    """An exception that can be sent: those of the input as they are, a bug in words."""
    from kasean_score.errors import InputError

    return error if isinstance(error, InputError) else WorkerError(f"{type(error).__name__}: {error}")


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Within, a new process is made that no Ctrl-C will ever reach; one that comes meanwhile reaches this one later."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
