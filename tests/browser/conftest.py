"""A browser for all tests of this folder, and pages that must stay silent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.visiting import ARGUMENTS, CHROMIUM, Seen, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return one browser for all tests."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is installed

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    """Return what opens pages; afterwards no page has sent a request or written to the console."""
    visit = Visit(browser, tmp_path)
    yield visit
    for page in visit.opened:
        page.close()
    assert Seen([], []) == visit.seen
