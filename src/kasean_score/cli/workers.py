"""Several processes that do a panel's work, their results in the order of the work.

A process gets its next chunk when its last result is in, and only so many chunks are under way: what is held in
memory does not depend on the length of the input. Processes are started afresh (`spawn`), so that it is the same on
every system, and end with this one, whatever ends it.
"""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from multiprocessing import connection, get_context
from typing import TYPE_CHECKING, Any

from kasean_score.cli.panel import Panel, prepare_for_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from kasean_score.cli.panel import Asking, Chunk, Done

__all__ = ["WorkerError", "worked"]

AHEAD = 3
"""Chunks under way or waiting for their turn, for each process."""


class WorkerError(Exception):
    """A process that ended, or failed, in the middle of its work: a bug, or a lack of memory."""


class Worker:
    """One process, and the line to it."""

    def __init__(self, asking: Asking) -> None:
        context = get_context("spawn")
        self.line, other = context.Pipe()
        self.process = context.Process(target=_serve, args=(other, asking), daemon=True)
        with _deaf_to_interrupts():
            self.process.start()
        other.close()

    def give(self, chunk: Chunk) -> None:
        """Raises WorkerError where the process is no more: a broken pipe here is none of the reader's of stdout."""
        try:
            self.line.send(chunk.items)
        except (BrokenPipeError, ConnectionResetError):
            raise self._ended() from None

    def result(self) -> Done:
        try:
            answer = self.line.recv()
        except (EOFError, ConnectionResetError):
            raise self._ended() from None
        if isinstance(answer, Exception):
            raise answer
        done: Done = answer
        return done

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
    idle: list[Worker] = []
    busy: dict[Any, tuple[Worker, int]] = {}
    held: dict[int, Chunk] = {}
    done: dict[int, Done] = {}
    given = taken = 0
    more = True
    while more or held:
        while more and given - taken < AHEAD * jobs and (idle or len(workers) < jobs):
            chunk = next(chunks, None)
            if chunk is None:
                more = False
                break
            held[given] = chunk
            if chunk.here:
                done[given] = panel.work(chunk.items)
            else:
                if not idle:
                    workers.append(Worker(panel.asking))
                    idle.append(workers[-1])
                worker = idle.pop()
                worker.give(chunk)
                busy[worker.line] = (worker, given)
            given += 1
        while taken in done:
            yield held.pop(taken), done.pop(taken)
            taken += 1
        if busy and (taken in held):
            for line in connection.wait(list(busy)):
                worker, number = busy.pop(line)
                done[number] = worker.result()
                idle.append(worker)


def _serve(line: Connection, asking: Asking) -> None:
    """What a worker process does: chunks in, results out, until the line is cut."""
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends its workers
    panel = Panel(asking)
    prepared = False
    while True:
        try:
            items = line.recv()
        except EOFError:
            os._exit(0)
        if not prepared:
            prepare_for_many(items)
            prepared = True
        try:
            line.send(panel.work(items))
        except BrokenPipeError:
            os._exit(0)
        except Exception as error:
            line.send(_plain(error))


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
