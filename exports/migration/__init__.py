"""The facts of a report, moved from one version of its taxonomy to another: each is moved, dropped by a rule, or left.

Nothing is dropped in silence, and nothing is moved whose meaning changed unless a rule says how.
"""

from exports.migration.move import Left, Migration, Moved, migrate

__all__ = ["Left", "Migration", "Moved", "migrate"]
