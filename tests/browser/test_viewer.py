"""The viewer page in a browser: it opens from a folder, offline, with the facts and their Chinese labels."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from exports import ixbrl
from exports.errors import OutputError
from exports.tables import extra
from exports.viewer import SCRIPT, viewer_files
from tagwright import tagged
from taxonomy.compile.package import compile_package
from tests.browser.visiting import MISSING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "samples" / "harbour-bank"
VIEWER = "" if find_spec("iXBRLViewerPlugin") else "the extra `tables` (ixbrl-viewer) is not installed"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(VIEWER), reason=VIEWER),
]


@pytest.fixture(scope="module")
def filing(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the iXBRL page of the sample bank, and its taxonomy package."""
    folder = tmp_path_factory.mktemp("filing")
    sample = tagged.tag(
        SAMPLE / "report.txt", taxonomy="bank-disclosure", entity=SAMPLE / "entity.yaml", period="2025"
    )
    page, package = folder / "report.xhtml", folder / "bank.zip"
    with page.open("wb") as stream:
        ixbrl.write(sample.report, sample.document, sample.ledger, stream, sample.language)
    package.write_bytes(compile_package(sample.taxonomy))
    return page, package


@pytest.fixture(scope="module")
def viewer(filing: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the viewer's files are in, and nothing else."""
    folder = tmp_path_factory.mktemp("viewer")
    page, package = filing
    for name, content in viewer_files(page, "report", [package], "zh-Hant"):
        (folder / name).write_bytes(content)
    return folder


def opened(browser: Browser, folder: Path, language: str) -> tuple[Page, list[str], list[str]]:
    """Open the viewer; return the page, what it asked for, and its errors."""
    page = browser.new_page(locale=language, viewport={"width": 1400, "height": 900})
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((folder / "report-viewer.html").as_uri())
    page.wait_for_selector("#ixv.post-processing-complete", state="attached", timeout=60_000)
    return page, asked, errors


@pytest.mark.skipif(bool(MISSING), reason=f"{MISSING} not installed")
@pytest.mark.parametrize("language", ["zh-TW", "zh-CN", "ko-KR"])
def test_the_viewer_opens_offline_with_the_labels_of_the_report(
    browser: Browser, viewer: Path, language: str
) -> None:
    """Chosen, a fact tells its concept in Chinese; nothing but the two files is asked for."""
    page, asked, errors = opened(browser, viewer, language)

    (document,) = [frame for frame in page.frames if frame.locator(".ixbrl-element").count()]
    document.locator(".ixbrl-element", has_text="22,164.83").first.click()
    page.wait_for_function(
        "document.querySelector('#inspector').innerText.includes('LoansAndAdvancesToCustomers')"
    )
    told = page.locator("#inspector").inner_text()
    page.close()

    assert "客戶貸款及墊款" in told
    assert errors == []
    assert [url for url in asked if not url.startswith(("file://", "data:", "blob:", "about:"))] == []


def test_the_viewer_holds_the_labels_of_all_languages_the_reports_first(viewer: Path) -> None:
    """A reader may switch; nothing in the page tells where it was made."""
    html = (viewer / "report-viewer.html").read_text(encoding="utf-8")
    found = re.search(r'<script type="application/x\.ixbrl-viewer\+json">(.*?)</script>', html, re.DOTALL)

    assert found
    (report,) = json.loads(found[1])["sourceReports"]
    concepts = report["targetReports"][0]["concepts"]
    assert next(iter(concepts["bank:LoansAndAdvancesToCustomers"]["labels"]["std"])) == "zh-hant"
    assert set(concepts["bank:LoansAndAdvancesToCustomers"]["labels"]["std"]) == {"zh-hant", "zh-hans", "en"}
    assert str(viewer.parent) not in html
    assert f'src="{SCRIPT}"' in html


def test_equal_input_gives_the_same_viewer(filing: tuple[Path, Path], viewer: Path) -> None:
    """No clock, no random ids."""
    page, package = filing

    again = dict(viewer_files(page, "report", [package], "zh-Hant"))

    assert again == {name: (viewer / name).read_bytes() for name in again}


def test_a_page_that_points_out_of_what_was_given_gets_no_viewer(filing: tuple[Path, Path]) -> None:
    """Arelle does not see it."""
    with pytest.raises(OutputError, match="neither in a taxonomy package given"):
        viewer_files(filing[0], "report", [])


def test_a_viewer_that_did_not_come_out_is_told(tmp_path: Path) -> None:
    """Arelle says nothing in its exit status."""
    page = tmp_path / "x.xhtml"
    page.write_text('<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>')

    with pytest.raises(OutputError, match=r"x\.xhtml: no viewer came out"):
        viewer_files(page, "x")


def test_without_the_extra_one_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The base installation does without."""
    monkeypatch.setattr(extra, "find_spec", lambda _name: None)

    with pytest.raises(OutputError, match="pip install 'tagwright"):
        viewer_files(tmp_path / "x.xhtml", "x")
