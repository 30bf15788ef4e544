"""Generates texts with gold in three languages: sentences of our own grammars about the concepts of the taxonomies.

    python -m tests.development.generator [SEED]      prints one passage

A passage is a pure function of its seed: its taxonomy, language, reporting period, currency, subjects, wordings, order,
digits, scales and qualifiers are drawn by lot, and every level, change, growth and share in it is a rounding of one
truth. The wordings are data (generator.yaml). Spec: docs/ledger.md (values, decimals, qualifiers, periods).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from random import Random

from taxonomy.model import Concept
from tests.development.passages import Passage, unmarked
from tests.development.printed_figures import PERIODS, Figures, Moved, Retry, Setting, simplifying, wording_of
from tests.development.subjects import Subject, local, subjects
from tests.development.vocabulary import SOURCES

LANGUAGES = ("zh-Hant", "zh-Hans", "en")

_OPENS_WITH_TIME = re.compile("(At|As|In|For|By|During) ")
_TRIES = 60
_SENTENCES = 10
_HAN_SCALES = (("億", 8), ("億", 8), ("億", 8), ("萬", 4), ("百萬", 6), ("萬億", 12))
_LATIN_SCALES = ((" billion", 9), (" million", 6), ("bn", 9), (" million", 6), (" trillion", 12), ("m", 6))


def generate(seed: int) -> Passage:
    """Return the passage of a seed, its gold in reading order."""
    lot = Random(seed)  # noqa: S311  reproducible, not secret
    language = lot.choice(LANGUAGES)
    wording = wording_of(language)
    currency = lot.choice(("CNY", "CNY", "HKD", "USD"))
    setting = Setting(lot.choice(sorted(SOURCES)), language, lot.choice(sorted(PERIODS)), currency, wording)
    sentences = list(_sentences(lot, setting))
    entity = lot.choice(wording["entities"])
    text, gold = unmarked(_laid_out(lot, sentences, setting))
    return Passage(
        name=f"generated-{seed}",
        taxonomy=setting.taxonomy,
        period=setting.period,
        currency=currency,
        language=language,
        entity=entity,
        aliases=("the group", "the bank") if setting.is_latin else ("本行", "本集團", "本集团", "本公司"),
        fiscal_year_end="12-31",
        members=(),
        phenomena=tuple(sorted({name for name, _ in sentences})),
        text=text,
        gold=gold,
    )


def _sentences(lot: Random, setting: Setting) -> Iterator[tuple[str, str]]:
    used: set[str] = set()
    for _ in range(_SENTENCES):
        if lot.random() < 0.12:
            yield "non_facts", lot.choice(setting.wording["noise"])
            continue
        pattern = lot.choice(sorted(_PATTERNS))
        for _ in range(_TRIES):
            sentence = Sentence(lot, setting, used)
            try:
                said = sentence.say(pattern)
            except Retry:
                continue
            used.add(sentence.said_of)
            yield pattern, said
            break


def _laid_out(lot: Random, sentences: list[tuple[str, str]], setting: Setting) -> str:
    full_stop, gap = (".", " ") if setting.is_latin else ("。", "")
    said = []
    for kind, text in sentences:
        around = str(lot.choice(setting.wording["around"]))
        has_time = setting.is_latin and _OPENS_WITH_TIME.match(text)
        bare = kind == "non_facts" or (has_time and around.startswith(("Our", "The group's", "During")))
        whole = text if bare else around.format(x=text)
        said.append((_capitalised(whole) if setting.is_latin else whole) + full_stop)
    paragraphs: list[str] = []
    while said:
        take = lot.randint(1, 3)
        paragraphs.append(gap.join(said[:take]))
        said = said[take:]
    return "\n\n".join(paragraphs) + "\n"


def _capitalised(sentence: str) -> str:
    """Return an English sentence whose first word alone begins with a capital for being the first."""
    inner = re.sub(r"(?<=[a-z,] )(At|As|In|For|By|During)(?= )", lambda hit: hit[0].lower(), sentence)
    return re.sub(r"(^|\. )([a-z])", lambda hit: hit[1] + hit[2].upper(), inner)


class Sentence:
    """One sentence: its time, base of comparison and things, drawn by lot."""

    def __init__(self, lot: Random, setting: Setting, used: set[str]) -> None:
        """Take what the whole passage shares; `used` are the concepts that other sentences have figures of."""
        self.used = used
        self.said_of = ""
        self.lot, self.setting, self.wording = lot, setting, setting.wording
        self.subjects = subjects(setting.taxonomy, setting.language, tuple(self.wording["join"]))
        self.first, self.last, self.same_before, self.end_before = PERIODS[setting.period]

    def say(self, pattern: str) -> str:
        """Return the sentence with its gold marked."""
        template: str = self.lot.choice(self.wording[pattern])
        if pattern in ("list", "of_which"):
            return self._of_several(template)
        types = ("percent",) if pattern == "rate" else ("monetary", "count")
        concept = self._concept(types)
        subject = self._subject(concept)
        thing = self._moved(concept, subject)
        slots = self._time_slots(concept, template)
        if "{h}" in template:
            whole = self._whole(concept, subject)
            slots.update(h=self._share(thing), whole=whole)
        return self._filled(template, {**slots, **self._thing_slots(thing, "")})

    def _filled(self, template: str, slots: dict[str, str]) -> str:
        if "{b}" in template and not slots["b"]:
            raise Retry
        return re.sub("  +", " ", template.format(**slots)).strip()

    def _of_several(self, template: str) -> str:
        concept = self._concept(("monetary", "count"))
        axis = self.subjects.axis(self.lot, concept)
        head = self.subjects.plain(self.lot, concept)
        if axis is None or head is None:
            raise Retry
        found = [self.subjects.of_axis(self.lot, concept, axis, head.text) for _ in (1, 2)]
        one, two = found
        if one is None or two is None or one.dimensions == two.dimensions:
            raise Retry
        if not (one.is_clear and two.is_clear) and re.search(r"\{m\d\}", template):
            raise Retry
        first = self._moved(concept, one)
        second = self._moved(concept, two, like=first)
        if "{gv}" in template and "{g2}" in template and first.grew != second.grew:
            raise Retry
        total = self._moved(concept, head, like=first, least=first.now + second.now)
        slots = {**self._time_slots(concept, template), "whole": head.text, "c": head.text}
        slots.update(m1=one.modifier, m2=two.modifier)
        slots.update(self._thing_slots(first, "1"), **self._thing_slots(second, "2"))
        shared = self._thing_slots(first if "{g2}" in template else total, "")
        wanted = {key: shared[key] for key in ("l", "g", "v", "gv", "u", "w", "n")}
        if "{m1}{and}" not in template:
            wanted["c"] = shared["c"]
        slots["and"] = self.lot.choice(self.wording["and"])
        return self._filled(template, {**slots, **wanted})

    def _concept(self, types: tuple[str, ...]) -> Concept:
        """Return a concept that has no figure yet: two values for one fact would be a contradiction."""
        concept = self.subjects.concept(self.lot, types=types)
        if concept.qname in self.used:
            raise Retry
        self.said_of = concept.qname
        return concept

    def _subject(self, concept: Concept) -> Subject:
        head = self.subjects.plain(self.lot, concept)
        if head is None:
            raise Retry
        axis = self.subjects.axis(self.lot, concept) if self.lot.random() < 0.55 else None
        found = self.subjects.of_axis(self.lot, concept, axis, head.text) if axis else head
        if found is None:
            raise Retry
        return found

    def _whole(self, concept: Concept, subject: Subject) -> str:
        """Return the words of the whole that the subject is a share of."""
        if not subject.dimensions or (concept.qname, "share") not in self.subjects.taxonomy.variants:
            raise Retry
        return subject.head

    def _time_slots(self, concept: Concept, template: str) -> dict[str, str]:
        kind, period = concept.period_type, self.setting.period
        time = self.lot.choice(self.wording["time"][kind][period])
        base = self.lot.choice(self.wording["base"]["year_start" if kind == "instant" else "flow"][period])
        before = self.lot.choice(self.wording["before"][kind][period])
        bare = time.strip(" ,，")
        if self.setting.is_latin:
            bare = bare[:1].lower() + bare[1:]
        return {
            "t": "" if "{t0}" in template else time,
            "t0": bare,
            "b": base,
            "bp": before,
        }

    def _thing_slots(self, thing: Moved, number: str) -> dict[str, str]:
        way = "up" if thing.grew else "down"
        choose = self.lot.choice
        is_rate = thing.concept.type == "percent"
        slots = {
            "s": thing.subject.text,
            "w": choose(self.wording["is_rate" if is_rate else "is"]),
            "v": choose(self.wording["verbs"][way]),
            "gv": choose(self.wording["growth_verbs"][way]),
            "r": choose(self.wording["reach"][way]),
            "u": "up" if thing.grew else "down",
            "n": "an increase of" if thing.grew else "a decrease of",
            "nv": "增幅" if thing.grew else "降幅",
        }
        if self.setting.language == "zh-Hans":
            slots["nv"] = slots["nv"].translate(simplifying())
        figures = Figures(self.lot, self.setting, self.subjects, thing)
        slots.update(l=figures.level(), p=figures.previous(), c=figures.change(), g=figures.growth())
        return {f"{key}{number}": value for key, value in slots.items()}

    def _share(self, thing: Moved) -> str:
        return Figures(self.lot, self.setting, self.subjects, thing).share()

    def _moved(
        self, concept: Concept, subject: Subject, *, like: Moved | None = None, least: Decimal = Decimal(0)
    ) -> Moved:
        """Draw the truth about a subject, and how it is printed."""
        lot = self.lot
        ratio = Decimal(lot.choice([n for n in range(-280, 500) if abs(n) > 3])) / 1000
        if concept.type == "percent":
            now = Decimal(lot.randint(110, 9800)) / 10000
            return Moved(subject, concept, now, now / (1 + ratio / 4), -2, "%", 2, "pure", "")
        unit, counter = self._unit(concept)
        if like:
            scale, word, places = like.scale, like.scale_word, like.places
            counter = like.counter
        else:
            scale, word, places = self._scale(concept)
        top = 9999 if scale else 99999
        now = Decimal(lot.randint(12 * 10**places, top * 10**places)).scaleb(scale - places)
        now += least
        before = now / (1 + ratio)
        if not scale:
            before = before.to_integral_value()
        return Moved(subject, concept, now, before, scale, word, places, unit, counter)

    def _scale(self, concept: Concept) -> tuple[int, str, int]:
        lot, latin = self.lot, self.setting.is_latin
        if concept.type == "count" and lot.random() < 0.5:
            return 0, "", 0
        scales = _LATIN_SCALES if latin else _HAN_SCALES
        word, scale = lot.choice(scales[:4]) if concept.type == "monetary" else scales[1 if latin else 3]
        if self.setting.language == "zh-Hans":
            word = word.translate(simplifying())
        return scale, word, lot.choice((0, 1, 2, 2))

    def _unit(self, concept: Concept) -> tuple[str, str]:
        if concept.type == "monetary":
            if "share" in concept.qname.lower() and "per" in concept.qname.lower():
                raise Retry
            return self.setting.currency, ""
        unit = concept.unit or ""
        if not unit:
            raise Retry
        words = self.subjects.counters(concept)
        if not words and not self.setting.is_latin:
            raise Retry
        return local(unit), self.lot.choice(words) if words else ""


_PATTERNS = (
    "bracket", "from_to", "growth", "level", "level_change", "level_change_growth", "level_growth", "list", "of_which",
    "rate", "share",
)  # fmt: skip


if __name__ == "__main__":
    sys.stdout.write(generate(int(sys.argv[1]) if sys.argv[1:] else 0).text)
