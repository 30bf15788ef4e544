"""Rules on types, balances, periods and units: what a figure is must agree with the words that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from taxonomy.item_types import QNAME_OF_SHORT_NAME, is_monetary, is_numeric
from taxonomy.model import Concept, Label
from taxonomy.rules.remark import Remark
from taxonomy.rules.rule import Rule
from taxonomy.rules.subject import Named, Subject, local
from taxonomy.rules.words import LanguageWords, Sense

_NUMBERS: Final = re.compile(r"(?i)count|integer|shares|long|short|int|decimal|pure|byte")
_RATES: Final = re.compile(r"(?i)percent|pure|decimal|float|double|per[A-Z]|ratio")
_BINARY: Final = frozenset({"xbrli:floatItemType", "xbrli:doubleItemType", "xbrli:fractionItemType"})


def _item_type(kind: str) -> str:
    """Return the local name of a type without "ItemType": "percent", "perShare"."""
    return local(QNAME_OF_SHORT_NAME.get(kind, kind)).removesuffix("ItemType")


def _fits(concept: Concept, sense: Sense) -> bool:
    """Return whether a concept's type can hold a figure of that sense."""
    kind = _item_type(concept.type)
    match sense:
        case "rate":
            return (
                not is_monetary(concept.type)
                and concept.unit is None
                and (_RATES.search(kind) is not None or kind.startswith("per"))
            )
        case "number":
            return not is_monetary(concept.type) and (_NUMBERS.search(kind) is not None)
        case "amount":
            return kind not in {"percent", "integer"}
        case "per_share":
            return kind.startswith("per") and kind != "percent"


def _is_number(kind: str) -> bool:
    return is_numeric(kind) or _item_type(kind) in {"percent", "perShare"}


def head_of(text: str, words: LanguageWords) -> str:
    """Return the head of a label: in English the word before the first preposition, in Chinese the whole."""
    if not words.prepositions:
        return re.sub(r"[（(].*$", "", text).strip()
    before: list[str] = []
    for word in re.findall(r"[a-z]+", text.casefold()):
        if word in words.prepositions and before:
            break
        before.append(word)
    return before[-1] if before else ""


def sense_of(label: Label, words: LanguageWords) -> Sense | None:
    """Return what kind of figure a label names, by its head; None where it does not say."""
    if any(start in label.text.casefold() for start in words.heads.get("per_share", ())):
        return "per_share"
    head = head_of(label.text, words)
    for sense in ("rate", "number", "amount"):
        nouns = words.heads.get(sense, ())
        if (head in nouns) if words.prepositions else head.endswith(tuple(nouns) or ("\0",)):
            return sense
    return None


_SAID: Final[dict[Sense, str]] = {
    "rate": "a rate or share",
    "number": "a number of things",
    "amount": "an amount",
    "per_share": "an amount per share",
}


def _agreed_sense(subject: Subject, named: Named) -> tuple[Sense, str] | None:
    """Return what kind of figure all labels name in which words are known, and the first of them."""
    found: list[tuple[Sense | None, str]] = []
    for label in named.of_role("standard"):
        words = subject.words.of(label.language)
        if words.heads:
            found.append((sense_of(label, words), label.text))
    senses = {sense for sense, _ in found}
    sense = found[0][0] if len(senses) == 1 else None
    return None if sense is None else (sense, found[0][1])


def _type_against_words(subject: Subject) -> Iterator[Remark]:
    for named, concept in subject.reported:
        agreed = _agreed_sense(subject, named) if _is_number(concept.type) else None
        if agreed and agreed[0] != "per_share" and not _fits(concept, agreed[0]):
            said = f'the label "{agreed[1]}" of {named.qname} names {_SAID[agreed[0]]}'
            yield Remark(named.at("type"), f"{said}, but its type is {concept.type}")


def _per_share(subject: Subject) -> Iterator[Remark]:
    for named, concept in subject.reported:
        for label in named.of_role("standard"):
            sense = sense_of(label, subject.words.of(label.language))
            if sense == "per_share" and is_monetary(concept.type):
                message = f'the label "{label.text}" of {named.qname} names an amount per share, but its type is {concept.type}'
                yield Remark(named.at("type"), message)
                break


def _text_of_number(subject: Subject) -> Iterator[Remark]:
    for named, concept in subject.reported:
        is_text = QNAME_OF_SHORT_NAME.get(concept.type, concept.type) == "xbrli:stringItemType"
        agreed = _agreed_sense(subject, named) if is_text else None
        if agreed and agreed[0] != "number":  # a telephone has a number, too
            said = f'the label "{agreed[1]}" of {named.qname} names {_SAID[agreed[0]]}'
            yield Remark(named.at("type"), f"{said}, but its type is text")


def _balance(subject: Subject) -> Iterator[Remark]:
    for concept in subject.taxonomy.concepts:
        if concept.balance and not is_monetary(concept.type) and "onetary" not in concept.type:
            message = f"{concept.qname} has the balance {concept.balance}, but its type is {concept.type}"
            yield Remark(Named("concept", concept).at("balance"), message)


def _no_balance(subject: Subject) -> Iterator[Remark]:
    for named, concept in subject.reported:
        if is_monetary(concept.type) and concept.balance is None:
            yield Remark(named.at("type"), f"{named.qname} is an amount of money without a balance")


def _binary(subject: Subject) -> Iterator[Remark]:
    for named, concept in subject.reported:
        if concept.type in _BINARY:
            yield Remark(named.at("type"), f"{named.qname} is of the type {concept.type}")


def _level_as_flow(subject: Subject) -> Iterator[Remark]:
    for named, concept in subject.reported:
        if concept.period_type != "duration" or not is_monetary(concept.type):
            continue
        for label in named.of_role("standard"):
            words = subject.words.of(label.language)
            head, text = head_of(label.text, words), label.text.casefold()
            is_level = head in words.level if words.prepositions else head.endswith(words.level or ("\0",))
            if is_level and not any(word in text for word in (*words.averaged, *words.extreme)):
                message = f'the label "{label.text}" of {named.qname} names a level at a day, but its period is duration'
                yield Remark(named.at("period"), message)
                break


def _average_as_level(subject: Subject) -> Iterator[Remark]:
    for named, concept in subject.reported:
        if concept.period_type != "instant":
            continue
        for label in named.of_role("standard"):
            words, text = subject.words.of(label.language), label.text.casefold()
            said = re.findall(r"[a-z]+", text) if words.prepositions else text
            if any(word in said for word in words.averaged):
                message = f'the label "{label.text}" of {named.qname} names an average over time, but its period is instant'
                yield Remark(named.at("period"), message)
                break


def _period_against_definition(subject: Subject) -> Iterator[Remark]:
    for named, concept in subject.reported:
        for label in named.of_role("documentation"):
            words, text = subject.words.of(label.language), label.text.casefold()
            at_end = any(phrase in text for phrase in words.at_end)
            across = any(phrase in text for phrase in words.across)
            if at_end and not across and concept.period_type == "duration":
                said = "speaks of the end of the period, but its period is duration"
            elif across and not at_end and concept.period_type == "instant":
                said = "speaks of what happens in the period, but its period is instant"
            else:
                continue
            yield Remark(named.at("period"), f"the {label.language} definition of {named.qname} {said}")
            break


def _unknown_unit(subject: Subject) -> Iterator[Remark]:
    for concept in subject.taxonomy.concepts:
        if concept.unit and concept.unit not in subject.taxonomy.unit_by_qname:
            message = f"{concept.qname} is counted in {concept.unit}, which the taxonomy does not declare"
            yield Remark(Named("concept", concept).at("unit"), message)


def _unused_unit(subject: Subject) -> Iterator[Remark]:
    used = {concept.unit for concept in subject.taxonomy.concepts}
    for unit in subject.taxonomy.units:
        if unit.qname not in used:
            yield Remark(Named("unit", unit).at(), f"no concept is counted in {unit.qname}")


def _bare_count(subject: Subject) -> Iterator[Remark]:
    for named, concept in subject.reported if not subject.is_foreign else ():
        if concept.type == "count" and concept.unit is None:
            yield Remark(named.at("type"), f"{named.qname} counts, but does not say what")


RULES: Final = (
    Rule(
        "TW-T001", "error", "Balance on something that is no money",
        "Debit and credit are sides of an account; XBRL allows them on monetary items only.",
        "XBRL 2.1, 5.1.1.2 (the balance attribute)",
        "Remove the balance, or make the concept monetary.",
        _balance,
    ),
    Rule(
        "TW-T002", "advice", "Money without a balance",
        "Without a side, a reader cannot know what a negative value means, and no sum can check the sign.",
        "NL-KVK RTS Annex IV, 4_2 (as Arelle's Dutch rules quote it); XBRL 2.1, 5.1.1.2",
        "Say debit for assets and expenses, credit for liabilities, equity and income; leave it out for mere volumes.",
        _no_balance,
    ),
    Rule(
        "TW-T003", "warning", "Type against the words of the label",
        "A rate reported as money, or a number reported as a rate, is a wrong figure in a filing.",
        "tagwright: its tagger decides by type and unit",
        "Correct the type, or the label.",
        _type_against_words,
    ),
    Rule(
        "TW-T004", "advice", "Amount per share typed as plain money",
        "Its unit is a currency per share, which a monetary item cannot have.",
        "Data Type Registry, perShareItemType",
        "Use the type per_share (dtr-types:perShareItemType).",
        _per_share,
    ),
    Rule(
        "TW-T005", "warning", "Figure typed as text",
        "A text is not compared, added up or checked.",
        "XBRL 2.1, 4.6 (items)",
        "Give the concept a numeric type.",
        _text_of_number,
    ),
    Rule(
        "TW-T006", "warning", "Level with a duration",
        "A balance is as of a day; with a duration nobody knows of which.",
        "XBRL 2.1, 5.1.1.1 (the periodType attribute)",
        "Make the period instant, or name the flow or the average that is meant.",
        _level_as_flow,
    ),
    Rule(
        "TW-T007", "warning", "Average with an instant",
        "An average is over a time, which an instant cannot say.",
        "XBRL 2.1, 5.1.1.1 (the periodType attribute)",
        "Make the period duration.",
        _average_as_level,
    ),
    Rule(
        "TW-T008", "advice", "Period against the words of the definition",
        "The definition says when, and the period type says otherwise.",
        "XBRL 2.1, 5.1.1.1 (the periodType attribute)",
        "Correct the period, or the definition.",
        _period_against_definition,
    ),
    Rule(
        "TW-T009", "warning", "Binary or fraction type",
        "float and double cannot hold 0.1, and few processors take fractions.",
        "NL-KVK 4.2.0.2 (fractions, as Arelle's Dutch rules quote it); tagwright: values are decimal",
        "Use decimal, percent or a type of the Data Type Registry.",
        _binary,
    ),
    Rule(
        "TW-T010", "error", "Unit unknown",
        "A fact needs a unit that the taxonomy or the registry declares.",
        "XBRL 2.1, 4.8 (units)",
        "Declare the unit, or correct its name.",
        _unknown_unit,
    ),
    Rule(
        "TW-T011", "warning", "Unit that nothing is counted in",
        "It is a leftover, or a concept forgot it.",
        "tagwright: what it has seen",
        "Use the unit, or remove it.",
        _unused_unit,
    ),
    Rule(
        "TW-T012", "advice", "Count without a unit",
        "The tagger tells counts apart by what is counted: 120 of what?",
        "tagwright: docs/taxonomy-source.md, units",
        "Declare a unit and name it.",
        _bare_count,
    ),
)  # fmt: skip
