"""The entity profile from its YAML file, with every mistake reported at its line and column.

Values are taken as written (`12-31` and `0012` stay text), so that no identifier loses a zero.

Spec: ISO 17442 (LEI, check digits by ISO/IEC 7064 MOD 97-10), ISO 4217 (currency codes).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from taxonomy.errors import Finding, TagwrightError
from taxonomy.source_keys import Keys
from taxonomy.source_walk import Walker
from taxonomy.yaml_nodes import Entry, SourceError, parse_yaml

from .profile import Profile

if TYPE_CHECKING:
    from yaml.nodes import Node

    from taxonomy.model import Taxonomy

LEI_SCHEME = "http://standards.iso.org/iso/17442"

_KEYS = Keys(
    required=("name", "scheme", "identifier", "currency"), optional=("fiscal_year_end", "aliases", "members")
)
_LARGEST = 1_000_000
_LEAP_YEAR = 2024
_MONTHS = 12
_DECEMBER = (12, 31)
_QNAME = r"[A-Za-z_][\w.-]*:[A-Za-z_][\w.-]*"
_PAIR = re.compile(rf"({_QNAME})\s*=\s*({_QNAME})")


@dataclass(frozen=True, slots=True)
class ProfileSource:
    """A profile, and where in its file each of its members stands (line, column), for `check_profile`."""

    path: Path
    profile: Profile
    member_places: tuple[tuple[int, int], ...] = ()


def load_profile(path: Path) -> Profile:
    """Read an entity profile.

    Raises: SourceError (all mistakes), TagwrightError (the file cannot be read).
    """
    return load_profile_source(path).profile


def load_profile_source(path: Path) -> ProfileSource:
    """Read an entity profile and keep the places that `check_profile` reports.

    Raises: SourceError (all mistakes), TagwrightError (the file cannot be read).
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise TagwrightError(
            f"{path}: the entity profile cannot be read ({error.strerror}): check the path"
        ) from None
    if len(data) > _LARGEST:
        raise TagwrightError(f"{path}: larger than 1 MB: an entity profile is a short file, check the path")
    walker = Walker(str(path))
    entries = walker.record(parse_yaml(data, str(path)), "the entity profile", _KEYS)
    found = {key: walker.any_text(entries[key].value, key) for key in _KEYS.required if key in entries}
    _check_identifier(walker, entries, found)
    _check_currency(walker, entries, found.get("currency"))
    fiscal_year_end = _fiscal_year_end(walker, entries.get("fiscal_year_end"))
    aliases = tuple(_aliases(walker, entries.get("aliases")))
    members = tuple(_members(walker, entries.get("members")))
    if walker.findings:
        raise SourceError(tuple(walker.findings))
    profile = Profile(
        **{key: value or "" for key, value in found.items()},
        fiscal_year_end=fiscal_year_end,
        aliases=aliases,
        members=tuple(member for member, _ in members),
    )
    marks = (node.start_mark for _, node in members)
    return ProfileSource(path, profile, tuple((mark.line + 1, mark.column + 1) for mark in marks))


def check_profile(source: ProfileSource, taxonomy: Taxonomy) -> None:
    """Check that every axis and member that the profile names is in the taxonomy, the member on the axis.

    Raises: SourceError with every mistake.
    """
    walker = Walker(str(source.path))
    for (name, axis, member), (line, column) in zip(
        source.profile.members, source.member_places, strict=True
    ):
        message = _unknown_member(walker, taxonomy, axis, member)
        if message:
            code = "tagwright:source.unknown-name"
            walker.findings.append(Finding("error", code, f"{name}: {message}", walker.file, line, column))
    if walker.findings:
        raise SourceError(tuple(walker.findings))


def lei_is_valid(identifier: str) -> bool:
    """Return whether the text is an LEI whose check digits hold. Spec: ISO 17442-1 section 4."""
    if not re.fullmatch(r"[0-9A-Z]{18}[0-9]{2}", identifier):
        return False
    return int("".join(str(int(character, 36)) for character in identifier)) % 97 == 1


def _unknown_member(walker: Walker, taxonomy: Taxonomy, axis: str, member: str) -> str:
    found = taxonomy.axis_by_qname.get(axis)
    if found is None:
        hint = walker.hint(axis, taxonomy.axis_by_qname)
        return f'the taxonomy {taxonomy.prefix} {taxonomy.version} has no axis "{axis}"{hint}'
    names = [known.qname for known in found.members]
    if member not in names:
        return f'the axis {axis} has no member "{member}"{walker.hint(member, names)}'
    return ""


def _check_identifier(walker: Walker, entries: dict[str, Entry], found: dict[str, str | None]) -> None:
    scheme, identifier = found.get("scheme"), found.get("identifier")
    if scheme and not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:\S+", scheme):
        walker.fail(
            entries["scheme"].value, "value", f'scheme "{scheme}" is no URI: for an LEI write {LEI_SCHEME}'
        )
    if not identifier:
        return
    node = entries["identifier"].value
    if scheme != LEI_SCHEME:
        if " " in identifier:
            walker.fail(node, "value", f'identifier "{identifier}" holds a space: remove it')
    elif not re.fullmatch(r"[0-9A-Z]{18}[0-9]{2}", identifier):
        walker.fail(
            node,
            "value",
            f'identifier "{identifier}" is no LEI: it has {len(identifier)} characters, '
            "and an LEI is 18 capital letters or digits and 2 check digits",
        )
    elif not lei_is_valid(identifier):
        walker.fail(
            node,
            "value",
            f'the check digits of the LEI "{identifier}" fail: compare it with the LEI register',
        )


def _check_currency(walker: Walker, entries: dict[str, Entry], currency: str | None) -> None:
    if currency and not re.fullmatch(r"[A-Z]{3}", currency):
        walker.fail(
            entries["currency"].value,
            "value",
            f'currency "{currency}" is no code of ISO 4217: write three capital letters such as CNY',
        )


def _fiscal_year_end(walker: Walker, entry: Entry | None) -> tuple[int, int]:
    text = walker.any_text(entry.value, "fiscal_year_end") if entry else None
    if entry is None or text is None:
        return _DECEMBER
    match = re.fullmatch(r"([0-9]{2})-([0-9]{2})", text)
    month, day = (int(match[1]), int(match[2])) if match else (0, 0)
    if 1 <= month <= _MONTHS and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]:
        return month, day
    walker.fail(
        entry.value,
        "value",
        f'fiscal_year_end "{text}" is no day of the year: write month and day as MM-DD, such as 03-31',
    )
    return _DECEMBER


def _aliases(walker: Walker, entry: Entry | None) -> Iterator[str]:
    for item in walker.listing(entry.value, "aliases") if entry else ():
        alias = walker.any_text(item, "an alias")
        if alias:
            yield alias


def _members(walker: Walker, entry: Entry | None) -> Iterator[tuple[tuple[str, str, str], Node]]:
    for name, member in walker.mapping(entry.value, "members").items() if entry else ():
        text = walker.any_text(member.value, f"the member of {name}")
        match = _PAIR.fullmatch(text) if text else None
        if match and walker.any_text(member.key, "a name"):
            yield (name.strip(), match[1], match[2]), member.key
        elif text:
            walker.fail(
                member.value, "value", f'"{text}" names no member: write bank:SomeAxis=bank:SomeMember'
            )
