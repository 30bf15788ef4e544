"""The forms that a term may have in a text beside the one that the taxonomy gives: endings, plurals, heads alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.rate_verbs import by_verb
from tagger.words.word import Meaning, Word

_MAX_WORDS, _SHORTEST = 5, 4
"""Of the forms of a Latin term: how many words it may have, how short a word has none."""


def heads_of(
    terms: dict[str, Word], language: Language
) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return the endings that concepts' terms may be called by, where the rest was said before: 利潤率, margin.

    What stands behind a preposition is no such ending: earnings per share are called no share, but a number of them is.
    """
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    little = language.light_words | language.clause_words
    for term, word in terms.items():
        if not word.concepts:
            continue
        latin = term[0].isascii()
        cuts = [m.start() for m in WORD_START.finditer(term)][1:] if latin else range(2, len(term) - 1)
        for cut in cuts:
            head, rest = term[cut:], term[:cut].rstrip()
            if latin and _only_says_of_what(rest.split(), language.clause_words, little):
                continue
            if head not in terms and len(rest) > 1:
                found.setdefault(head, []).append((rest, word.concepts))
    return {head: tuple(entries) for head, entries in found.items()}


def _only_says_of_what(before: list[str], clause_words: frozenset[str], little: frozenset[str]) -> bool:
    """Return whether what stands behind some words only says of what they are: behind a preposition of a noun."""
    return bool(before) and before[-1] in clause_words and not little.issuperset(before)


def add_bare_heads(words: dict[str, dict[Meaning, None]], types: dict[str, str], language: Language) -> None:
    """Let a Latin term stand without what says little of it, where no other term could be meant by what is left.

    Gross loans are loans, the allowance for credit losses is the allowance, and student loans are the student book
    where loans are a concept. types: of the concepts, by QName; two of one type cannot share what is left.
    """
    if not language.plurals:
        return
    light = language.light_words
    owners: dict[str, dict[str, None]] = {}  # what is left: the terms that leave it
    for term, meanings in list(words.items()):
        if term.isascii() and " " in term:
            for left in _lightened(term, meanings, words, light, language):
                owners.setdefault(left, {})[term] = None
    holding: dict[str, set[str]] = {}
    for term in words:
        for part in _WORD.findall(term):
            holding.setdefault(part, set()).add(term)
    for left, terms in owners.items():
        if left in words or len(left) < _SHORTEST or left in light or _is_of_language(left, language):
            continue
        targets = {m.target: m for term in terms for m in words[term]}
        kinds = [types.get(target, "member") for target in targets]
        if len(kinds) == len(set(kinds)) and not _said_elsewhere(left, terms, targets, words, holding):
            words[left] = dict.fromkeys(targets.values())


def _is_of_language(word: str, language: Language) -> bool:
    """Return whether a word, or what it is the plural of, is one of the language: portfolios, of custody portfolios."""
    if word in language.words or word in language.extra["everyday_words"]:
        return True
    return any(one in language.words for one in singulars(word, language))


def add_light_stems(words: dict[str, dict[Meaning, None]], types: dict[str, str], language: Language) -> None:
    """Let a Han term stand without a light tail where no other term could be meant: 賠付, of 賠付金額.

    types: of the concepts, by QName; the unit tells concepts of two types apart.
    """
    owners: dict[str, dict[str, None]] = {}  # what is left: the concepts
    for term, meanings in words.items():
        if any(meaning.kind != "concept" for meaning in meanings):
            continue
        tail = max((t for t in language.light_tails if term.endswith(t)), key=len, default="")
        stem = term.removesuffix(tail)
        if _SHORTEST_STEM <= len(stem) < len(term) and stem not in words:
            owners.setdefault(stem, {}).update(dict.fromkeys(m.target for m in meanings))
    known = {*language.words, *language.verbs, *language.before, *language.after, *language.units}
    terms, added = list(words), list[str]()
    joined = "\n".join(terms)  # a stem is looked for in all terms at once
    starts = [0, *accumulate(len(term) + 1 for term in terms)]
    for stem, targets in owners.items():
        kinds = [types.get(target, "member") for target in targets]
        if stem in known or len(kinds) != len(set(kinds)):
            continue
        holding = [(terms[number], words[terms[number]]) for number in _lines_with(stem, joined, starts)]
        holding.extend([(term, words[term]) for term in added if stem in term])
        if len(stem) < _LONG_STEM and any(
            not term.startswith(stem) and any(m.target in targets for m in said) for term, said in holding
        ):
            continue  # the concept has a name that says more: 繳存, of 個人養老金繳存額
        others = (m for _, said in holding for m in said if m.target not in targets)
        if not any(m.kind == "member" or types.get(m.target) in kinds for m in others):
            words[stem] = dict.fromkeys(Meaning("concept", target) for target in targets)
            added.append(stem)


def _lines_with(said: str, joined: str, starts: list[int]) -> Iterator[int]:
    """Yield the numbers of the lines that hold something. starts: where they begin, and where the last ends."""
    at = joined.find(said)
    while at >= 0:
        number = bisect_right(starts, at) - 1
        yield number
        at = joined.find(said, starts[number + 1])


_SHORTEST_STEM, _LONG_STEM = 2, 5
"""How short a stem may be, and how long one that needs no more said."""


def _lightened(
    term: str,
    meanings: dict[Meaning, None],
    words: dict[str, dict[Meaning, None]],
    light: frozenset[str],
    language: Language,
) -> Iterator[str]:
    """Yield what a term leaves when its light words, what a link joins to it, or a concept's head go."""
    parts = term.split(" ")
    kinds = {meaning.kind for meaning in meanings}
    if kinds == {"concept"}:
        cut = next((n for n, part in enumerate(parts) if part not in light), len(parts))
        if 0 < cut < len(parts):
            yield " ".join(parts[cut:])
        cut = next((n for n, part in enumerate(parts) if part in language.links), 0)
        if cut:
            yield " ".join(parts[:cut])
    elif kinds == {"member"}:
        for cut in range(1, len(parts)):
            head = words.get(" ".join(parts[cut:]))
            if head and all(meaning.kind == "concept" for meaning in head):
                yield " ".join(parts[:cut])
                return


_WORD = re.compile("[a-z0-9]+")


def _said_elsewhere(
    left: str,
    terms: dict[str, None],
    targets: dict[str, Meaning],
    words: dict[str, dict[Meaning, None]],
    holding: dict[str, set[str]],
) -> bool:
    """Return whether a term of something else holds the words that are left."""
    inside = re.compile(rf"(?<![a-z0-9]){re.escape(left)}(?![a-z0-9])")
    parts = _WORD.findall(left)
    near = set.intersection(*(holding.get(part, set()) for part in parts)) if parts else set()
    return any(
        term not in terms and inside.search(term) and not {m.target for m in words[term]} <= targets.keys()
        for term in near
    )


def distinguishing_words(terms: dict[str, Word]) -> set[str]:
    """Return the words by which a longer Latin term tells its concept from that of a shorter one: active customers."""
    found: set[str] = set()
    for term, word in terms.items():
        parts = term.split(" ")
        for cut in range(1, len(parts)):
            shorter = terms.get(" ".join(parts[cut:]))
            if shorter is not None and shorter.concepts and set(word.concepts) - set(shorter.concepts):
                found.update(parts[:cut])
    return found


def conjunctions_of(language: Language) -> re.Pattern[str]:
    """Return the pattern of what stands between the parts of a list, at the end of a stretch."""
    words = "|".join(
        rf"(?<![a-z]){re.escape(word)} " if word[0].isascii() and word[0].isalpha() else re.escape(word)
        for word in sorted(language.conjunctions, key=len, reverse=True)
    )
    return re.compile(rf"(?:[{re.escape(language.enumeration)},] ?|{words})\Z")


def add_forms(words: dict[str, dict[Meaning, None]], language: Language) -> None:
    """Let the words of a Latin term stand in the singular and in the plural, with an article, and joined by a hyphen."""
    if not language.plurals:
        return
    made: dict[str, dict[Meaning, None]] = {}
    nouns = frozenset(language.extra["share_nouns"])  # their share of the total is none of their shares
    openers = tuple(f"{word} " for word in (*language.extra["told_without"], *language.extra["told_with"]))
    for term, meanings in words.items():
        if not term.isascii() or term.count(" ") + term.count("-") > _MAX_WORDS:
            continue
        for form in _forms(term, language, openers):
            if form not in words and form not in nouns:
                made.setdefault(form, {}).update(meanings)
    words.update(made)


def _forms(term: str, language: Language, openers: tuple[str, ...]) -> set[str]:
    parts = re.split(r"[ -]", term)
    choices = [_numbers(part, language) if part not in language.clause_words else (part,) for part in parts]
    forms = {
        " ".join((*parts[:at], other, *parts[at + 1 :]))
        for at, numbers in enumerate(choices)
        for other in numbers
    }
    hyphened = {form.replace(" ", "-", 1) for form in forms if " " in form} if len(parts) > 1 else set()
    others = _linked({" ".join(parts)}, language) | _turned(forms, language) | _against(term)
    others |= _numbered(parts, language) | by_verb(term, language, _numbers)
    others |= _with_articles(forms, openers, language)
    return forms | hyphened | others | _bracketed(parts, language)


def _with_articles(forms: set[str], openers: tuple[str, ...], language: Language) -> set[str]:
    """Return the forms in which what a name leaves out, or holds, has an article: excluding (the) restructuring charge."""
    begun = [form for form in forms if form.startswith(openers)]
    opened = [(word, form[len(word) :]) for form in begun for word in openers if form.startswith(word)]
    return {f"{word}{article} {rest}" for word, rest in opened for article in language.linked_articles}


def _numbered(parts: list[str], language: Language) -> set[str]:
    """Return the forms in which the number of a name is a word, or the other way round: tier 1 ratio, tier-one ratio."""
    words: dict[str, str] = language.numerals.get("words", {})
    found: set[str] = set()
    for at, part in enumerate(parts[1:], 1):
        said = {part, *(word for word, number in words.items() if number == part)}
        said.update([words[part]] if part in words else [])
        for other in said if len(said) > 1 else ():
            for mark in (" ", "-"):
                found.add(" ".join((*parts[: at - 1], f"{parts[at - 1]}{mark}{other}", *parts[at + 1 :])))
    return found


def _bracketed(parts: list[str], language: Language) -> set[str]:
    """Return the forms in which a word that says which of several stands in brackets: advances (gross), of gross advances."""
    if len(parts) < _PAIR:
        return set()
    found = {f"{' '.join(parts[:-1])} ({parts[-1]})"} if parts[-1] in language.light_words else set()
    return found | ({f"{' '.join(parts[1:])} ({parts[0]})"} if parts[0] in language.light_words else set())


def _against(term: str) -> set[str]:
    """Return the other forms in which a ratio sets one thing against another: cost to income, cost-to-income, cost:income."""
    found = _AGAINST.fullmatch(term) or _BARE_RATIO.fullmatch(term)
    return {f"{found[1]}{mark}{found[2]}" for mark in _MARKS} if found else set()


_MARKS = (" to ", "-to-", "/", " / ", ":", ": ", "-", " - ", " ")
_BARE_RATIO = re.compile(r"([a-z]+) ([a-z]+ ratio)")
_AGAINST = re.compile(r"((?:[a-z]+ )*[a-z]+)(?: to |-to-|/|:)([a-z]+ ratio)")


def _linked(forms: set[str], language: Language) -> set[str]:
    """Return the forms with another word of linking, an article or a verb: rate of deposits, rate paid on our deposits."""
    return {
        f"{head} {between} {tail}"
        for form in forms
        for link in language.links
        if f" {link} " in form
        for head, _, tail in (form.partition(f" {link} "),)
        for between in (
            *(f"{link} {article}" for article in language.linked_articles),
            *(f"{verb} {link}" for verb in language.extra["states"]),
            *(
                f"{verb} {other}"
                for verb in language.link_verbs
                for other in dict.fromkeys((link, *language.links_alike))
            ),
            *(language.links_alike if link in language.links_alike else ()),
        )
    }


def _turned(forms: set[str], language: Language) -> set[str]:
    """Return the forms in which a compound stands for a genitive or the other way: volume of payments, payment volume."""
    found: set[str] = set()
    for form in forms:
        parts = form.split(" ")
        for link in language.genitives:
            if len(parts) == _PAIR and not any(part in language.clause_words for part in parts):
                found.add(f"{parts[1]} {link} {parts[0]}")
            elif len(parts) == _PAIR + 1 and parts[1] == link:
                found.add(f"{parts[2]} {parts[0]}")
            elif len(parts) == _PAIR + 1 and parts[2] in language.extra["share_nouns"]:
                article = next(iter(language.linked_articles), "")
                found.update(f"{parts[2]} {link} {said}{parts[0]} {parts[1]}" for said in ("", f"{article} "))
    return found


_PAIR = 2


def _numbers(word: str, language: Language) -> tuple[str, ...]:
    """Return a word in the singular and the plural, as the language makes them: expenses may be of expense, or of expensis."""
    if len(word) < _SHORTEST or not word.isalpha():
        return (word,)
    several = [
        word.removesuffix(plural) + singular
        for singular, plural in language.plurals
        if word.endswith(plural) and not word.endswith(_NO_PLURALS)
    ]
    if several:
        return word, *several
    one, many = next((pair for pair in language.plurals if word.endswith(pair[0])), ("", ""))
    alike = word.endswith("s") and not one
    return (word,) if alike else (word, word.removesuffix(one) + many)


def singulars(word: str, language: Language) -> Iterator[str]:
    """Yield what a word may be the plural of, by its ending alone."""
    return (word.removesuffix(many) + one for one, many in language.plurals if word.endswith(many))


_NO_PLURALS = ("ss", "us", "is")


def add_endings(words: dict[str, dict[Meaning, None]], language: Language) -> None:
    """Let a term end in any word that the language holds for the same: 覆蓋率, 覆蓋比率. What is a term stays.

    What a term says of a share may stand behind it: 每股股息, 股息每股.
    """
    made: dict[str, dict[Meaning, None]] = {}
    for group in (*language.heads, *language.made_alike):
        for word, meanings in words.items():
            ending = max((e for e in group if word.endswith(e) and len(word) > len(e)), key=len, default=None)
            if ending:
                for other in group:
                    made.setdefault(word[: -len(ending)] + other, {}).update(meanings)
    for word, meanings in words.items():
        each = next((e for e in language.tables.get("per_unit", ()) if e in word[:-1]), "")
        if each and not word.isascii() and len(word) > len(each) + 1:
            made.setdefault(word.replace(each, "", 1) + each, {}).update(meanings)
    for word, meanings in made.items():
        words.setdefault(word, meanings)


def add_short_forms(words: dict[str, dict[Meaning, None]], language: Language) -> None:
    """Let a term be said by the usual short form of words in it, or in full: assets under management, AUM."""
    longs: dict[str, tuple[str, ...]] = language.extra["short_forms"]
    if not longs:
        return
    others: dict[str, list[str]] = {long: list(shorts) for long, shorts in longs.items()}
    for long, shorts in longs.items():
        for short in shorts:
            others.setdefault(short, []).append(long)
    pattern = re.compile(rf"(?<![a-z0-9-])(?:{alternation(others)})(?![a-z0-9-])")
    made: dict[str, dict[Meaning, None]] = {}
    by_first: dict[str, list[str]] = {}
    for term in words:
        by_first.setdefault(term.partition(" ")[0], []).append(term)
    for term, meanings in words.items():
        for found in pattern.finditer(term) if term.isascii() else ():
            for other in others[found.group()]:
                form = f"{term[: found.start()]}{other}{term[found.end() :]}"
                if form == other and any(
                    t.startswith(f"{other} ") and words[t].keys() & meanings
                    for t in by_first.get(other.partition(" ")[0], ())
                ):
                    continue  # CET1 is short for its ratio, common equity tier 1 is not
                if form not in words and form not in language.words:
                    made.setdefault(form, {}).update(meanings)
    words.update(made)


WORD_START = re.compile(r"(?<![a-z0-9-])[a-z0-9]")
