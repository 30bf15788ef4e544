"""How much the words of a taxonomy matter: the measurement with all terms, with first terms only, and with some by lot.

    python -m benchmarks.terms [--generated N] [--lots N]

What a taxonomy has no words for must be left alone: with half of the terms recall may fall, precision may not. Labels
stay; of the terms of each concept and member, the first of a language is kept, or each by a lot whose seed is printed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from multiprocessing import Pool
from random import Random
from typing import TYPE_CHECKING

from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from tagger.words.folding import fold
from taxonomy.errors import TagwrightError
from taxonomy.load import load_taxonomy
from tests.development.generator import generate
from tests.development.measure import measure, profile_of
from tests.development.passages import Passage, load_passages
from tests.development.vocabulary import SOURCES

if TYPE_CHECKING:
    from tagger.ledger import Ledger
    from taxonomy.model import Label, Taxonomy

GROUPS = ("all", "language zh-Hant", "language zh-Hans", "language en")
FIRST_SEED = 50_000
"""Seeds from here on are for this measurement alone."""


def first_terms(labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """Return the labels with the first term of each language alone."""
    seen: set[str] = set()
    kept = []
    for label in labels:
        if label.role == "term":
            if label.language in seen:
                continue
            seen.add(label.language)
        kept.append(label)
    return tuple(kept)


def by_lot(lot: Random, share: float, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """Return the labels without the terms that the lot takes away.

    One lot for a word in both scripts: 貸款 finds 贷款, so that taking one alone away would take nothing.
    """
    kept: dict[str, bool] = {}
    for label in labels:
        if label.role == "term" and fold(label.text) not in kept:
            kept[fold(label.text)] = lot.random() < share
    return tuple(label for label in labels if label.role != "term" or kept[fold(label.text)])


def thinned(taxonomy: Taxonomy, keep: Callable[[tuple[Label, ...]], tuple[Label, ...]]) -> Taxonomy:
    """Return the taxonomy with fewer terms for its concepts and members; units keep theirs."""
    axes = tuple(
        replace(axis, members=tuple(replace(each, labels=keep(each.labels)) for each in axis.members))
        for axis in taxonomy.axes
    )
    concepts = tuple(replace(each, labels=keep(each.labels)) for each in taxonomy.concepts)
    return replace(taxonomy, axes=axes, concepts=concepts)


def vocabularies(lots: int) -> Iterator[tuple[str, dict[str, Taxonomy]]]:
    """Yield (name, taxonomies by name) of each stock of terms that is measured."""
    whole = {name: load_taxonomy(str(path)) for name, path in SOURCES.items()}
    yield "all terms", whole
    yield "first terms", {name: thinned(known, first_terms) for name, known in whole.items()}
    for share, words in ((0.75, "three quarters"), (0.5, "half")):
        for seed in range(lots):
            lot = Random(seed)  # noqa: S311  reproducible, not secret
            fewer = {name: thinned(known, partial(by_lot, lot, share)) for name, known in whole.items()}
            yield f"{words}, lot {seed}", fewer


def tag_with(taxonomies: dict[str, Taxonomy], passage: Passage) -> Ledger:
    """Tag a passage with a taxonomy of the given ones."""
    known = taxonomies[passage.taxonomy]
    profile = profile_of(passage, known)
    document = parse_document(passage.text.encode(), passage.name)
    return tag_document(
        document, known, profile, parse_reporting_period(passage.period, profile.fiscal_year_end)
    )


def count(passages: tuple[Passage, ...], stock: tuple[str, dict[str, Taxonomy]]) -> dict[str, Counter[str]]:
    """Return the counts of the passages by group, with one stock of terms."""
    try:
        return measure(partial(tag_with, stock[1]), passages)
    except TagwrightError as error:
        raise SystemExit(f"{stock[0]}: {error}") from error


def line_of(name: str, group: str, counts: Counter[str]) -> str:
    """Return the counts as a row of a Markdown table."""
    facts, tagged, whole = counts["fact"], counts["tagged"], counts["whole"]
    precision, recall = whole / max(1, tagged), whole / max(1, facts)
    f1 = 2 * whole / max(1, tagged + facts)
    sure = counts["sure"] + counts["sure but wrong"]
    return (
        f"| {name} | {group.removeprefix('language ')} | {facts} | {precision:.3f} | {recall:.3f} | {f1:.3f} | "
        f"{sure} | {counts['sure but wrong']} |"
    )


def main() -> None:
    """Print a table: a row for each stock of terms and language."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument(
        "--generated", type=int, default=0, help="generated passages instead of written ones"
    )
    options.add_argument("--lots", type=int, default=4)
    given = options.parse_args()
    seeds = range(FIRST_SEED, FIRST_SEED + given.generated)
    passages = tuple(map(generate, seeds)) if given.generated else load_passages()
    stocks = list(vocabularies(given.lots))
    print("| terms | language | facts | precision | recall | F1 | at 0.9 or more | of these wrong |")
    print("|---|---|---|---|---|---|---|---|")
    with Pool() as pool:
        for (name, _), counted in zip(stocks, pool.imap(partial(count, passages), stocks), strict=True):
            for group in GROUPS:
                print(line_of(name, group, counted[group]), flush=True)


if __name__ == "__main__":
    main()
