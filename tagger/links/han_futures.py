"""What a verb of Han prose says is to come, without a word of planning: 派息比率將維持在45%, 將投入科技開支2億元."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting
from tagger.words.word import ONLY_FUNCTION, Token


def is_to_come(claim: Claim, before: Claim | None, setting: Setting) -> bool:
    """Return whether what the claim tells is to come; not where the same word stands before an object: 將放款增至5億元.

    An object stands right behind the word, and a verb behind the object. before: the claim before, whose clause may go on:
    將由2億元增至|5億元.
    """
    text, extra = setting.prose.text, setting.language.extra
    if before is not None and before.is_to_come and claim.clause_start <= before.figure.end:
        return True
    start, figure = claim.clause_start, claim.figure.start
    if any(text.find(word, start, figure) >= 0 for word in extra["sure_futures"]):
        return not _is_supposed(claim, setting)
    at, length = max((text.rfind(word, start, figure), len(word)) for word in (*extra["futures"], "\0"))
    if at < 0 or _is_supposed(claim, setting):
        return False
    end = at + length
    words = [token for token in claim.left if token.end > end]
    if words and words[0].start < end:
        return False  # within a longer word: 將近
    for token in words:
        if token.is_term or token.start != end:
            break
        if token.meanings.verb or token.meanings.kinds != ONLY_FUNCTION:
            return True
        end = token.end
    return end >= claim.amount_start or _is_verb_unread(words, at + length)


def _is_verb_unread(words: list[Token], at: int) -> bool:
    """Return whether what is not known there is a verb itself: 將投入|科技開支; before an object's verb it is of the object."""
    term = next((index for index, token in enumerate(words) if token.is_term), len(words))
    if term == len(words) or words[term].start == at:
        return False
    return not any(token.meanings.verb for token in words[term + 1 :])


def _is_supposed(claim: Claim, setting: Setting) -> bool:
    """Return whether the sentence tells what would be: 若利率上升100個基點，利息收入將減少4億元."""
    before = setting.prose.text[max(claim.clause_start - _REACH, 0) : claim.clause_start]
    for mark in setting.language.sentence_ends:
        before = before.rpartition(mark)[2]
    return any(word in before for word in setting.language.extra["supposing"])


_REACH = 80
