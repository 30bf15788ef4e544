"""Which linkbases of a taxonomy hold words and the order on a page, and nothing that a fact is checked against.

Labels, references and presentation are most of a taxonomy's bytes, and Arelle reads them anew for each report. Once
the taxonomy was found valid, whole, with one report, the next ones are checked without them: no rule of XBRL 2.1, Dimensions,
Calculations or the Units Registry asks them anything about a fact. What has other links in it, one of a kind not known
here among them, is always read.

Spec: XBRL 2.1 section 5.2 (the standard extended links).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from glob import escape
from typing import TYPE_CHECKING

from taxonomy.errors import TagwrightError
from taxonomy.xml_reading import parse_xml

if TYPE_CHECKING:
    from exports.references import Package

LINK = "{http://www.xbrl.org/2003/linkbase}"

_HARMLESS = frozenset(
    f"{LINK}{name}"
    for name in ("roleRef", "arcroleRef", "documentation", "labelLink", "referenceLink", "presentationLink")
)


_GENERIC = "{http://xbrl.org/2008/generic}link"
"""Formulas, tables, generic labels and references: where no formula is run, no fact is checked against them."""


def skip_pattern(packages: Iterable[Package], *, with_formulas: bool = True) -> str:
    """Return the addresses of such linkbases, as Arelle's option skipLoading wants them; empty for none.

    with_formulas: whether formulas are run, so that theirs must be read.
    """
    harmless = _HARMLESS if with_formulas else _HARMLESS | {_GENERIC}
    urls = {
        url for package in packages for url in _urls(package, harmless) if "|" not in url
    }  # Arelle parts them there
    return "|".join(sorted(map(escape, urls)))


def _urls(package: Package, harmless: frozenset[str]) -> Iterator[str]:
    for name, data in package.members.items():
        if name.endswith(".xml") and _holds_alone(harmless, name, data):
            for start, prefix in package.rewrites:
                if name.startswith(prefix):
                    yield start + name[len(prefix) :]


def _holds_alone(harmless: frozenset[str], name: str, data: bytes) -> bool:
    try:
        root = parse_xml(data, name)
    except TagwrightError:
        return False
    return root.tag == f"{LINK}linkbase" and all(child.tag in harmless for child in root)
