"""A client of a language server: it speaks the Language Server Protocol over stdio, as an editor does."""

from __future__ import annotations

import json
import subprocess
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TIMEOUT = 60.0
"""Seconds that an answer may take before the test fails."""
SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}


class Client:
    """A running server; as a context, it is stopped at the end."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.folder = folder
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self._received: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        self._put_back: list[dict[str, Any]] = []
        self._count = 0
        Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        root = self.folder.as_uri()
        capabilities = {
            "textDocument": {
                "publishDiagnostics": {},
                "hover": {"contentFormat": ["plaintext"]},
                "completion": {"completionItem": {"snippetSupport": False}},
            },
            "workspace": {"configuration": True},
        }
        self.request("initialize", {"processId": None, "rootUri": root, "capabilities": capabilities})
        self._send({"method": "initialized", "params": {}})
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": SETTINGS}})
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, name: str, text: str) -> list[dict[str, Any]]:
        """Open a file of that text in the editor; returns the diagnostics that the server publishes of it."""
        uri = self.uri(name)
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": item}})
        return self.diagnostics(name)

    def diagnostics(self, name: str) -> list[dict[str, Any]]:
        """The next diagnostics that are published of a file."""
        uri = self.uri(name)
        found = self._await(
            lambda said: said.get("method") == "textDocument/publishDiagnostics" and said["params"]["uri"] == uri
        )
        listed: list[dict[str, Any]] = found["params"]["diagnostics"]
        return listed

    def ask(self, method: str, name: str, line: int, character: int) -> Any:
        """What the server says of a position (counted from 0) in an open file."""
        position = {"line": line, "character": character}
        return self.request(f"textDocument/{method}", {"textDocument": {"uri": self.uri(name)}, "position": position})

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def request(self, method: str, params: dict[str, Any]) -> Any:
        self._count += 1
        number = self._count
        self._send({"id": number, "method": method, "params": params})
        answer = self._await(lambda said: said.get("id") == number and "method" not in said)
        assert "error" not in answer, answer
        return answer["result"]

    def _await(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next message that is wanted; what the server asks meanwhile is answered, the rest kept."""
        for kept in self._put_back:
            if wanted(kept):
                self._put_back.remove(kept)
                return kept
        end = monotonic() + TIMEOUT
        while True:
            try:
                said = self._received.get(timeout=max(0.0, end - monotonic()))
            except Empty:
                raise AssertionError("the language server did not answer in time") from None
            assert said is not None, "the language server ended"
            if "id" in said and "method" in said:
                self._answer(said)
            elif wanted(said):
                return said
            else:
                self._put_back.append(said)

    def _answer(self, asked: dict[str, Any]) -> None:
        """Settings by their sections; all else that a server asks of an editor is granted."""
        result: Any = None
        if asked["method"] == "workspace/configuration":
            result = [SETTINGS.get(item.get("section")) for item in asked["params"]["items"]]
        self._send({"id": asked["id"], "result": result})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while True:
            length = 0
            while line := stream.readline().strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            if not length:
                self._received.put(None)
                return
            self._received.put(json.loads(stream.read(length)))
