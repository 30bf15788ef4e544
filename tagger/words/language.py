"""What a language says about figures: its scale words, verbs of change, phrases for periods, cues.

All of it is data, one file a language in `languages/`; docs/languages.md explains every key. Several
languages are merged into one `Language` for a document in which they stand side by side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tagger.words.folding import fold
from tagger.words.kinds import LISTS, by_word, kinds_of_words, phrases_of_time, with_prefixes

FOLDER = Path(__file__).parents[1] / "languages"
Words = dict[str, str]
"""A folded word and what it means."""


@dataclass(frozen=True)
class Language:
    """The words of one language, or of several merged. All words are folded.

    scales: word to power of ten. units: word to its kind ("percent", "points", "basis_points", "per_mille",
    "money", "count"). currencies: word or symbol to ISO 4217 code, "" for the entity's own.
    before, after, clause: qualifiers by where they stand. verbs: word to "increase", "decrease", "level", "share", ….
    periods: (pattern with slots, meaning). bases: (pattern, meaning). cues: per non-fact code the words before and after.
    """

    tags: tuple[str, ...]
    scales: dict[str, int]
    units: Words
    currencies: Words
    shared_currencies: dict[str, tuple[str, ...]]  # words of several currencies: all that they may be
    local_symbols: dict[
        str, tuple[str, ...]
    ]  # symbols that only who reports in such a currency writes: R5 billion
    minor_units: frozenset[str]  # hundredths of a currency: cents
    unit_prefixes: dict[str, int]  # what makes more of a unit by a power of ten: M, in MWh
    prefixed: tuple[tuple[str, ...], ...]  # the units that take one
    numerals: dict[str, Any]
    more: Words
    before: Words
    after: Words
    clause: Words
    verbs: Words
    words: Words  # of_which, respectively, function, total, back_reference, scope, other_entity, target, forecast
    periods: tuple[tuple[str, str], ...]
    bases: tuple[tuple[str, str], ...]
    base_prefixes: tuple[str, ...]
    base_suffixes: tuple[str, ...]
    since_before: tuple[str, ...]
    since_after: tuple[str, ...]
    cues_before: dict[str, tuple[str, ...]]
    cues_after: dict[str, tuple[str, ...]]
    verb_bases: Words
    heads: tuple[tuple[str, ...], ...]
    made_alike: tuple[tuple[str, ...], ...]
    sentence_ends: str
    clause_ends: str
    enumeration: str
    conjunctions: tuple[str, ...]
    range_openers: tuple[str, ...]
    restatements: tuple[str, ...]
    ranges: tuple[str, ...]
    clause_words: frozenset[str]
    plurals: tuple[tuple[str, str], ...]
    links: tuple[str, ...]
    linked_articles: tuple[str, ...]
    streets: tuple[str, ...]
    link_verbs: tuple[str, ...]
    links_alike: tuple[str, ...]
    genitives: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    light_words: frozenset[str]
    than: tuple[str, ...]
    opening_verbs: frozenset[str]
    links_at: frozenset[str]
    links_at_start: frozenset[str]
    parentheticals: frozenset[str]
    possessed: frozenset[str]
    stemmer: str
    share_words: frozenset[str]
    relatives: frozenset[str]
    participles: frozenset[str]
    time_relatives: frozenset[str]
    auxiliaries: frozenset[str]
    distributives: tuple[str, ...]
    instalments: tuple[str, ...]
    averages: tuple[str, ...]
    limits: frozenset[str]
    organisations: frozenset[str]
    divisions: frozenset[str]
    name_openers: frozenset[str]
    pronouns: frozenset[str]
    subjects: frozenset[str]
    aside_openers: frozenset[str]
    finite_verbs: frozenset[str]
    by: frozenset[str]
    wholes: frozenset[str]
    adjectives: frozenset[str]
    growths_stated: tuple[str, ...]
    repeats: tuple[str, ...]
    present: frozenset[str]
    one: frozenset[str]
    roots: dict[str, str]
    particles: frozenset[str]
    better_high: tuple[str, ...]
    better_low: tuple[str, ...]
    dealings: frozenset[str]
    deeds: frozenset[str]
    subject_pronouns: frozenset[str]
    points: frozenset[str]
    first_person: frozenset[str]
    openers: frozenset[str]
    behind_figures: frozenset[str]
    part_pronouns: frozenset[str]
    possessives: tuple[str, ...]
    bound_or_reach: frozenset[str]
    thresholds: frozenset[str]
    subordinators: frozenset[str]
    clause_openers: frozenset[str]
    losses_behind: tuple[str, ...]
    actuals: tuple[str, ...]
    contributions: frozenset[str]
    comparatives: frozenset[str]
    amounts_of: frozenset[str]
    not_adverbs: frozenset[str]
    abbreviations: frozenset[str]
    asides: tuple[tuple[str, str], ...]
    losses: tuple[str, ...]
    negations: tuple[str, ...]
    unbroken: frozenset[str]
    growth_nouns: frozenset[str]
    as_of: tuple[str, ...]
    light_tails: tuple[str, ...]
    balances: tuple[str, ...]
    neutral_nouns: frozenset[str]
    topic_nouns: frozenset[str]
    member_heads: tuple[str, ...]
    more_of: Words  # before what was done: "increase", "decrease"
    share_of: tuple[str, ...]
    share_within: tuple[tuple[str, str], ...]
    attributive: tuple[str, ...]
    verbs_behind: Words
    moved_by: Words
    measures: dict[str, tuple[str, ...]]  # a word of measure: all that mean the same
    tables: dict[str, tuple[str, ...]]  # of headings and captions, by what they say there
    table_scales: dict[str, int]
    extra: dict[str, Any] = field(default_factory=dict)
    local: tuple[str, ...] = ()  # the symbols at hand of `local_symbols`


def available() -> tuple[str, ...]:
    """Return the tags of the languages there are files for."""
    return _tags_in(FOLDER)


@cache
def _tags_in(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


@cache
def load_language(*tags: str) -> Language:
    """Return the language with that tag, or several merged; where two disagree, the first named wins."""
    return _merge([_load(tag) for tag in tags])


def with_own_currency(language: Language, currency: str) -> Language:
    """Return a language in which words of several currencies (rupees) are of the entity's own, where that is one of them."""
    own = {word: currency for word, codes in language.shared_currencies.items() if currency in codes}
    local = {word: currency for word, codes in language.local_symbols.items() if currency in codes}
    if not local and all(language.currencies.get(word) == code for word, code in own.items()):
        return language
    return replace(language, currencies={**language.currencies, **own, **local}, local=tuple(local))


@cache
def every_language() -> tuple[Language, ...]:
    """Return all languages there are: a table is read before its document's is known."""
    return tuple(load_language(tag) for tag in available())


@cache
def _load(tag: str) -> Language:
    # CBaseLoader resolves nothing: `no` and `on` are words here
    data = yaml.load((FOLDER / f"{tag}.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  # our own file
    return _from_data(tag, data)


def _from_data(tag: str, data: dict[str, Any]) -> Language:
    numerals = data["numerals"]
    qualifiers = data["qualifiers"]
    units: Words = {}
    for kind in ("percent", "percentage_points", "basis_points", "per_mille", "times"):
        units.update({fold(word): kind for word in data.get(kind, ())})
    money = data["money"]
    currencies = {fold(word): code for word, code in {**money["words"], **money["symbols"]}.items()}
    currencies.update({fold(word): "" for word in money["own"]})
    minor = {fold(word): code for word, code in money.get("minor", {}).items()}
    currencies.update(minor)
    units.update({fold(word): "money" for word in (*money["words"], *money["own"], *minor)})
    for word in data["counters"]:
        units.setdefault(fold(word), "count")
    bases = data["bases"]
    return Language(
        tags=(tag,),
        scales={fold(word): int(power) for word, power in numerals["scales"].items()},
        units=units,
        currencies=currencies,
        shared_currencies={fold(word): tuple(codes) for word, codes in money.get("shared", {}).items()},
        local_symbols={fold(word): tuple(codes) for word, codes in money.get("local", {}).items()},
        minor_units=frozenset(minor),
        unit_prefixes={fold(word): int(power) for word, power in data.get("unit_prefixes", {}).items()},
        prefixed=tuple(tuple(map(fold, group)) for group in data.get("prefixed", ())),
        numerals=numerals,
        more=_fold_keys(numerals.get("more", {})),
        before=by_word(qualifiers["before"]),
        after=by_word(qualifiers["after"]),
        clause=by_word(qualifiers.get("clause", {})),
        verbs=by_word(data["verbs"]),
        words=kinds_of_words(data),
        periods=tuple((_fold_phrase(said), meaning) for said, meaning in phrases_of_time(data, "periods")),
        bases=tuple((_fold_phrase(said), meaning) for said, meaning in phrases_of_time(data, "bases")),
        base_prefixes=tuple(map(fold, bases["prefixes"])),
        base_suffixes=tuple(map(fold, bases["suffixes"])),
        since_before=tuple(map(fold, data.get("since", {}).get("before", ()))),
        since_after=tuple(map(fold, data.get("since", {}).get("after", ()))),
        cues_before=_cues(data, "before"),
        cues_after=_cues(data, "after"),
        verb_bases=_fold_keys(data.get("verb_bases", {})),
        heads=tuple(tuple(map(fold, group)) for group in data.get("heads", ())),
        made_alike=tuple(tuple(map(fold, group)) for group in data.get("made_alike", ())),
        sentence_ends=data["boundaries"]["sentence"],
        clause_ends=data["boundaries"]["clause"],
        enumeration=data["boundaries"]["enumeration"],
        conjunctions=tuple(map(fold, data.get("conjunctions", ()))),
        restatements=tuple(map(fold, data.get("restatements", ()))),
        range_openers=tuple(map(fold, data.get("range_openers", ()))),
        ranges=tuple(map(fold, data.get("ranges", ()))),
        losses=tuple(map(fold, data.get("losses", ()))),
        attributive=tuple(map(fold, data.get("attributive", ()))),
        negations=tuple(map(fold, data.get("negations", ()))),
        unbroken=frozenset(map(fold, data.get("unbroken", ()))),
        share_of=tuple(map(fold, data.get("share_of", ()))),
        more_of=by_word(data.get("more_of", {})),
        member_heads=tuple(map(fold, data.get("member_heads", ()))),
        neutral_nouns=frozenset(map(fold, data.get("neutral_nouns", ()))),
        topic_nouns=frozenset(map(fold, data.get("topic_nouns", ()))),
        balances=tuple(map(fold, data.get("balances", ()))),
        light_tails=tuple(map(fold, data.get("light_tails", ()))),
        as_of=tuple(map(fold, data.get("as_of", ()))),
        growth_nouns=frozenset(map(fold, data.get("growth_nouns", ()))),
        share_within=tuple((fold(begin), fold(end)) for begin, end in data.get("share_within", ())),
        asides=tuple((fold(begin), fold(end)) for begin, end in data.get("asides", ())),
        plurals=tuple((one, many) for one, many in data.get("plurals", ())),
        links=tuple(map(fold, data.get("links", ()))),
        link_verbs=tuple(map(fold, data.get("link_verbs", ()))),
        links_alike=tuple(map(fold, data.get("links_alike", ()))),
        genitives=tuple(map(fold, data.get("genitives", ()))),
        adverb_endings=tuple(map(fold, data.get("adverb_endings", ()))),
        possessives=tuple(map(fold, data.get("possessives", ()))),
        behind_figures=frozenset(map(fold, data.get("behind_figures", ()))),
        part_pronouns=frozenset(map(fold, data.get("part_pronouns", ()))),
        relatives=frozenset(map(fold, data.get("relatives", ()))),
        time_relatives=frozenset(map(fold, data.get("time_relatives", ()))),
        participles=frozenset(map(fold, data.get("participles", ()))),
        auxiliaries=frozenset(map(fold, data.get("auxiliaries", ()))),
        distributives=tuple(map(fold, data.get("distributives", ()))),
        instalments=tuple(map(fold, data.get("instalments", ()))),
        averages=tuple(map(fold, data.get("averages", ()))),
        limits=frozenset(map(fold, data.get("limits", ()))),
        organisations=frozenset(map(fold, data.get("organisations", ()))),
        divisions=frozenset(map(fold, data.get("divisions", ()))),
        name_openers=frozenset(map(fold, data.get("name_openers", ()))),
        pronouns=frozenset(map(fold, data.get("pronouns", ()))),
        dealings=frozenset(map(fold, data.get("dealings", ()))),
        deeds=frozenset(map(fold, data.get("deeds", ()))),
        subjects=frozenset(map(fold, data.get("subjects", ()))),
        aside_openers=frozenset(map(fold, data.get("aside_openers", ()))),
        finite_verbs=frozenset(map(fold, data.get("finite_verbs", ()))),
        by=frozenset(map(fold, data.get("by", ()))),
        roots=(
            roots := {fold(w): fold(root) for root, words in data.get("roots", {}).items() for w in words}
        ),
        particles=frozenset(word.split()[1] for word in roots if " " in word),
        one=frozenset(map(fold, data.get("one", ()))),
        present=frozenset(map(fold, data.get("present", ()))),
        growths_stated=tuple(map(fold, data.get("growths_stated", ()))),
        repeats=tuple(map(fold, data.get("repeats", ()))),
        adjectives=frozenset(map(fold, data.get("adjectives", ()))),
        wholes=frozenset(map(fold, data.get("wholes", ()))),
        better_high=tuple(map(fold, data.get("better_high", ()))),
        better_low=tuple(map(fold, data.get("better_low", ()))),
        subject_pronouns=frozenset(map(fold, data.get("subject_pronouns", ()))),
        points=frozenset(map(fold, data.get("points_of_change", ()))),
        first_person=frozenset(map(fold, data.get("first_person", ()))),
        openers=frozenset(map(fold, data.get("openers", ()))),
        stemmer=data.get("stemmer", ""),
        share_words=frozenset(map(fold, data.get("share_words", ()))),
        possessed=frozenset(map(fold, data.get("possessed", ()))),
        links_at_start=frozenset(map(fold, data.get("links_at_start", ()))),
        links_at=frozenset(map(fold, data.get("links_at", ()))),
        opening_verbs=frozenset(map(fold, data.get("opening_verbs", ()))),
        parentheticals=frozenset(map(fold, data.get("parentheticals", ()))),
        than=tuple(map(fold, data.get("than", ()))),
        bound_or_reach=frozenset(map(fold, data.get("bound_or_reach", ()))),
        thresholds=frozenset(map(fold, data.get("thresholds", ()))),
        subordinators=frozenset(map(fold, data.get("subordinators", ()))),
        clause_openers=frozenset(map(fold, data.get("clause_openers", ()))),
        losses_behind=tuple(map(fold, data.get("losses_behind", ()))),
        actuals=tuple(map(fold, data.get("actuals", ()))),
        contributions=frozenset(map(fold, data.get("contributions", ()))),
        comparatives=frozenset(map(fold, data.get("comparatives", ()))),
        amounts_of=frozenset(map(fold, data.get("amounts_of", ()))),
        light_words=frozenset(map(fold, data.get("light_words", ()))),
        not_adverbs=frozenset(map(fold, data.get("not_adverbs", ()))),
        linked_articles=tuple(map(fold, data.get("linked_articles", ()))),
        streets=tuple(map(fold, data.get("streets", ()))),
        abbreviations=frozenset(map(fold, data.get("abbreviations", ()))),
        measures={
            fold(word): tuple(map(fold, group))
            for group in (*with_prefixes(data), *data.get("measures", ()))
            for word in group
        },
        verbs_behind=by_word(data.get("verbs_behind", {})),
        moved_by=by_word(data.get("moved_by", {})),
        clause_words=frozenset(map(fold, data.get("clause_words", ()))),
        tables={
            key: tuple(map(fold, listed)) for key, listed in data.get("tables", {}).items() if key != "scales"
        },
        table_scales={
            fold(word): int(power) for word, power in data.get("tables", {}).get("scales", {}).items()
        },
        extra={
            "months": {fold(name): int(n) for name, n in data.get("months", {}).items()},
            **{key: {fold(word): 0 for word in data.get(key, ())} for key in LISTS},
            **{
                key: {fold(word): tuple(map(fold, listed)) for word, listed in data.get(key, {}).items()}
                for key in ("short_forms", "deeds_of", "rate_verbs")
            },
            "page_words": dict.fromkeys(data.get("page_words", ()), 0),  # as printed, for whole texts
        },
    )


def _fold_phrase(phrase: str) -> str:
    """Return a phrase folded, its slots ({Y}, {M}, …) as they are."""
    return re.sub(r"\{[a-z]\}", lambda found: found.group().upper(), fold(phrase))


def _fold_keys(words: dict[str, str]) -> Words:
    return {fold(word): meaning for word, meaning in words.items()}


def _cues(data: dict[str, Any], side: str) -> dict[str, tuple[str, ...]]:
    return {
        code: tuple(sorted(map(fold, sides.get(side, ())), key=len, reverse=True))
        for code, sides in data["non_facts"].items()
    }


def _merge(languages: list[Language]) -> Language:
    first = languages[0]
    if len(languages) == 1:
        return first
    merged: dict[str, Any] = {}
    for item in fields(Language):
        values = [getattr(language, item.name) for language in languages]
        if item.name in ("cues_before", "cues_after", "tables"):
            codes = dict.fromkeys(code for value in values for code in value)
            merged[item.name] = {
                code: tuple(
                    sorted({w for value in values for w in value.get(code, ())}, key=lambda w: (-len(w), w))
                )
                for code in codes
            }
        elif isinstance(values[0], frozenset):
            merged[item.name] = frozenset().union(*values)
        elif item.name == "extra":
            merged[item.name] = {
                key: {word: n for value in values[::-1] for word, n in value.get(key, {}).items()}
                for key in dict.fromkeys(key for value in values for key in value)
            }
        elif isinstance(values[0], dict):
            merged[item.name] = {key: v for value in values[::-1] for key, v in value.items()}
        elif item.name == "stemmer":  # a name, where the other texts are sets of characters
            merged[item.name] = next(filter(None, values), "")
        elif isinstance(values[0], str):
            merged[item.name] = "".join(dict.fromkeys("".join(values)))
        else:
            merged[item.name] = tuple(dict.fromkeys(entry for value in values for entry in value))
    return Language(**merged)
