"""The words that headings and captions of tables use, for the languages at hand, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tagger.figures.prefixed_units import prefixed_units
from tagger.words.alternation import alternation, opening_of
from tagger.words.both_ways import both_ways
from tagger.words.language import Language


@dataclass(frozen=True)
class TableWords:
    """neutral, references, share, change: folded words. unit: matches one word of a unit, the longest.

    cue: what may stand before a unit that is not alone in its heading; cues: the same words. per_unit: of amounts a share.
    """

    neutral: frozenset[str]
    references: frozenset[str]
    neutral_pattern: re.Pattern[str]
    neutral_edge: re.Pattern[str]  # one of the neutral words, first or last
    total: re.Pattern[str]
    share: re.Pattern[str]
    change: re.Pattern[str]
    unit: re.Pattern[str]
    group_of: dict[str, str]  # of a word of a unit: "filler", "rate", "currency", "count" or "scale"
    cue: re.Pattern[str]
    cues: frozenset[str]
    per_unit: re.Pattern[str]
    throughout: re.Pattern[str]  # what says that a unit holds for all that follows
    exception: re.Pattern[str]  # opens what a unit does not hold for
    deducted: re.Pattern[str]  # first in a heading, says that a total subtracts it
    added: re.Pattern[str]  # first in a heading, says that a total adds it
    explained: re.Pattern[str]  # says again what a stage of credit risk is: 12-month ECL
    both: re.Pattern[str]  # the group and its head alone: the same of both
    inclusive: re.Pattern[str]  # in brackets, says that a limit belongs to a range: 1年(含1年)
    denial: re.Pattern[str]  # in a sentence about a unit: it does not hold
    increase: re.Pattern[str]  # the verbs
    decrease: re.Pattern[str]
    tenor: re.Pattern[str]  # a length of time: 90 days
    narrowing: re.Pattern[str]  # outside a term: only a part of what it names, or another measure of it
    footnote: re.Pattern[str]  # the mark of one in a heading, (continued), what its per cents are
    breakdown: re.Pattern[str]  # what a table parts its concept by, up to the next mark
    parted: re.Pattern[str]  # behind what it parts its concept by: 五級分類
    parted_by: re.Pattern[str]  # all of a heading: by what the rows below it part their concept, group 1
    parted_first: re.Pattern[str]  # at a heading's start: by what its concept is parted, which stands behind
    scales: dict[str, int]
    fields: frozenset[str]  # all that a heading says which parts rows by their field: environment
    net: frozenset[str]  # all that a row says which is what its table or section comes to
    gains: frozenset[str]
    net_change: re.Pattern[str]  # before a verb of a change: all that came and went
    after: re.Pattern[
        str
    ]  # what is left when an effect (one of the groups) is taken in: after adjustment, 調整後
    charged: re.Pattern[str]  # in brackets: what brackets about the values stand for
    noted: re.Pattern[
        str
    ]  # says what the per cents of a table are: `of` up to where it says so, `said` the sentence
    moved: re.Pattern[str]  # a change, whichever way
    prefixed: dict[str, tuple[str, int]]  # by a unit with a prefix the taxonomy's own, and the power of ten


_HAN = "[\u4e00-\u9fff]"
_KNOWN: dict[tuple[tuple[str, ...], tuple[str, ...], frozenset[str]], TableWords] = {}


def table_words(language: Language, counted: frozenset[str]) -> TableWords:
    """Return the words of a language; `counted`: the folded words of the taxonomy's count units."""
    key = (language.tags, language.local, counted)
    if key not in _KNOWN:
        if len(_KNOWN) > 8:  # noqa: PLR2004  # a run has one taxonomy, a test many
            _KNOWN.clear()
        _KNOWN[key] = _made(language, counted)
    return _KNOWN[key]


def _made(language: Language, counted: frozenset[str]) -> TableWords:
    def listed(name: str) -> tuple[str, ...]:
        return language.tables.get(name, ())

    by_what = opening_of(listed("breakdown"), listed("breakdown_never"))
    scales = {**language.scales, **language.table_scales}
    money = [word for word, kind in language.units.items() if kind == "money"]
    prefixed = prefixed_units(language, counted).known
    rates = [word for word, kind in language.units.items() if kind not in ("money", "count")]
    counts = [word for word, kind in language.units.items() if kind == "count"]
    groups = {
        "filler": [*listed("unit_fillers"), *listed("unit_cues"), *listed("per_unit")],
        "rate": rates,
        "currency": [*language.currencies, *money],
        "count": [*_without_scales([*counts, *counted, *listed("counts")], scales), *prefixed],
        "scale": list(scales),
    }
    group_of = {word: name for name in reversed(groups) for word in groups[name] if word}
    joined = "|".join(
        re.escape(word) for word in sorted(language.currencies, key=len, reverse=True) if word.isascii()
    )
    # RMB100 million, AED000: a currency's letters may stand right before a round number that is the scale
    unit = re.compile(
        rf"(?P<word>(?:{joined or '(?!)'})(?=10[0, ]|000(?!\d))|{_before_a_scale(language, scales)}|{alternation(group_of)})"
    )
    return TableWords(
        frozenset(listed("neutral")),
        frozenset(listed("references")),
        _any_of(listed("neutral"), "(?![a-z])"),
        _at_an_end(list(listed("neutral"))),
        _at_an_end([word for word, kind in language.words.items() if kind in ("total", "of_which")]),
        _share(listed("share"), listed("in_per_cent")),
        _changes(language),
        unit,
        group_of,
        _any_of(listed("unit_cues"), "(?![a-z])[ :：]*"),
        frozenset(word.strip(" :：") for word in listed("unit_cues")),
        _any_of(listed("per_unit")),
        _any_of(listed("throughout"), "(?![a-z])"),
        _any_of(listed("exceptions"), "(?![a-z])"),
        _deducted(listed("deducted"), language.than),
        _deducted(listed("added"), language.than),
        _explained(listed("explained")),
        _both(listed("group"), listed("alone"), language.conjunctions),
        inclusive(listed("inclusive")),
        _any_of(listed("denials"), "(?![a-z])"),
        _any_of(_verbs(language, "increase")),
        _any_of(_verbs(language, "decrease")),
        _tenor(language.cues_after.get("tenor", ())),
        _any_of((*listed("narrowing"), *language.averages), "(?![a-z])"),
        _aside(
            listed("continued"),
            listed("per_cents"),
            listed("indicate"),
            listed("references"),
            listed("refers"),
            listed("in_per_cent"),
        ),
        _breakdown(by_what, listed("breakdown_ends")),
        re.compile(
            rf"(?:\s|{_HAN})?(?:{alternation(listed('parted'))})(?![a-z])" if listed("parted") else "(?!)"
        ),
        _parted_by(by_what, listed("parted")),
        _parted_first(by_what, listed("parted"), listed("breakdown_endings")),
        scales,
        frozenset(listed("fields")),
        frozenset(listed("net")),
        frozenset(listed("gains")),
        _before_verbs(listed("net"), [*_verbs(language, "increase"), *_verbs(language, "decrease")]),
        _after(listed("after")),
        re.compile(rf"[(（]\s?(?:{alternation(listed('charged'))})\s?[)）]" if listed("charged") else "(?!)"),
        _noted(listed("per_cents"), listed("indicate")),
        _any_of(_with_plurals((*listed("change"), *(v for kind in _MOVES for v in _verbs(language, kind))))),
        prefixed,
    )


def _with_plurals(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words, *(f"{word}s" for word in words if word[-1:].isascii() and word[-1:].isalpha()))


_MOVES = ("change", "increase", "decrease")


def _noted(per_cents: tuple[str, ...], indicate: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of a sentence that says what per cents are: percentages indicate …, % changes are …, %表示….

    No number of its own stands between the two.
    """
    if not per_cents or not indicate:
        return re.compile("(?!)")
    return re.compile(rf"{_of_per_cents(per_cents, indicate)}(?=(?P<said>[^.。;；\n]*))")


def _of_per_cents(per_cents: tuple[str, ...], indicate: tuple[str, ...]) -> str:
    what, said = (alternation(words, "(?<![a-z0-9].)") for words in (per_cents, indicate))
    return rf"(?<![0-9])(?<![0-9] )(?P<of>(?:{what}))(?=[^.。;；\n0-9%]{{0,40}}?(?:{said})(?![a-z]))"


def _without_scales(counts: list[str], scales: dict[str, int]) -> list[str]:
    """Return the words of counts but those that a scale makes of another, which are read by their parts: 万户."""
    known = set(counts)
    return [
        word
        for word in counts
        if not any(word[:at] in scales and word[at:] in known for at in range(1, len(word)))
    ]


def _deducted(words: tuple[str, ...], than: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of the words at a heading's start that say it is subtracted: Less: …, but not less than …."""
    if not words:
        return re.compile("(?!)")
    return re.compile(rf"\s*(?:{alternation(words)})(?:\s*[:：]\s*|\s+(?!{alternation(than) or '(?!)'}))")


def _tenor(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[0-9]+\s?(?:{alternation(units)})" if units else "(?!)")


def _aside(
    continued: tuple[str, ...],
    per_cents: tuple[str, ...],
    indicate: tuple[str, ...],
    references: tuple[str, ...],
    refers: tuple[str, ...],
    bare: tuple[str, ...],
) -> re.Pattern[str]:
    """Return a pattern of what is no part of a name: marks of footnotes, (continued), what per cents of the table are."""
    said = [_footnote(references, refers)]
    if continued:
        said.append(
            rf"[(（\[]\s?(?:{alternation(continued)})\s?[)）\]]|[-–—\s]\s?(?:{alternation(continued)})\s*\Z"
        )
    if bare:
        said.append(_in_brackets(bare))
    if per_cents and indicate:
        said.append(rf"{_of_per_cents(per_cents, indicate)}[^.。;；\n)）]*")
    return re.compile("|".join(said))


def _in_brackets(per_cents: tuple[str, ...]) -> str:
    """Return a pattern of brackets that only say that figures are in per cent: coverage (percentage)."""
    return rf"(?<=\w)\s?[(（]\s?(?:{alternation(per_cents)})\s?[)）]"


def _footnote(references: tuple[str, ...], refers: tuple[str, ...]) -> str:
    """Return a pattern of the marks of footnotes and references in brackets: ¹, *, (2), (a), (註1), (see note 6.2)."""
    word = rf"(?:(?:{alternation(references)})[\s.]*)?" if references else ""
    numbers = r"(?:[0-9]{1,2}(?:\s?[,、]\s?[0-9]{1,2})*|[a-z])"
    marks = rf"(?<!m)[¹²³⁰⁴-⁹]+|[*†‡§#^]+|[(（\[]\s?{word}{numbers}\s?[)）\]]"
    if not references:
        return marks
    see = rf"(?:(?:{alternation(refers)})\s?)?" if refers else ""
    return rf"{marks}|[(（\[]\s?{see}(?:{alternation(references)})(?![a-z]){_PLACES}\s?[)）\]]"


_PLACES = (
    r"(?:[\s.,，、;；:&/–-]|[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[ivx]{1,5}(?![a-z])|[a-z](?![a-z])|and(?![a-z])|[及和与]"
    r"|[(（][0-9a-z一二三四五六七八九十]{1,4}[)）]){0,20}+"
)
"""The numbers of notes: 四、6.6, 12 and 14(b)."""


def _explained(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[(（]?\s?(?:{alternation(words)})\s?[)）]?" if words else "(?!)")


def _both(group: tuple[str, ...], alone: tuple[str, ...], conjunctions: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of a heading that names the group and its head, whose figures are one: 本集团及本行."""
    if not group or not alone:
        return re.compile("(?!)")
    joined = rf"\s?(?:{alternation(conjunctions)}|[/／、&])\s?"
    one, other = (rf"(?:{alternation(words)})" for words in (group, alone))
    return re.compile(rf"\s*(?:{one}{joined}{other}|{other}{joined}{one})\s*")


def inclusive(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of what says in brackets that a limit belongs to a range: (含1年), (inclusive)."""
    if not words:
        return re.compile("(?!)")
    return re.compile(
        rf"\s?[(（]\s?(?:{alternation(words)})\s?(?:[0-9一二三四五六七八九十]{{1,3}}\s?[^\W\d_]{{1,6}})?\s?[)）]"
    )


def _breakdown(by_what: str, ends: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of by what something is parted, up to a mark or what it is parted for: by risk, for trading books."""
    stop = rf"(?!\s(?:{alternation(ends)})\s)" if ends else ""
    return re.compile(rf"{by_what}(?:{stop}[^,;:()\n])*")


def _parted_by(by_what: str, behind: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of a heading that says by what something is parted and no more: by age, 按年龄划分."""
    more = rf"(?:\s?(?:{alternation(behind)}))?" if behind else ""
    return re.compile(rf"[\s(（]*{by_what}\s?([^,;:()（）\n]{{1,40}}?){more}[\s:：)）]*\Z")


def _parted_first(by_what: str, behind: tuple[str, ...], endings: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of by what something is parted that stands before it: 按行業劃分的, product-wise."""
    han = [word for word in behind if word[0] >= _HAN[1]]
    said = [rf"{by_what}[^,;:()（）\n]{{1,20}}?(?:{alternation(han)})"] if han else []
    if endings:
        said.append(rf"[a-z]+(?:{alternation(endings)})(?![a-z])")
    return re.compile(rf"\s*(?:{'|'.join(said) or '(?!)'})")


def _after(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of one of the words before, or behind if they are Han, what it is after."""
    said = alternation(words) if words else "(?!)"
    return re.compile(rf"\s*(?:{said})\s(.{{2,60}})|(.{{2,30}})(?={_HAN})(?:{said})\s*")


def _before_verbs(words: tuple[str, ...], verbs: list[str]) -> re.Pattern[str]:
    one = [word for word in words if " " not in word]
    return re.compile(
        rf"(?<![a-z])(?:{alternation(one)})\s(?=(?:{alternation(verbs)})(?![a-z]))"
        if one and verbs
        else "(?!)"
    )


def _verbs(language: Language, kind: str) -> tuple[str, ...]:
    return tuple(word for word, meant in language.verbs.items() if meant == kind)


def _share(words: tuple[str, ...], per_cents: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what says that figures are shares, and not only in per cent: (percentage), behind a name."""
    if not per_cents:
        return _any_of(words)
    return re.compile(rf"(?!(?<=[(（])(?:{alternation(per_cents)})[)）]){_any_of(words).pattern}")


def _before_a_scale(language: Language, scales: Iterable[str]) -> str:
    """Return the pattern of a currency whose scale, in a letter or two, stands right behind its own letters: USDm, AEDbn.

    Of three letters at least: RM is no scale of another currency.
    """
    short = [word for word in scales if word.isascii() and word.isalpha() and len(word) <= _SHORT_SCALE]
    codes = [word for word in language.currencies if word.isascii() and word.isalpha() and len(word) >= _CODE]
    if not short or not codes:
        return "(?!)"
    return rf"(?:{'|'.join(sorted(codes, key=len, reverse=True))})(?=(?:{'|'.join(short)})(?![a-z]))"


_CODE, _SHORT_SCALE = 3, 2


def _any_of(words: tuple[str, ...], after: str = "") -> re.Pattern[str]:
    """Return a pattern of any of the words, of nothing where there are none."""
    return re.compile(rf"(?:{alternation(words, '(?<![a-z].)')}){after}" if words else "(?!)")


def _changes(language: Language) -> re.Pattern[str]:
    """Return a pattern of a change: the words for one, and verbs that say that it goes either way: 增（減）率."""
    said = _any_of(language.tables.get("change", ()))
    return re.compile(f"{both_ways([language])}|{said.pattern}")


def _at_an_end(words: list[str]) -> re.Pattern[str]:
    """Return a pattern of any of the words, first or last in a text."""
    word = rf"(?<![a-z])(?:{alternation(words)})(?![a-z])" if words else "(?!)"
    return re.compile(rf"\A\s*{word}[\s:：]*|[\s,，]*{word}\s*\Z")
