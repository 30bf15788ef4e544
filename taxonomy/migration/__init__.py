"""Rules that move the facts of a report from one version of a taxonomy to another.

`source` reads them from YAML and holds them against both versions, `draft` writes the first draft of such a file
from what changed. The facts themselves are moved in `exports.migration`.
"""

from taxonomy.migration.draft import draft_rules
from taxonomy.migration.rules import NO_RULES, ConceptRule, NameRule, Rules
from taxonomy.migration.source import load_rules, parse_rules

__all__ = ["NO_RULES", "ConceptRule", "NameRule", "Rules", "draft_rules", "load_rules", "parse_rules"]
