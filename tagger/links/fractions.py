"""Fractions of what stands behind them, of which a clause of Han prose goes on to say something that no concept is.

約七成有抵押品支持, 逾八成定期存款經數碼渠道完成, 94%受訪者願意推薦: no rate of what stands before, and no part of a whole.
Counts that only describe what was done: 完成40餘家網點的裝修.
"""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.decided import Reading
from tagger.links.han_some import told_of
from tagger.links.setting import Setting
from tagger.words.language import Language


def why_fraction(claim: Claim, best: Reading, setting: Setting) -> tuple[str, str] | None:
    """Return why a per cent of Han prose is no rate of a concept: it is a fraction of what stands behind it.

    Or why a count is none: it only says of how many something is that stands behind it.
    """
    if claim.figure.kind == "count":
        return _why_not_all(claim, best, setting)
    if claim.is_latin or claim.figure.kind != "percent":
        return None
    planned = "target" in claim.marks or "forecast" in claim.marks
    if planned and _is_of_target(claim, setting.prose.text, setting.language):
        return "no_concept", "it is how much of a target has been reached"
    if not _is_of_what_follows(claim, best, setting.prose.text, setting.language):
        return None
    return "no_concept", "it is a fraction of what stands behind it"


def _why_not_all(claim: Claim, best: Reading, setting: Setting) -> tuple[str, str] | None:
    """Return why a count is not how many there are of its concept."""
    text, language = setting.prose.text, setting.language
    if _is_of_deed(claim, text, language):
        return "no_concept", "it only says of how many things what stands behind it is"
    if not setting.index.is_flow(best.base_concept):
        if claim.scenario and _is_set_up(claim, text, language):
            return "no_concept", "it is planned to set up so many more, which are not all"
        if _is_done_for(claim, text, language):
            return "no_concept", "it only says for how many something was done, and not how many there are"
    if _is_of_other_things(claim, best, setting):
        return "no_unit", "its counter counts other things than the concept's unit"
    return None


def _is_of_other_things(claim: Claim, best: Reading, setting: Setting) -> bool:
    """Return whether a figure's counter counts events where the concept's unit counts people, or the other way round: 512場."""
    said, extra = claim.figure.unit_word, setting.language.extra
    people, events = extra["counters_of_people"], extra["counters_of_events"]
    if best.kind not in ("level", "change") or not (said in people or said in events):
        return False
    unit = setting.index.taxonomy.concept_by_qname[best.base_concept].unit or ""
    own = setting.index.unit_words.get(unit, frozenset())
    here, there = (people, events) if said in people else (events, people)
    if own.isdisjoint(here) and not own.isdisjoint(there):
        return True
    visits = extra["counters_of_visits"]  # 培訓員工1.2萬人次: not so many employees
    standing = not setting.index.is_flow(best.base_concept)
    return said in visits and standing and own.isdisjoint(visits)


def _is_set_up(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a plan is to set up so many of a thing, in Han prose: 擬於2025年開設分行不超過5間."""
    if claim.is_latin or claim.kind != "level":
        return False
    terms = [token.start for token in (*claim.left, *claim.right) if token.meanings.concepts]
    end = min([claim.figure.start, *terms])
    said = text[claim.clause_start : end].rstrip()
    return said.endswith(tuple(language.extra["set_up"]))


def _is_done_for(claim: Claim, text: str, language: Language) -> bool:
    """Return whether for so many something was done, in Han prose: 為12萬戶小微客戶減免手續費, 調查覆蓋12,000名客戶.

    Or is, among all: 全行480家網點完成改造.
    """
    words = [t for t in claim.left if not t.meanings.kinds & {"before", "currency"}]
    terms = [t for t in claim.right if t.is_term]
    if claim.is_latin or claim.kind != "level" or not (words and terms):
        return False
    end = terms[0].end
    end = next((t.end for t in terms[1:2] if t.start == end), end)  # 零售, 客戶
    last, told = words[-1], told_of(language.tags).match(text, end)
    opener, extra = text[last.start : last.end], language.extra
    if opener in extra["entire"]:
        return told is not None and not text.startswith(tuple(extra["each_one"]), end)
    if opener not in extra["done_for"] or any(t.meanings.verb for t in words[:-1]):
        return False
    if told is not None and all("function" in t.meanings.kinds for t in words) and not claim.unread:
        plain = not text[claim.figure.end : terms[0].start].strip()
        return not (plain and text.startswith(tuple(extra["serving"]), end))
    return bool(claim.unread) and not last.meanings.verb and claim.unread[-1][1] <= last.start


def _is_of_deed(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a count stands before a noun that nothing explains, and names none before it: 完成40餘家網點的裝修."""
    if claim.kind != "level" or not claim.right_unread or any(t.meanings.concepts for t in claim.left):
        return False
    word = next((w for w in language.attributive if text.startswith(w, claim.figure.end)), "")
    at = claim.figure.end + len(word)
    start, end = claim.right_unread[0]
    while next((t for t in claim.right if t.start == at and t.end - at == 1 and at < start), None):
        at += 1  # 無 is a word, in 無障礙裝修
    return bool(word) and start == at and end - start >= _NOUN


_NOUN = 2
"""How many characters a noun has: none is 間, in 之間."""


def _is_of_target(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a per cent is of what was aimed at: 達成目標的81%, 完成年度計劃的約98%, 目標完成率104%."""
    end = claim.figure.start
    for token in reversed(claim.left):
        if token.end < end or token.is_term or not ("before" in token.meanings.kinds or token.meanings.verb):
            break
        end = token.start
    said = text[claim.clause_start : end].rstrip()
    if said.endswith(tuple(language.extra["reached"])):
        return True
    word = next((word for word in language.attributive if said.endswith(word)), "")
    return bool(word) and said.removesuffix(word).endswith(tuple(language.extra["aims"]))


def _is_of_what_follows(claim: Claim, best: Reading, text: str, language: Language) -> bool:
    """Return whether a per cent is a fraction of the noun right behind it, or of one before that does something behind it."""
    if claim.whole or claim.is_condition:
        return False
    at = claim.right_from
    behind = text[at : at + 1]
    if not behind or not behind.isalpha() or behind.isascii() or _verb_before(claim):
        return False
    tenth = language.numerals.get("tenth", "\0")
    tenths = tenth in text[claim.figure.start : claim.figure.end]
    if best.kind in ("level", "growth") and tenths:
        return not text.startswith(language.attributive, at)
    noun = _noun_begins(at, claim)
    begins = not (claim.left_terms or claim.unread)  # 覆蓋超過99%人口
    if best.kind == "share" and _is_told_behind(claim):
        return False
    return noun and begins and not (claim.verb or claim.of_which or claim.of_before)


def _is_told_behind(claim: Claim) -> bool:
    """Return whether the part stands behind a verb for what it is: 約六成貸款為個人貸款."""
    verb = next((token for token in claim.right if token.meanings.verb == "level"), None)
    return verb is not None and any(t.start >= verb.end and t.meanings.members for t in claim.right)


def _noun_begins(at: int, claim: Claim) -> bool:
    """Return whether a noun stands right behind a figure: a term, or words that nothing explains (受訪者)."""
    first = next(iter(claim.right), None)
    if first is not None and first.start == at:
        if first.is_term:
            return True
        at = first.end if first.end - first.start == 1 and not first.meanings.verb else at
    return any(start == at for start, _ in claim.right_unread)


def _verb_before(claim: Claim) -> bool:
    """Return whether a verb right before a figure says what it is of the subject: 佔七成, 增長三成, 達約六成."""
    for token in reversed(claim.left):
        if token.meanings.verb or not (
            "before" in token.meanings.kinds or "currency" in token.meanings.kinds
        ):
            return bool(token.meanings.verb)
    return False
