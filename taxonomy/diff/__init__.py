"""What changed between two versions of a taxonomy, in the words of a person.

    old, new ─pairing─▶ which element is which ─items, dimensions, sums, order─▶ changes ─compare─▶ Diff ─told─▶ text, JSON

Every change says whether it breaks: whether an instance that was valid, once its names are moved into the new
namespace, no longer is or means something else. The words are data: one file a language in `texts/`.
"""

from taxonomy.diff.change import Change, Diff, Why
from taxonomy.diff.compare import diff_taxonomies

__all__ = ["Change", "Diff", "Why", "diff_taxonomies"]
