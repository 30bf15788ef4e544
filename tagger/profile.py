"""The entity profile: who reports, in which currency and fiscal year, and the names it uses for itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """The entity that every fact is of.

    fiscal_year_end: (month, day). aliases: names that the text uses for the entity itself.
    members: (name in the text, QName of the axis, QName of the member).
    """

    name: str
    scheme: str
    identifier: str
    currency: str
    fiscal_year_end: tuple[int, int] = (12, 31)
    aliases: tuple[str, ...] = ()
    members: tuple[tuple[str, str, str], ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """Return the names of the entity itself and of its parts."""
        return (self.name, *self.aliases, *(name for name, _, _ in self.members))
