"""The entity profile from its YAML file, with every mistake reported at its line and column.

Values are taken as written (YAML 1.2: `12-31` and `0012` stay text), so that no identifier loses a zero.

Spec: ISO 17442 (LEI, check digits by ISO/IEC 7064 MOD 97-10), ISO 4217 (currency codes).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import yaml

from taxonomy.errors import TagwrightError

from .profile import Profile

if TYPE_CHECKING:
    from taxonomy.model import Taxonomy

LEI_SCHEME = "http://standards.iso.org/iso/17442"

_LARGEST = 1_000_000
_DEEPEST = 20
_LEAP_YEAR = 2024
_REQUIRED = ("name", "scheme", "identifier", "currency")
_OPTIONAL = ("fiscal_year_end", "aliases", "members")
_QNAME = r"[A-Za-z_][\w.-]*:[A-Za-z_][\w.-]*"
_PAIR = re.compile(rf"({_QNAME})\s*=\s*({_QNAME})")


class ProfileError(TagwrightError):
    """One or more mistakes in an entity profile, a line each."""


@dataclass(frozen=True, slots=True)
class ProfileSource:
    """A profile and where in its file each member name stands, for `check_profile`."""

    path: Path
    profile: Profile
    member_marks: tuple[tuple[str, int, int], ...] = ()


@dataclass(slots=True)
class _Walk:
    """The mistakes found so far in one file."""

    path: Path
    mistakes: list[str] = field(default_factory=list)

    def mistake(self, node: yaml.Node, sentence: str) -> None:
        mark = node.start_mark
        self.mistakes.append(f"{self.path}:{mark.line + 1}:{mark.column + 1}: {sentence}")

    def stop(self) -> NoReturn:
        raise ProfileError("\n".join(self.mistakes))


def load_profile(path: Path) -> Profile:
    """Read an entity profile.

    Raises: ProfileError with every mistake of the file.
    """
    return load_profile_source(path).profile


def load_profile_source(path: Path) -> ProfileSource:
    """Read an entity profile and keep the places that `check_profile` reports.

    Raises: ProfileError with every mistake of the file.
    """
    walk = _Walk(path)
    root = _compose(walk, _read(path))
    entries = _entries(walk, root)
    for key in _REQUIRED:
        if key not in entries:
            walk.mistake(root, f"The key {key!r} is missing: an entity profile needs {', '.join(_REQUIRED)}.")
    found = {key: _scalar(walk, key, entries[key]) for key in _REQUIRED if key in entries}
    _check_identifier(walk, entries, found)
    if found.get("currency") and not re.fullmatch(r"[A-Z]{3}", found["currency"]):
        walk.mistake(
            entries["currency"],
            f"{found['currency']!r} is no currency code of ISO 4217: write three letters such as CNY.",
        )
    fiscal_year_end = _fiscal_year_end(walk, entries.get("fiscal_year_end"))
    aliases = tuple(_aliases(walk, entries.get("aliases")))
    members = tuple(_members(walk, entries.get("members")))
    if walk.mistakes:
        walk.stop()
    profile = Profile(
        **found, fiscal_year_end=fiscal_year_end, aliases=aliases, members=tuple(pair for pair, _ in members)
    )
    marks = tuple((pair[0], node.start_mark.line + 1, node.start_mark.column + 1) for pair, node in members)
    return ProfileSource(path, profile, marks)


def check_profile(source: ProfileSource, taxonomy: Taxonomy) -> None:
    """Check that every axis and member the profile names is in the taxonomy, and that they belong together.

    Raises: ProfileError with every mistake.
    """
    mistakes = []
    for (name, axis, member), (_, line, column) in zip(
        source.profile.members, source.member_marks, strict=True
    ):
        sentence = _unknown_member(taxonomy, axis, member)
        if sentence:
            mistakes.append(f"{source.path}:{line}:{column}: {name}: {sentence}")
    if mistakes:
        raise ProfileError("\n".join(mistakes))


def lei_is_valid(identifier: str) -> bool:
    """Return whether the text is an LEI whose check digits hold. Spec: ISO 17442-1 section 4."""
    if not re.fullmatch(r"[0-9A-Z]{18}[0-9]{2}", identifier):
        return False
    return int("".join(str(int(character, 36)) for character in identifier)) % 97 == 1


def _unknown_member(taxonomy: Taxonomy, axis: str, member: str) -> str:
    found = taxonomy.axis_by_qname.get(axis)
    if found is None:
        return (
            f"the taxonomy {taxonomy.prefix} {taxonomy.version} has no axis {axis!r}"
            f"{_nearest(axis, taxonomy.axis_by_qname)}."
        )
    names = [known.qname for known in found.members]
    if member not in names:
        return f"the axis {axis!r} has no member {member!r}{_nearest(member, names)}."
    return ""


def _nearest(name: str, names: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  needed for a mistake only, and not cheap

    close = get_close_matches(name, list(names), n=1)
    return f", did you mean {close[0]!r}" if close else ""


def _read(path: Path) -> str:
    try:
        data = path.read_bytes() if path.stat().st_size <= _LARGEST else None
    except OSError as error:
        raise ProfileError(
            f"The entity profile {path} cannot be read ({error.strerror}): check the path after --entity."
        ) from None
    if data is None:
        raise ProfileError(f"The entity profile {path} is larger than 1 MB: it holds something else.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ProfileError(f"{path}:{line}: The file is not UTF-8 from here on: save it as UTF-8.") from None
    return text


def _compose(walk: _Walk, text: str) -> yaml.Node:
    try:
        _refuse_depth(walk, text)
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise ProfileError(f"{walk.path}{place}: This is no YAML: {error.problem}.") from None
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())
        raise ProfileError(f"{walk.path}: This is no YAML: {reason}.") from None
    if root is None:
        raise ProfileError(f"{walk.path}:1:1: The entity profile is empty: it needs {', '.join(_REQUIRED)}.")
    return root


def _refuse_depth(walk: _Walk, text: str) -> None:
    """Stop at nesting that no profile has: composing recurses, and a deep file would overflow the stack."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise ProfileError(
                    f"{walk.path}:{line}: Nested more than {_DEEPEST} deep: an entity profile is a flat file."
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _entries(walk: _Walk, root: yaml.Node) -> dict[str, yaml.Node]:
    entries: dict[str, yaml.Node] = {}
    for key, key_node, value in _pairs(walk, root, "An entity profile"):
        if key not in _REQUIRED + _OPTIONAL:
            walk.mistake(
                key_node,
                f"The key {key!r} is unknown{_nearest(key, _REQUIRED + _OPTIONAL)}: remove or correct it.",
            )
        entries[key] = value
    return entries


def _pairs(walk: _Walk, node: yaml.Node, what: str) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        walk.mistake(node, f"{what} is a mapping of keys to values: write `key: value` lines.")
        return
    seen: set[str] = set()
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            walk.mistake(key, "A key is plain text.")
        elif key.value in seen:
            walk.mistake(key, f"The key {key.value!r} stands here twice: keep one.")
        else:
            seen.add(key.value)
            yield key.value, key, value


def _scalar(walk: _Walk, what: str, node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        walk.mistake(node, f"{what!r} takes one value, not a list or mapping.")
        return ""
    text = node.value.strip()
    if not text or (text in {"~", "null"} and not node.style):
        walk.mistake(node, f"{what!r} has no value: write one or remove the key.")
        return ""
    if any(not character.isprintable() for character in text):
        walk.mistake(node, f"{what!r} holds a control character or line break: write it on one line.")
        return ""
    return str(text)


def _check_identifier(walk: _Walk, entries: dict[str, yaml.Node], found: dict[str, str]) -> None:
    scheme, identifier = found.get("scheme"), found.get("identifier")
    if scheme and not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:\S+", scheme):
        walk.mistake(entries["scheme"], f"{scheme!r} is no URI: for an LEI write {LEI_SCHEME}.")
    if not identifier:
        return
    if scheme == LEI_SCHEME and not lei_is_valid(identifier):
        walk.mistake(entries["identifier"], _lei_sentence(identifier))
    elif any(character.isspace() for character in identifier):
        walk.mistake(entries["identifier"], f"The identifier {identifier!r} holds a space: remove it.")


def _lei_sentence(identifier: str) -> str:
    if not re.fullmatch(r"[0-9A-Z]{18}[0-9]{2}", identifier):
        return (
            f"{identifier!r} is no LEI: it has {len(identifier)} characters, "
            "and an LEI is 18 capital letters or digits and 2 check digits."
        )
    return f"The check digits of the LEI {identifier!r} fail: compare it with the register."


def _fiscal_year_end(walk: _Walk, node: yaml.Node | None) -> tuple[int, int]:
    if node is None:
        return (12, 31)
    text = _scalar(walk, "fiscal_year_end", node)
    match = re.fullmatch(r"([0-9]{2})-([0-9]{2})", text)
    month, day = (int(match[1]), int(match[2])) if match else (0, 0)
    if 1 <= month <= 12 and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]:  # noqa: PLR2004  months of a year
        return month, day
    if text:
        walk.mistake(
            node, f"{text!r} is no day of the year: write month and day as MM-DD, such as 12-31 or 03-31."
        )
    return (12, 31)


def _aliases(walk: _Walk, node: yaml.Node | None) -> Iterator[str]:
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        walk.mistake(node, "'aliases' takes a list: write [本行, ABC Bank].")
        return
    for item in node.value:
        alias = _scalar(walk, "aliases", item)
        if alias:
            yield alias


def _members(walk: _Walk, node: yaml.Node | None) -> Iterator[tuple[tuple[str, str, str], yaml.Node]]:
    if node is None:
        return
    for name, key_node, value in _pairs(walk, node, "'members'"):
        text = _scalar(walk, f"members: {name}", value)
        match = _PAIR.fullmatch(text)
        if match and name.strip():
            yield (name.strip(), match[1], match[2]), key_node
        elif text:
            walk.mistake(
                value, f"{text!r} names no member: write axis=member, bank:SomeAxis=bank:SomeMember."
            )
