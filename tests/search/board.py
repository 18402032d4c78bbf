"""A board of its own with the postings, asked as a visitor asks it: by its pages."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import Self

PATIENCE = 120


class Board:
    """Serves `files` from a new database until the `with` block ends."""

    def __init__(self, binary: Path, folder: Path, database: str | None, files: Iterable[Path]):
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self.binary = binary
        self.files = list(files)
        self.log = folder / "log"
        self.urls: dict[str, str] = {}
        stated = {"BIND": f"127.0.0.1:{port}", "DATA_DIR": str(folder), "RUST_LOG": "warn"}
        if database:
            stated["DATABASE_URL"] = database
        elsewhere = {"DATABASE_URL", "BASE_URL", "METRICS_BIND", "JWT_KEYS"}
        kept = {name: value for name, value in os.environ.items() if name not in elsewhere}
        self.environment = kept | stated

    def __enter__(self) -> Self:
        for file in self.files:
            self.run("import", str(file))
        with self.log.open("ab") as log:
            command = [str(self.binary), "serve"]
            self.server = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        try:
            self.wait()
        except Exception:
            self.server.kill()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.server.terminate()
        self.server.wait()

    def run(self, *arguments: str) -> None:
        command = [str(self.binary), *arguments]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )
        # 3: some lines were refused.
        if done.returncode not in (0, 3):
            raise RuntimeError(f"{' '.join(command)}: {done.stdout}{done.stderr}")

    def wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.server.poll() is None:
            try:
                # The index is built first. Words are counted some seconds after an import; misspelt
                # ones are corrected by it.
                if self.get("/jobs?q=engineer") and json.loads(self.get("/suggestions?q=engineer")):
                    return
            except (urllib.error.URLError, ConnectionError):
                pass
            time.sleep(0.2)
        raise RuntimeError(f"the board did not start: {self.log.read_text()}")

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as response:
            return str(response.read().decode())

    def find(self, words: str, sort: str, most: int) -> list[str]:
        """The links to apply at of the first jobs on the page of this search."""
        query = {"q": words} | ({"sort": sort} if sort == "newest" else {})
        cards = Cards()
        cards.feed(self.get(f"/jobs?{urllib.parse.urlencode(query)}"))
        return [self.url_of(path) for path in cards.paths[:most]]

    def similar(self, url: str, title: str, most: int) -> list[str]:
        """The links to apply at of the jobs shown below the one at `url`, which has this title."""
        phrase = '"' + title.replace('"', " ") + '"'
        page = f"/api/v1/jobs?{urllib.parse.urlencode({'q': phrase})}"
        path = ""
        while page and not path:
            answer = json.loads(self.get(page))
            jobs = answer["itemListElement"]
            for job in jobs:
                if job["applicationContact"]["url"] == url:
                    path = urllib.parse.urlparse(job["url"]).path
            page = answer["next"]
        below = Cards()
        below.feed(self.get(path))
        return [self.url_of(path) for path in below.paths[:most]]

    def url_of(self, path: str) -> str:
        """Where one applies for the job at `path`: that names a posting, and no page shows its source."""
        number = path.removeprefix("/jobs/").split("-")[0]
        if number not in self.urls:
            job = json.loads(self.get(f"/api/v1/jobs/{number}"))
            self.urls[number] = job["applicationContact"]["url"]
        return self.urls[number]


class Cards(HTMLParser):
    """The paths of the jobs in a list: the links in the headings of `ul.cards`."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[str] = []
        self.in_cards = False
        self.in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        stated = dict(attrs)
        if tag == "ul" and stated.get("class") == "cards":
            self.in_cards = True
        elif tag == "h2":
            self.in_heading = self.in_cards
        elif tag == "a" and self.in_heading:
            self.paths.append(stated.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "h2":
            self.in_heading = False


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
