"""Changes in tables whose printed sign says whether something got better, or follows the brackets about expenses.

Operating expenses (2,104) (2,011) (93) (4.6): they rose by 93, and by 4.6 %. The levels beside tell which way it went.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.links.decided import Decided
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.tables.columns import Column
from tagger.tables.deductions import Deductions
from tagger.words.alternation import alternation
from tagger.words.language import every_language


@cache
def _words() -> re.Pattern[str]:
    """Return the pattern of words that say of a change whether it is a good one, in all languages there are."""
    words = {word for language in every_language() for word in language.tables.get("judged", ())}
    return re.compile(rf"(?<![a-z])(?:{alternation(words)})(?![a-z])")


def settle_direction(
    item: Decided, column: Column, text: str, index: TaxonomyIndex, table: Deductions
) -> None:
    """Say of a change that the levels must tell its sign; where its column says better or worse, as far as its name tells."""
    best = item.best
    if best is None or best.kind not in ("change", "growth") or not isinstance(item.claim, Claim):
        return
    concept = index.taxonomy.concept_by_qname[best.base_concept]
    is_expense = concept.period_type == "duration" and concept.balance == "debit"
    if any(_words().search(text, heading.start, heading.end) for heading in column.headings):
        item.claim.unsure_sign = True
        better = -1 if is_expense else index.better(best.base_concept)
        item.value *= better or 1
    elif is_expense and table.expenses[0]:
        item.claim.unsure_sign = True
