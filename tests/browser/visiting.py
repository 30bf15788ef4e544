"""A visit to a page in a browser, and what happened behind the page meanwhile."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium")
MISSING = " and ".join(
    [*([] if CHROMIUM else ["chromium"]), *([] if find_spec("playwright") else ["playwright"])]
)
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(slots=True)
class Seen:
    """What happened behind the page: every request but its own, every message, every error."""

    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


class Visit:
    """Opens pages, and holds at the end that each was silent and asked for nothing."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        """Take a browser and a folder to write pages to."""
        self.browser = browser
        self.folder = folder
        self.seen = Seen()
        self.opened: list[Page] = []

    def __call__(
        self, content: bytes, place: str = "", *, width: int = 1280, height: int = 900, dark: bool = False
    ) -> Page:
        """Open a page at a place in it ("#r0003")."""
        page = self.browser.new_page(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        self.opened.append(page)
        file = self.folder / "report.html"
        file.write_bytes(content)
        page.on("console", lambda message: self.seen.messages.append(message.text))
        page.on("pageerror", lambda error: self.seen.messages.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith(file.as_uri()) else self.seen.requests.append(request.url)
            ),
        )
        page.goto(file.as_uri() + place)
        return page
