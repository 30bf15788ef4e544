"""Tag the figures of a report with XBRL concepts, write the filing, and have Arelle validate it.

    import tagwright

    tagged = tagwright.tag("report.txt", taxonomy="bank-disclosure", entity="bank.yaml", period="2024")
    for row in tagged.rows("fact"):
        print(row.text, row.concept, row.value)
    written = tagwright.write(tagged, "filing")
    print(written.outcome, written.files)

`tag` reads and tags, `write` writes and validates, `validate` judges files that are there, `score` holds a
ledger against gold, `load_taxonomy` reads a taxonomy by name, source or package. A mistake of the caller is a
`TagwrightError` whose message is one sentence. Names are imported when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tagwright.filing import Written, write
    from tagwright.run import validate
    from tagwright.scoring import Score
    from tagwright.scoring import score_files as score
    from tagwright.tagged import Tagged, tag
    from taxonomy.errors import TagwrightError
    from taxonomy.load import load_taxonomy

__all__ = [
    "Score",
    "Tagged",
    "TagwrightError",
    "Written",
    "load_taxonomy",
    "score",
    "tag",
    "validate",
    "write",
]

_PLACES = {
    "Score": ("tagwright.scoring", "Score"),
    "Tagged": ("tagwright.tagged", "Tagged"),
    "TagwrightError": ("taxonomy.errors", "TagwrightError"),
    "Written": ("tagwright.filing", "Written"),
    "load_taxonomy": ("taxonomy.load", "load_taxonomy"),
    "score": ("tagwright.scoring", "score_files"),
    "tag": ("tagwright.tagged", "tag"),
    "validate": ("tagwright.run", "validate"),
    "write": ("tagwright.filing", "write"),
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: Python calls this for a name that is not here yet."""
    if name not in _PLACES:
        raise AttributeError(f"module 'tagwright' has no attribute {name!r}")
    module, attribute = _PLACES[name]
    found = globals()[name] = getattr(import_module(module), attribute)
    return found


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
