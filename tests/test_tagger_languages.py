"""A language is a file: every key is documented, the shipped ones say the same, and a new one needs no code."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tagger.reporting_period import parse_reporting_period
from tagger.words import language as languages
from tagger.words.language import load_language
from tagger.words.periods import find_time_phrases
from taxonomy.load import load_taxonomy
from tests.tagging_example import Reading, ledger_of, profile_of, reading_of

ROOT = Path(__file__).parent.parent
SHIPPED = ("en", "zh-Hans", "zh-Hant")
DATA = Path(__file__).parent / "data" / "languages"
PAGE = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")


def keys_of(tag: str) -> set[str]:
    """Return the keys of a language's file, and those of its tables."""
    path = ROOT / "tagger" / "languages" / f"{tag}.yaml"
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  our own file
    return {*data, *data["tables"]}


def forget() -> None:
    """Empty what the program keeps of the languages that there are."""
    for name, module in list(sys.modules.items()):
        if name.startswith("tagger."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


@pytest.fixture
def japanese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put a language's file beside the shipped ones, as its author would."""
    folder = tmp_path / "languages"
    shutil.copytree(languages.FOLDER, folder)
    shutil.copy(DATA / "ja.yaml", folder)
    monkeypatch.setattr(languages, "FOLDER", folder)
    forget()
    yield
    forget()


@pytest.mark.usefixtures("japanese")
def test_a_language_without_words_for_tables_leaves_tables_read() -> None:
    """What its file does not say of headings costs the other languages nothing."""
    text = "| RMB million | 2024 | 2023 |\n|---|---|---|\n| Total assets | 4,692 | n/a |\n"

    assert [row.value for row in ledger_of(text).rows if row.status == "fact"] == ["4692000000"]


@pytest.mark.parametrize("tag", SHIPPED)
def test_every_key_is_documented(tag: str) -> None:
    """docs/languages.md names each key of each shipped file."""
    named = set(re.findall(r"`([a-z_]+)", PAGE))

    assert keys_of(tag) - named == set()


@pytest.mark.parametrize("tag", SHIPPED)
def test_every_phrase_of_time_has_a_documented_meaning(tag: str) -> None:
    """A meaning that the program does not know would be found only when a text uses it."""
    documented = set(re.findall(r"`([a-z_]+)`", PAGE.partition("### Phrases of time")[2]))
    documented |= {
        f"quarter_{n}{s}" for n in ("first", "second", "third", "fourth") for s in ("", "_of_year")
    }
    meanings = {meaning for _, meaning in load_language(tag).periods}

    assert meanings - documented == set()


def test_traditional_and_simplified_know_the_same_verbs_and_qualifiers() -> None:
    """Folded they are one language: what is missing in one of the files was forgotten."""
    hant, hans = load_language("zh-Hant"), load_language("zh-Hans")

    for name in ("verbs", "before", "after", "clause"):
        assert set(getattr(hant, name)) == set(getattr(hans, name)), name
    assert {scale: power for scale, power in hant.scales.items() if hans.scales.get(scale) != power} == {
        "兆": 12
    }
    assert {key: set(words) for key, words in hant.tables.items()} == {
        key: set(words) for key, words in hans.tables.items()
    }


SENTENCES: list[tuple[str, list[Reading]]] = [
    (
        "当年度末の個人預金は1,234億円、前年度末比増加額は56億円、増加率は4.8%となりました。",
        [
            ("Deposits", "Personal", "2024-03-31", "123400000000"),
            ("IncreaseDecreaseInDeposits", "Personal", "2023-04-01/2024-03-31", "5600000000"),
            ("GrowthRateOfDeposits", "Personal", "2023-04-01/2024-03-31", "0.048"),
        ],
    ),
    (
        "個人預金と法人預金はそれぞれ3億円と5億円となりました。",
        [
            ("Deposits", "Personal", "2024-03-31", "300000000"),
            ("Deposits", "Corporate", "2024-03-31", "500000000"),
        ],
    ),
    (
        "国内店舗は120店です。第3位。",
        [("NumberOfBranches", "", "2024-03-31", "120"), ("not_a_fact rank", "", "", None)],
    ),
]


@pytest.mark.usefixtures("japanese")
@pytest.mark.parametrize(("text", "wanted"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_a_new_language_is_a_new_file(text: str, wanted: list[Reading]) -> None:
    """Japanese, which is not shipped: its figures, verbs and years are read from data alone."""
    taxonomy = load_taxonomy(str(DATA / "ja-bank.yaml"))
    ledger = ledger_of(text, language="ja", taxonomy=taxonomy, profile=profile_of((3, 31), "JPY"))

    assert [reading_of(row) for row in ledger.rows] == wanted


SLOTS = {"Y": "2023", "M": "5", "D": "6", "Q": "2", "H": "1", "N": "3", "S": "24", "A": "may", "B": "jan"}
KNOWN = {"2023年上半年末"}
"""Hidden by a shorter phrase with more slots."""


def _each_of_words(phrase: str) -> list[str]:
    """Return a phrase with the first, the last and all words between of each <…|…>, in step."""
    listed = [words.split("|") for words in re.findall("<([^<>]*)>", phrase)]
    said = []
    for number in range(max(map(len, listed), default=1)):
        words = iter(listed)
        said.append(re.sub("<[^<>]*>", lambda _: (one := next(words))[number % len(one)], phrase))  # noqa: B023
    return said


@pytest.mark.parametrize("tag", SHIPPED)
def test_no_name_of_a_phrase_of_time_is_left_as_it_is(tag: str) -> None:
    """A <name> that stands for nothing would be looked for as it is written, and never be found."""
    language = load_language(tag)

    assert [
        phrase for phrase, _ in (*language.periods, *language.bases) if re.search("<[^|<>]*>", phrase)
    ] == []


@pytest.mark.parametrize("tag", SHIPPED)
def test_every_phrase_of_time_is_found_where_it_stands_alone(tag: str) -> None:
    """No phrase is hidden by another, or written so that it never matches."""
    period = parse_reporting_period("2024")
    texts = [
        re.sub(r"\{[A-Z]\}", lambda slot: SLOTS[slot.group()[1]], said)
        for phrase, _ in load_language(tag).periods
        for said in _each_of_words(phrase)
    ]
    found = {text: find_time_phrases(text, load_language(tag), period) for text in texts}

    assert {text for text, phrases in found.items() if not phrases or phrases[-1].end != len(text)} <= KNOWN
