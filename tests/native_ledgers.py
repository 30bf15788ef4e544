"""Prints a line for each of many ledgers, with the digest of all that it holds: `python -m tests.native_ledgers`.

`test_native.py` runs it with the tagger compiled and as plain Python. The texts: every third written passage, of each language
and with its tables, every sixth unseen text that may be looked at, and a page of HTML.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256

import tagger
from tagger.ledger import Ledger
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from tests.development.measure import tag_passage
from tests.development.passages import load_passages
from tests.tagging_example import bank_taxonomy, profile_of
from tests.unseen.measure import load_unseen

PAGE = """<html><head><title>Results</title></head><body><h1>存款</h1>
<p>2024年末，公司存款174,822.23億元，比上年末增加1,234.5億元，增長0.7%；個人存款<b>1</b>68,213.05億元。</p>
<table><caption>貸款（人民幣百萬元）</caption><tr><th></th><th>2024年</th><th>2023年</th></tr>
<tr><td>公司類貸款</td><td>1,234</td><td>(56)</td></tr><tr><td>個人貸款</td><td>789</td><td>–</td></tr></table></body></html>"""


def ledgers() -> Iterator[tuple[str, Ledger]]:
    """Yield ledgers with their names."""
    for passage in load_passages()[::3]:
        yield passage.name, tag_passage(passage)
    for unseen in [unseen for unseen in load_unseen() if not unseen.is_held_out][::6]:
        yield unseen.passage.name, unseen.tag()
    page = parse_document(PAGE.encode(), "page", ending=".html")
    yield "page", tag_document(page, bank_taxonomy(), profile_of(), parse_reporting_period("2024", (12, 31)))


def main() -> None:
    """Print whether the tagger is compiled, and the ledgers."""
    sys.stdout.write(f"{tagger.STATE}\n")
    for name, ledger in ledgers():
        digest = sha256(repr((ledger.rows, ledger.proofs)).encode()).hexdigest()
        sys.stdout.write(f"{name} {len(ledger.rows)} {digest}\n")


if __name__ == "__main__":
    main()
