"""Labels: their one order, the languages they may be in, and the labels that tagwright makes itself.

The same taxonomy from a source and from a package must be equal, so labels have one canonical order:
by role, then by language tag, then as the author wrote them.

Spec: BCP 47 (language tags); XBRL 2.1 section 5.2.2.2.2 (labels).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, get_args

from taxonomy.model import Label, OwnLabelRole

if TYPE_CHECKING:
    from collections.abc import Iterable

ROLES: Final[tuple[OwnLabelRole, ...]] = get_args(OwnLabelRole)
_PLACE: Final[dict[str, int]] = {role: place for place, role in enumerate(ROLES)}

_LANGUAGES_TEXT = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da "
    "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz "
    "ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln "
    "lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi "
    "pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti "
    "tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
)
_LANGUAGES = frozenset(_LANGUAGES_TEXT.split())
_SCRIPTS_TEXT = (
    "Arab Armn Beng Cyrl Deva Ethi Geor Grek Gujr Guru Hans Hant Hebr Jpan Khmr Knda Kore Laoo Latn "
    "Mlym Mong Mymr Orya Sinh Taml Telu Thaa Thai Tibt "
)
_SCRIPTS = frozenset(_SCRIPTS_TEXT.split())
_TAG = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}|[0-9]{3}))?")
_CAPITALS_IN_A_NAME = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def canonical_labels(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Return the labels in their one order, said once each."""
    return in_order(dict.fromkeys(labels))


def in_order(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Return the labels in their one order: roles of ours first, then other people's by their URI."""
    return tuple(
        sorted(labels, key=lambda label: (_PLACE.get(label.role, len(ROLES)), label.role, label.language))
    )


def is_language(tag: str) -> bool:
    """Return whether the text is a language tag that tagwright knows: "en", "zh-Hant", "pt-BR"."""
    match = _TAG.fullmatch(tag)
    if not match:
        return False
    language, script, _ = match.groups()
    return (len(language) == 3 or language in _LANGUAGES) and (script is None or script in _SCRIPTS)  # noqa: PLR2004 - ISO 639-3 codes have three letters


def words_of_name(name: str) -> str:
    """Return the words of a CamelCase name: "AllRegions" → "All regions"."""
    first, *rest = _CAPITALS_IN_A_NAME.split(name)
    return " ".join((first, *(word if word.isupper() else word.lower() for word in rest)))


def default_member_labels(
    local_name: str, axis_labels: Iterable[Label], *, has_role: bool
) -> tuple[Label, ...]:
    """Return the labels of a default member that the source names but doesn't describe.

    English comes from its name; in Chinese it is all of the axis, or the usual one of an axis with a role.
    """
    made: list[Label] = []
    for label in axis_labels:
        if label.role != "standard":
            continue
        if label.language.startswith("zh"):
            made.append(Label(label.language, f"{'通常' if has_role else '全部'}{label.text}"))
        elif label.language.startswith("en"):
            made.append(Label(label.language, words_of_name(local_name.removesuffix("Member"))))
        else:
            made.append(Label(label.language, f"{label.text} (*)"))
    return canonical_labels(made)
