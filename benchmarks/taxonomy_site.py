"""The site of 20,000 concepts in a real browser: how soon it shows something, and how long a key takes.

`python benchmarks/taxonomy_site.py [CONCEPTS]` makes a taxonomy with labels, definitions and terms in three
languages, writes its site, opens it from the file five times and prints medians: of the first content on the screen, of
the tree that can be used, and of each key of two queries until the results are on the screen.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from taxonomy.diff import diff_taxonomies
from taxonomy.model import Axis, Concept, Group, Hypercube, Label, Member, Taxonomy
from taxonomy.site import write_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ENGLISH = ["loan", "deposit", "customer", "bank", "branch", "card", "fee", "income", "cost", "asset",
           "risk", "capital", "bond", "share", "swap", "option", "credit", "debit", "lease", "fund"]  # fmt: skip
CHINESE = "貸款存客戶銀行卡費收入成本資產風險資本債券股份換權信借租基金託黃現率稅計"
QUERIES = ("deposit income", "存款客")
VISITS = 5
KEYS = """async (query) => {
  const field = document.getElementById("search");
  const taken = [];
  for (let length = 1; length <= query.length; length += 1) {
    field.value = query.slice(0, length);
    const start = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const script = performance.now() - start;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    taken.push([script, performance.now() - start]);
  }
  return taken;
}"""


def labels(number: int) -> tuple[Label, ...]:
    """Return labels, definitions and terms that no two elements share."""
    words = [ENGLISH[number // step % len(ENGLISH)] for step in (1, 20, 400)]
    han = "".join(CHINESE[number // step % len(CHINESE)] for step in (1, 35, 1225, 7, 11))
    name = " ".join(words)
    said = (
        f"Amount of {name} number {number} that the group recognised at the end of the period, after amounts "
        f"that were offset and before {words[1]} of other entities, as the standard on {words[2]} has it."
    )
    return (
        Label("en", f"{name.capitalize()} {number}"),
        Label("zh-Hans", f"{han}{number}"),
        Label("zh-Hant", f"{han}{number}"),
        Label("en", said, "documentation"),
        Label("zh-Hans", f"期末确认的第{number}项{han}，已抵销，未扣除其他主体的部分。", "documentation"),
        Label("zh-Hant", f"期末確認的第{number}項{han}，已抵銷，未扣除其他主體的部分。", "documentation"),
        Label("en", f"{words[0]} {number}", "term"),
        Label("zh-Hant", f"{han[:3]}{number}", "term"),
    )


def generate(count: int, version: str, renamed: int = 0) -> Taxonomy:
    """Return a taxonomy of so many concepts; every so many-th of them has another name."""
    members = [Member(f"big:M{number}Member", labels(number)[:3]) for number in range(1000)]
    axes = tuple(
        Axis(f"big:A{number}Axis", labels(number)[:3], members[number * 20].qname,
             tuple(members[number * 20 : number * 20 + 20]))
        for number in range(50)
    )  # fmt: skip
    names = [
        f"big:{'New' if renamed and not number % renamed else ''}Concept{number}" for number in range(count)
    ]
    concepts = [Concept(name, "monetary", "instant", labels(number)) for number, name in enumerate(names)]
    return Taxonomy(
        "big",
        f"http://example.org/big/{version}",
        version,
        f"http://example.org/big/{version}/big.xsd",
        (Label("en", "Generated"),),
        (),
        axes,
        tuple(concepts),
        tuple(
            Hypercube(f"Cube{first}", tuple(names[first : first + 100]),
                      tuple(axis.qname for axis in axes[first // 100 % 48 : first // 100 % 48 + 3]))
            for first in range(0, count, 100)
        ),
        tuple(
            Group((Label("en", f"Group {first // 100}"),), tuple(names[first : first + 100]))
            for first in range(0, count, 100)
        ),
    )  # fmt: skip


def visit(browser: Browser, page: Path) -> dict[str, float]:
    """Return milliseconds of one visit."""
    tab = browser.new_page()
    tab.goto(page.as_uri())
    tab.wait_for_timeout(1500)
    times: dict[str, Any] = tab.evaluate(
        """() => ({ first: performance.getEntriesByName("first-contentful-paint")[0].startTime,
                    ready: performance.getEntriesByName("ready")[0].startTime,
                    whole: performance.getEntriesByName("whole")[0].startTime })"""
    )
    taken = [each for query in QUERIES for each in tab.evaluate(KEYS, query)]
    tab.close()
    return {
        "first content": times["first"],
        "tree in use": times["ready"],
        "details and all": times["whole"],
        "a key, script": statistics.median(script for script, _ in taken),
        "a key, on the screen": statistics.median(whole for _, whole in taken),
        "the slowest key": max(whole for _, whole in taken),
    }


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    old, new = generate(count, "2024"), generate(count, "2025", 20)
    start = time.process_time()
    diff = diff_taxonomies(old, new)
    print(f"compared: {time.process_time() - start:.2f} s CPU, {len(diff.changes):,} changes")
    start = time.process_time()
    content = write_site(new, old, diff)
    print(f"written:  {time.process_time() - start:.2f} s CPU, {len(content) / 1e6:.1f} MB")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "index.html"
        page.write_bytes(content)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        visits = [visit(browser, page) for _ in range(VISITS)]
        browser.close()
    for name in visits[0]:
        print(f"{name:21} {statistics.median(each[name] for each in visits):6.0f} ms")


if __name__ == "__main__":
    main()
