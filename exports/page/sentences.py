"""The sentences that the program says of figures and checks, in every language of the interface.

The ledger holds them in English. On the page an English sentence is the key under which the script finds it in
another language. What has no translation is told by the explanation of its code, or the kind of its check; a
person's own words stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from exports.page.words import LANGUAGES, translated, words_of

if TYPE_CHECKING:
    from tagger.ledger import Ledger, Proof, Row
    from taxonomy.offline_page import Json

Told = Mapping[str, Mapping[str, str]]
"""Of each check that contradicts: the sentence with its numbers, by language."""


def reason_sentence(row: Row, told: Told) -> str:
    """Return why a figure is no fact, in English: of a contradiction the numbers of its check."""
    if row.reason is None:
        return ""
    spelled = _of_contradiction(row, told)
    return spelled["en"] if spelled else row.reason.text


def check_sentence(proof: Proof, told: Told) -> str:
    """Return what a check found, in English."""
    return told[proof.id]["en"] if proof.id in told else proof.text


def say_sentences(ledger: Ledger, told: Told, others: Iterable[str | None]) -> dict[str, Json]:
    """Return {English sentence: {language: sentence}} of all that the page may say; `others`: of the files."""
    said: dict[str, dict[str, str]] = {}
    for row in ledger.rows:
        if row.reason is None or not row.reason.text or _is_own_words(row, row.reason.text):
            continue
        spelled = _of_contradiction(row, told)
        key = spelled["en"] if spelled else row.reason.text
        if key not in said:
            said[key] = dict(spelled or _in_languages(row.reason.text, ("why", row.reason.code)))
    for proof in ledger.proofs:
        key = check_sentence(proof, told)
        if key and key not in said:
            said[key] = dict(told.get(proof.id) or _in_languages(proof.text, ("proof", proof.kind)))
    said |= {text: _in_languages(text) for text in others if text and text not in said}
    return {key: {name: text for name, text in texts.items() if text != key} for key, texts in said.items()}


def _of_contradiction(row: Row, told: Told) -> Mapping[str, str] | None:
    """Return the sentence of the check that withheld the figure, None where there is none."""
    if row.reason is None or row.reason.code != "contradicted":
        return None
    return next((told[name] for name in row.proofs if name in told), None)


def _is_own_words(row: Row, text: str) -> bool:
    """Return whether the reason is a person's: a decision led to it, and it is no sentence of the program's."""
    is_decided = any(item.kind == "decision" for item in row.evidence)
    return is_decided and not any(translated(text, words_of(name)) for name in LANGUAGES if name != "en")


def _in_languages(text: str, otherwise: tuple[str, str] | None = None) -> dict[str, str]:
    """Return the sentence by language; `otherwise` names the text of the interface where there is no translation."""
    found = {}
    for language in LANGUAGES:
        words = words_of(language)
        said = translated(text, words) or (words.say(*otherwise) if otherwise else None)
        if said:
            found[language] = said
    return found
