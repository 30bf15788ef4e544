"""Takes the README's picture anew: the page of the sample with one figure chosen (`make picture`)."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

import tagwright
from tests.browser.visiting import ARGUMENTS, CHROMIUM

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "samples" / "harbour-bank"
CHOSEN = "r0014"


def take(place: Path) -> None:
    """Tag the sample, open its page in English and write what a window of 1280 by 800 shows."""
    tagged = tagwright.tag(
        SAMPLE / "report.txt", taxonomy="bank-disclosure", entity=SAMPLE / "entity.yaml", period="2025"
    )
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        tagwright.write(tagged, folder)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"file://{folder}/report.html#{CHOSEN}")
        page.click("[data-language=en]")
        page.evaluate(f"location.hash = ''; location.hash = '{CHOSEN}'")
        page.wait_for_timeout(1000)
        page.screenshot(path=place)
        browser.close()


if __name__ == "__main__":
    take(ROOT / "docs" / "report.png")
