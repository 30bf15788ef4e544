"""Rules on the taxonomy itself: prefix, namespace, version, entry point."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from taxonomy.rules.remark import At, Remark
from taxonomy.rules.rule import Rule
from taxonomy.rules.subject import Subject

LONGEST_PREFIX: Final = 12
_DATE: Final = re.compile(r"(?<!\d)(\d{4})(?:-?(\d\d)-?(\d\d))?(?!\d)")
_VERSION: Final = re.compile(r"\d{4}(-?\d\d-?\d\d)?([.-]?\w+)?|v?\d+(\.\d+){0,3}([.-]?\w+)?")


def _at(key: str) -> At:
    return At("taxonomy", "", (key,))


def _unlabelled(subject: Subject) -> Iterator[Remark]:
    there = {label.language for label in subject.taxonomy.labels}
    missing = [language for language in subject.languages if language not in there]
    if missing and not subject.is_foreign:  # what has no package has no name of its own
        yield Remark(_at("label"), f"the taxonomy has no name in {', '.join(missing)}")


def _dates(text: str) -> list[tuple[str, ...]]:
    """Return the years and days of a text: ("2024",) or ("2024", "12", "31")."""
    return [tuple(part for part in found if part) for found in _DATE.findall(text)]


def _other_date(subject: Subject) -> Iterator[Remark]:
    version, said = _dates(subject.taxonomy.version), _dates(subject.taxonomy.namespace)
    for own in version[:1]:
        for theirs in said[-1:]:
            length = min(len(own), len(theirs))
            if own[:length] != theirs[:length]:
                message = f"the namespace says {'-'.join(theirs)}, the version {subject.taxonomy.version}"
                yield Remark(_at("namespace"), message)


def _undated(subject: Subject) -> Iterator[Remark]:
    namespace = subject.taxonomy.namespace
    if namespace and not re.search(r"\d", urlsplit(namespace).path + urlsplit(namespace).query):
        yield Remark(_at("namespace"), f"the namespace {namespace} names no version")


def _no_day(subject: Subject) -> Iterator[Remark]:
    for key, text in (("version", subject.taxonomy.version), ("namespace", subject.taxonomy.namespace)):
        for parts in _dates(text):
            if len(parts) == 3 and not _is_day(*parts):  # noqa: PLR2004 - year, month, day
                yield Remark(_at(key), f"{'-'.join(parts)} in the {key} is no day")


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _form_of_version(subject: Subject) -> Iterator[Remark]:
    version = subject.taxonomy.version
    if version and not _VERSION.fullmatch(version):
        yield Remark(_at("version"), f'the version "{version}" is neither a date nor a number')


def _prefix(subject: Subject) -> Iterator[Remark]:
    prefix = subject.taxonomy.prefix
    if prefix != prefix.lower():
        yield Remark(_at("prefix"), f'the prefix "{prefix}" has capitals')
    elif len(prefix) > LONGEST_PREFIX:
        yield Remark(
            _at("prefix"), f'the prefix "{prefix}" has {len(prefix)} characters, more than {LONGEST_PREFIX}'
        )


def _other_authority(subject: Subject) -> Iterator[Remark]:
    taxonomy = subject.taxonomy
    if subject.is_foreign:  # what lay in loose files has no address but one that was made for it
        return
    ours, theirs = urlsplit(taxonomy.namespace).netloc, urlsplit(taxonomy.entry_point).netloc
    if ours and theirs and ours != theirs:
        yield Remark(_at("entry_point"), f"the entry point is on {theirs}, the namespace on {ours}")


def _entry_point_date(subject: Subject) -> Iterator[Remark]:
    taxonomy = subject.taxonomy
    if subject.is_foreign:
        return
    said, own = _dates(taxonomy.entry_point), _dates(taxonomy.version)
    for theirs in said[-1:]:
        for ours in own[:1]:
            length = min(len(ours), len(theirs))
            if ours[:length] != theirs[:length]:
                message = f"the entry point says {'-'.join(theirs)}, the version {taxonomy.version}"
                yield Remark(_at("entry_point"), message)


RULES: Final = (
    Rule(
        "TW-H001", "warning", "Taxonomy without a name in one of its languages",
        "Readers of that language see a name in another, or none.",
        "Taxonomy Packages 1.0 (names by language)",
        "Add the label in that language.",
        _unlabelled,
    ),
    Rule(
        "TW-H002", "warning", "Namespace of another date than the version",
        "Two versions under one namespace cannot be told apart in an instance.",
        "the habit of published taxonomies: IFRS, ESEF and TIFRS date their namespaces",
        "Bring the two together.",
        _other_date,
    ),
    Rule(
        "TW-H003", "advice", "Namespace without a version",
        "The next version must take another namespace, or old instances change their meaning.",
        "the habit of published taxonomies: IFRS, ESEF and TIFRS date their namespaces",
        "Put the year or the day of the version into the namespace.",
        _undated,
    ),
    Rule(
        "TW-H004", "warning", "Date that is no day",
        "It is a misprint, and everybody who reads dates trips over it.",
        "ISO 8601",
        "Correct the date.",
        _no_day,
    ),
    Rule(
        "TW-H005", "advice", "Version neither date nor number",
        "Programs put versions in order; words have none.",
        "Taxonomy Packages 1.0 (version)",
        "Use the day of publication (2024-12-31) or a number (1.2).",
        _form_of_version,
    ),
    Rule(
        "TW-H006", "warning", "Prefix with capitals, or too long",
        "It stands before every name in every instance; short and in small letters is what processors and people expect.",
        "the habit of published taxonomies: ifrs-full, esef_cor, us-gaap, fsa",
        "Use a few small letters.",
        _prefix,
    ),
    Rule(
        "TW-H007", "advice", "Entry point of another authority than the namespace",
        "A reader looks for the schema where the namespace's owner publishes.",
        "the habit of published taxonomies: IFRS and ESEF publish under the namespace's host",
        "Use one web address for both.",
        _other_authority,
    ),
    Rule(
        "TW-H008", "warning", "Entry point of another date than the version",
        "An instance then refers to one version and is validated against another.",
        "the habit of published taxonomies: IFRS, ESEF and TIFRS date their entry points",
        "Bring the two together.",
        _entry_point_date,
    ),
)  # fmt: skip
