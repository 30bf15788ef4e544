"""The change, growth and share concepts that one word in the source asks for.

They have no terms of their own: the tagger finds them by the terms of their concept and the words of the
language (increase, growth, share). Their labels are made from the concept's by the patterns below.
"""

from __future__ import annotations

from typing import Final

from taxonomy.labels import canonical_labels
from taxonomy.model import Balance, Concept, Label, Variant

PREFIX: Final[dict[Variant, str]] = {
    "change": "IncreaseDecreaseIn",
    "growth": "GrowthRateOf",
    "share": "ShareOf",
}

PATTERNS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "change": "Increase (decrease) in {label}",
        "change of rate": "Change in {label}",
        "growth": "Growth rate of {label}",
        "share": "Share of {label}",
        "change, documentation": "Increase (negative: decrease) across the period in: {label}",
        "growth, documentation": "Increase (negative: decrease) as a share of the value before, of: {label}",
        "share, documentation": "The part that the members name, as a share of the whole, of: {label}",
    },
    "zh-Hant": {
        "change": "{label}增減額",
        "change of rate": "{label}變動",
        "growth": "{label}增長率",
        "share": "{label}佔比",
        "change, documentation": "本期增加額（減少為負）：{label}",
        "growth, documentation": "本期增加額（減少為負）與比較基數之比：{label}",
        "share, documentation": "所列成員部分佔不分成員之整體的比例：{label}",
    },
    "zh-Hans": {
        "change": "{label}增减额",
        "change of rate": "{label}变动",
        "growth": "{label}增长率",
        "share": "{label}占比",
        "change, documentation": "本期增加额（减少为负）：{label}",
        "growth, documentation": "本期增加额（减少为负）与比较基数之比：{label}",
        "share, documentation": "所列成员部分占不分成员之整体的比例：{label}",
    },
    "": {
        "change": "{label} (+/−)",
        "change of rate": "{label} (+/−)",
        "growth": "{label} (+/− %)",
        "share": "{label} (%)",
    },
}
"""Language, then what the label is for. The empty language stands for every language not listed."""

_CHINESE = {
    "zh": "zh-Hans",
    "zh-CN": "zh-Hans",
    "zh-SG": "zh-Hans",
    "zh-HK": "zh-Hant",
    "zh-TW": "zh-Hant",
    "zh-MO": "zh-Hant",
}


def variants_of(concept: Concept, wanted: tuple[Variant, ...]) -> tuple[Concept, ...]:
    """Return the variants of a concept in the order asked for; a share is followed by its own change."""
    made: list[Concept] = []
    for variant in wanted:
        made.append(_variant_of(concept, variant))
        if variant == "share":
            made.append(_variant_of(made[-1], "change"))
    return tuple(made)


def _variant_of(concept: Concept, variant: Variant) -> Concept:
    prefix, _, local_name = concept.qname.partition(":")
    kind, unit, balance = "percent", None, None
    if variant == "change":
        kind, unit, balance = concept.type, concept.unit, concept.balance
    return Concept(
        qname=f"{prefix}:{PREFIX[variant]}{local_name}",
        type=kind,
        period_type=concept.period_type if variant == "share" else "duration",
        labels=_labels(concept, variant),
        balance=_as_balance(balance),
        unit=unit,
        variant=variant,
        variant_of=concept.qname,
    )


def _as_balance(balance: Balance | None) -> Balance | None:
    return balance


def _labels(concept: Concept, variant: Variant) -> tuple[Label, ...]:
    made: list[Label] = []
    name = "change of rate" if variant == "change" and concept.type == "percent" else variant
    for label in concept.labels:
        if label.role != "standard":
            continue
        patterns = _patterns(label.language)
        made.append(Label(label.language, patterns[name].format(label=_within(label))))
        if documentation := patterns.get(f"{variant}, documentation"):
            made.append(Label(label.language, documentation.format(label=_within(label)), "documentation"))
    return canonical_labels(made)


def _patterns(language: str) -> dict[str, str]:
    exact = _CHINESE.get(language, language)
    for candidate in (exact, "-".join(exact.split("-")[:2]), exact.split("-")[0]):
        if candidate in PATTERNS:
            return PATTERNS[candidate]
    return PATTERNS[""]


def _within(label: Label) -> str:
    """Return an English label as it reads inside a phrase: "Water supplied" → "water supplied", but "VAT"."""
    text = label.text
    is_sentence_case = label.language.startswith("en") and text[1:2].islower()
    return text[0].lower() + text[1:] if is_sentence_case else text
