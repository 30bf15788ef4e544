"""What kinds of words a language's file lists, and under which key each word stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from tagger.words.folding import fold

LISTS = (
    "accompanied", "acquisitions", "acting", "actors", "actually", "additions", "against", "aims", "alike",
    "all_of", "allocations", "altering", "among", "arrivals", "articles", "as_fast", "as_of_days", "attained",
    "average_rates", "backward", "bases_behind", "basis_closers", "basis_links", "basis_openers", "before_ones",
    "before_topics", "behind_ones", "between_narrowed", "books", "brackets", "brought", "businesses", "cash_names",
    "cash_used", "cause_words", "causes", "channel_nouns", "channel_words", "clause_joins", "compared_closers",
    "compared_openers", "complementizers", "composed", "composed_by", "composing", "conditions_of", "contrary",
    "contrasts", "converted", "copulas", "cost_whom", "costs_spoken_of", "counterparties", "counters_of_events",
    "counters_of_people", "counters_of_visits", "counting_in", "currency_links", "day_endings", "days_on",
    "deadlines", "deed_nouns", "definitions", "degrees", "demonstratives", "departures", "described_nouns",
    "describing_endings", "done_for", "done_with", "downward", "due", "each_one", "earned", "earners",
    "either_way", "entire", "establishments", "events", "everyday_words", "expected_then", "extremes",
    "falling_short", "fared", "fees", "figure_links", "firsts", "fiscal_words", "flowed_in", "flowed_out",
    "flows_in", "flows_lost", "flows_out", "flows_won", "followed_by", "for_one", "for_them", "from_causes",
    "futures", "gains_lost", "given_away", "given_for", "given_to", "got", "groups_of_people", "growths",
    "guidance", "had_been", "having", "held_nouns", "held_to", "hundredths_of_money", "in_places", "in_value",
    "inclusions", "income_spoken_of", "increments", "infinitives", "inflows", "inner_nouns", "its", "judging",
    "keeping_up", "laid_on", "laid_out", "last_instalments", "last_years", "leading_links", "left_after",
    "like_nothing", "locatives", "loss_names", "made", "made_of", "made_yearly", "market_rates", "market_wide",
    "measured_now", "measured_otherwise", "measures_of", "mirrored", "modifier_tails", "month_words", "most",
    "most_of", "most_parts", "moved", "moved_to", "movers", "multiples", "multiplied", "named_by_start",
    "net_prefixes", "new_ones", "newness", "no_organisations", "no_plans", "nones", "not_ours", "nots",
    "nouns_of_change", "numbers_of", "obligations", "of_group", "of_place_before", "on_a_basis", "one_of_many",
    "ones", "opposites", "ordinal_links", "ordinals", "origins", "other_bases", "other_ones", "others",
    "others_in_trade", "outcomes", "outdoing", "outflows", "outside", "over_and_done", "overall", "pace_nouns",
    "paces", "part_links", "participle_endings", "parties", "parts_of_year", "past_verbs", "payments", "per_year",
    "perfects", "period_nouns", "placed", "places_at", "places_over", "plan_names", "plural_pronouns",
    "pointing_back", "possessing", "present_verbs", "presently", "profit_names", "profits", "profits_each",
    "ranked", "rate_nouns", "rates_on", "reached", "records", "recovered", "releases", "repeats_of_one",
    "report_names", "reported", "resolutions", "restating", "restraints", "revised", "rule_links", "run_off",
    "same_times", "saved", "segments", "serving", "set_over", "set_over_ends", "set_up", "settled", "share_nouns",
    "shares", "since_clauses", "single_issues", "sole", "span_joins", "span_openers", "spread", "staff_nouns",
    "stand_ins", "standing_at", "standing_out", "stands_out_in", "states", "stock_nouns", "stood", "superseded",
    "supposing", "sure_futures", "tail_nouns", "taken_in", "targeted_then", "tenths_of_money", "there",
    "there_are", "there_is", "there_where", "things_then", "times_at", "times_told", "together", "told_after",
    "told_before", "told_behind", "told_mainly", "told_net", "told_now", "told_then", "told_with", "told_without",
    "topic_openers", "totals_reached", "trillions", "units_of_business", "unreal", "upward", "used_up",
    "values_then", "was_done", "weightings", "what_was", "whole_businesses", "whole_tails", "yardsticks", "yearly",
    "yields",
)  # fmt: skip
"""Keys whose words are only asked for by themselves."""


def by_word(grouped: dict[str, list[str]]) -> dict[str, str]:
    """Return by each word, folded, the key that it is listed under."""
    return {fold(word): meaning for meaning, listed in grouped.items() for word in listed}


def with_prefixes(data: dict[str, Any]) -> Iterator[tuple[str]]:
    """Yield each unit of a language with a prefix, as a measure of its own: MWh."""
    return (
        (prefix + unit,)
        for prefix in data.get("unit_prefixes", ())
        for group in data.get("prefixed", ())
        for unit in group
    )


def kinds_of_words(data: dict[str, Any]) -> dict[str, str]:
    """Return by each word of a language's lists what it is: a function word, a total, a target."""
    words: dict[str, str] = {}
    for key, meaning in (
        ("function_words", "function"),
        ("parentheticals", "function"),
        ("firsts", "function"),
        ("totals", "total"),
        ("of_which", "of_which"),
        ("of_before", "of_before"),
        ("latter", "latter"),
        ("both", "both"),
        ("former", "former"),
        ("respectively", "respectively"),
        ("back_references", "back_reference"),
        ("scope_marks", "scope"),
        ("hypothetical", "hypothetical"),
        ("negative_words", "negative"),
        ("exclusions", "exclusion"),
        ("other_entity", "other_entity"),
        ("rate_differences", "difference"),
        ("distributives", "each"),
        ("averages", "average"),
        ("narrowing", "narrowing"),
        ("releases", "release"),
        ("superlatives", "superlative"),
        ("components", "component"),
    ):
        words.update({fold(word): meaning for word in data.get(key, ())})
    words.update(by_word(data.get("scenario", {})))
    return words


def phrases_of_time(data: dict[str, Any], key: str) -> Iterator[tuple[str, str]]:
    """Yield the phrases under a key with their meanings, with what the names in <> stand for: quarter <ended> {D} {A}.

    Words without a slot stay together in one phrase, as <ended|to|up to>; else there is a phrase for each.
    """
    words: dict[str, list[str]] = {}
    for name, listed in data.get("period_names", {}).items():
        words[name] = [said for phrase in listed for said in _each_way(phrase, words)]
    names = {
        name: said if any("{" in one for one in said) else [f"<{'|'.join(said)}>"]
        for name, said in words.items()
    }
    for meaning, listed in data[key].items():
        if meaning not in _NO_PHRASES:
            for phrase in listed:
                for said in _each_way(phrase, names):
                    yield said, meaning


_NO_PHRASES = ("prefixes", "suffixes")
"""What stands under bases and is no phrase: words before and behind a time that make it one."""


def _each_way(phrase: str, names: dict[str, list[str]]) -> list[str]:
    """Return a phrase with each of what its names in <> stand for."""
    parts = _NAMED.split(phrase)
    choices = [names[part] if number % 2 else [part] for number, part in enumerate(parts)]
    return ["".join(said) for said in product(*choices)]


_NAMED = re.compile(r"<([^<>]+)>")
