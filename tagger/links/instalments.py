"""Parts of what a year pays out: a final dividend, an interim one, which are no total and of no quarter."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Dimensions
from tagger.links.decided import Reading
from tagger.links.setting import Setting
from tagger.words.language import Language

Reason = tuple[str, str]


def why_instalment(claim: Claim, best: Reading, setting: Setting) -> Reason | None:
    """Return why an amount is none of the year: it is a part of it, or what is of all of it carries on a part's member."""
    text, language = setting.prose.text, setting.language
    issue = _single_issue(claim, text, language) if setting.index.is_flow(best.base_concept) else ""
    if issue and not setting.index.is_called(best.base_concept, (issue,)):
        return "no_concept", f"{issue!r} says that it is one of several"
    if "total" in claim.marks and best.candidate.inherited and _is_of_each(claim, best.base_concept, setting):
        return "ambiguous", "it is a total, and what was said before is one's, or the most that one has"
    is_year = setting.period.is_fiscal_year
    if not is_year and _is_of_year_before(claim, best, setting):
        return (
            "no_period",
            "it is the last part of a year's, which has not ended, and of which year is not said",
        )
    part = _instalment(claim, text, language) if is_year else ""
    if part and not (
        setting.index.is_called(best.base_concept, (part,))
        or is_member_called(best.candidate.dimensions, part, setting)
    ):
        return "no_concept", f"{part!r}{_PART_OF_YEAR}"
    carries = claim.is_of_year and bool(best.candidate.dimensions)
    for word in language.instalments if carries and not any(t.meanings.members for t in claim.left) else ():
        if is_member_called(best.candidate.dimensions, word, setting):
            return "ambiguous", f"it is of the whole year, and {word!r} was said before of a part of it"
    return None


def _single_issue(claim: Claim, text: str, language: Language) -> str:
    """Return the words by which a clause of Han prose speaks of one issue alone, of which a period has several: 本期債券."""
    if claim.is_latin:
        return ""
    said = text[claim.clause_start : claim.figure.start]
    return next((word for word in language.extra["single_issues"] if word in said), "")


def _is_of_each(claim: Claim, concept: str, setting: Setting) -> bool:
    """Return whether a total goes on from what is each one's, or the highest: 每戶最高補助X，共計Y."""
    language = setting.language
    words = (*language.distributives, *language.averages, *language.extra["records"])
    total = any("total" in token.meanings.kinds for token in claim.left)
    return total and not claim.is_latin and setting.index.is_called(concept, words)


def _is_of_year_before(claim: Claim, best: Reading, setting: Setting) -> bool:
    """Return whether an amount is a final dividend that a report of a part of a year gives without its time."""
    period, words = setting.period, setting.language.extra["last_instalments"]
    if (
        not words
        or claim.times
        or period.end in (best.timing.start, period.year_end)
        or best.timing.end != period.end
    ):
        return False
    return any(
        setting.index.is_called(best.base_concept, (word,))
        or is_member_called(best.candidate.dimensions, word, setting)
        for word in words
    )


def is_member_called(dimensions: Dimensions, part: str, setting: Setting) -> bool:
    """Return whether a member that a figure carries is called by a word: the member final dividend, by final."""
    names = setting.index.named_parts.members
    return any(part in name for _, member in dimensions for name in names.get(member, ()))


_PART_OF_YEAR = " says that it is a part of the year's"


def is_instalment(reason: Reason | None) -> bool:
    """Return whether a figure was only a part of the year's, whose total may follow: a final dividend of 8.3 pence."""
    return reason is not None and reason[1].endswith(_PART_OF_YEAR)


def _instalment(claim: Claim, text: str, language: Language) -> str:
    """Return the word right before a term that makes it a part of the year's: a final dividend."""
    for term in claim.left_terms if language.instalments else ():
        if term.gap is not None or term.start > claim.figure.start:
            # a final dividend of 11.3p per share, of a term that goes on behind the figure
            ends = term.gap[0] if term.gap is not None else claim.figure.start
            head = text[claim.clause_start : ends].split()
            found = next((word for word in head[-_HEAD_WORDS:] if word in language.instalments), "")
            if found:
                return found
        before = text[max(claim.clause_start, term.start - _REACH) : term.start].rstrip()
        if not before.endswith(language.instalments):
            continue
        found = next(
            (
                word
                for word in language.instalments
                if before.endswith(" " + word)
                or before == word
                or (not word.isascii() and before.endswith(word))
            ),
            "",
        )
        if found:
            return found
    return ""


_REACH, _HEAD_WORDS = 24, 3
