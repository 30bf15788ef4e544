"""Amounts that words make negative: a loss under a result, a release under a charge."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tagger.clauses.claim import Claim
from tagger.clauses.runs import SKIPPED, leads_to_amount
from tagger.links.candidate import Clue
from tagger.links.setting import Setting
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.told_with import opening_of
from tagger.words.folding import fold
from tagger.words.word import Token

CHANGE_OF_LOSS = ("ambiguous", "it is a change of a loss, and the concept is a profit")
_LOSS_REACH = 24


def is_below_zero(claim: Claim, concept: str, clues: Sequence[Clue], setting: Setting) -> bool:
    """Return whether the words about an amount say that it is the opposite of what the concept's name says.

    A loss under what is no loss by its name (虧損0.58億元, the $3 million we lost), a release under a charge; what fell,
    under a change by name. clues: the words that led to the concept.
    """
    if claim.is_change_by_name:
        return claim.sign < 0
    if claim.figure.kind != "money":
        return False
    if claim.goes_out:
        return not _is_named_loss(concept, setting)
    if not claim.is_latin and "release" in claim.marks and _is_han_release(claim, concept, setting):
        return True
    if claim.is_latin and (
        _is_release(claim, concept, setting)
        or _is_called_loss(claim, concept, clues, setting)
        or _is_other_way(concept, clues, setting)
        or _is_used(claim, concept, setting)
    ):
        return True
    return _is_loss(claim, concept, setting)


def _is_called_loss(claim: Claim, concept: str, clues: Sequence[Clue], setting: Setting) -> bool:
    """Return whether the words for a concept call it a loss: the loss after tax narrowed to £12m from £31m."""
    gains, losses = (setting.language.tables.get(key, ()) for key in ("gains", "losses"))
    bare = all("currency" in token.meanings.kinds for token in claim.left) and not claim.unread
    goes_on = (claim.is_before and not claim.left_terms) or (claim.in_bracket and bare)
    for kind, start, end, target in clues:
        own = kind == "concept" or (kind == "inherited" and goes_on)
        if own and target == concept and any(w in losses for w in _head(start, end, setting)):
            return _is_labelled(concept, gains, setting) and not _is_labelled(concept, losses, setting)
    return False


def _is_other_way(concept: str, clues: Sequence[Clue], setting: Setting) -> bool:
    """Return whether the words for a concept are those that its label has in brackets: reserve release, of build (release)."""
    ways = [
        found
        for label in setting.index.taxonomy.concept_by_qname[concept].labels
        if label.role == "standard" and (found := _OTHER_WAY.search(fold(label.text))) is not None
    ]
    if not ways:
        return False
    language = setting.language
    listed = (*language.extra["releases"], *language.extra["loss_names"], *language.losses)
    for kind, start, end, target in clues:
        if kind == "concept" and target == concept:
            said = setting.prose.text[start:end].split()
            for way in ways:
                other = any(way[2].startswith(word) for word in listed) and _says(way[2], said)
                if other and not _says(way[1], said):
                    return True
    return False


def _is_used(claim: Claim, concept: str, setting: Setting) -> bool:
    """Return whether words say that cash was used which the concept's label says came in: net cash used in operating activities.

    A label that says used says the amount positive, but for one that has it in brackets: from (used in).
    """
    words = setting.language.extra["cash_used"]
    said = setting.prose.text[claim.clause_start : claim.figure.start]
    if not any(word in said for word in words):
        return False
    labels = [
        _BRACKET.sub("", fold(label.text))
        for label in setting.index.taxonomy.concept_by_qname[concept].labels
        if label.role == "standard"
    ]
    signed = any(word in label for word in setting.language.extra["cash_names"] for label in labels)
    return signed and not any(word in label for word in words for label in labels)


_BRACKET = re.compile(r" ?\([^()]*\)")


def _says(word: str, said: list[str]) -> bool:
    """Return whether a name has a word, as one or as several."""
    return any(other in (word, f"{word}s") or word == f"{other}s" for other in said)


_OTHER_WAY = re.compile(r"([a-z-]+) ?/? ?\(([a-z-]+)\)")
"""The two ways of a label: net reserve build (release), profit/(loss)."""


def _head(start: int, end: int, setting: Setting) -> list[str]:
    """Return the words of a name up to what it is before or after: (operating profit) before impairment losses."""
    joint = opening_of(setting.language)[0].search(setting.prose.text, start, end)
    words = setting.prose.text[start : joint.start() if joint is not None else end].split()
    at = next((n for n, word in enumerate(words) if word in setting.language.extra["opposites"]), len(words))
    return words[:at]


def _is_loss(claim: Claim, concept: str, setting: Setting) -> bool:
    text, words, figure = setting.prose.text, setting.language.losses, claim.figure
    begin = max(claim.clause_start, figure.start - _LOSS_REACH)
    if claim.verb is not None and claim.verb.meanings.verb == "reach" and not claim.is_latin:
        reach = max(0, figure.start - _LOSS_REACH)  # 虧損減少兩成至5億元
        begin = max(reach, *(text.rfind(mark, reach, figure.start) for mark in setting.language.clause_ends))
    elif claim.is_latin and _is_apposition(claim, setting):
        begin = max(begin - _LOSS_REACH, 0)  # we saw net outflows, of £1.9 billion
    said = text[begin : figure.start]
    if not claim.is_latin and _ends_in_loss(claim, concept, setting):
        return True
    for token in claim.left if claim.is_latin else ():
        if concept in token.meanings.concepts:  # operating profit before impairment losses
            name, head = text[max(token.start, begin) : token.end], _head(token.start, token.end, setting)
            said = said.replace(name, " ".join(head), 1) if name else said
    for word in words:  # no generator: half the time
        if word in said and (claim.is_latin or word in _without_name(said, begin, claim, concept, setting)):
            return not (_is_now_gain(claim, setting) or _is_named_loss(concept, setting))
    if not claim.is_latin and _is_loss_behind(figure.end, setting):
        return not _is_named_loss(concept, setting)
    behind = setting.language.losses_behind
    if not (behind and text.startswith(behind, figure.end + 1) and setting.index.is_flow(concept)):
        return False
    return not _is_named_loss(concept, setting)


def _is_loss_behind(end: int, setting: Setting) -> bool:
    """Return whether a Han amount is called a loss right behind it: 錄得3億元虧損, 3億元的公平值虧損."""
    text, language = setting.prose.text, setting.language
    owner = next((word for word in language.attributive if text.startswith(word, end)), "")
    ends = [at for mark in _ENDS if (at := text.find(mark, end, end + _NAME_REACH)) >= 0]
    said = text[end + len(owner) : min([*ends, end + _NAME_REACH])].strip(" ")
    return said in language.losses or (bool(owner and ends) and said.endswith(language.losses))


_ENDS = "，。；、,;\n"
_NAME_REACH = 10
"""How far behind an amount and its 的 a name of what it is may end."""


def _without_name(said: str, begin: int, claim: Claim, concept: str, setting: Setting) -> str:
    """Return what stands before a Han amount but the concept's own name that ends in no loss: 扣除減值虧損前溢利."""
    text, losses = setting.prose.text, setting.language.losses
    for token in claim.left:
        name = text[max(token.start, begin) : token.end] if concept in token.meanings.concepts else ""
        said = said.replace(name, "", 1) if name and not name.endswith(losses) else said
    return said


def _is_now_gain(claim: Claim, setting: Setting) -> bool:
    """Return whether the verb says that what was a loss is a gain now: 由去年虧損1.2億元轉為盈利."""
    verb = claim.verb
    if verb is None or claim.is_latin:
        return False
    said = setting.prose.text[verb.start : verb.end]
    return any(word in said for word in setting.language.tables.get("gains", ()))


def _ends_in_loss(claim: Claim, concept: str, setting: Setting) -> bool:
    """Return whether a Han amount of what is a gain by its label is called a loss right before it: 公允價值變動損失3億元."""
    verb, figure = claim.verb, claim.figure
    end = verb.start if verb is not None and verb.end == figure.start else figure.start
    language = setting.language
    losses = tuple(language.extra["loss_names"])
    text = setting.prose.text
    if not text.endswith(losses, claim.clause_start, end) and not text.endswith(
        losses, claim.clause_start, figure.start
    ):
        return False
    gains = language.tables.get("gains", ())
    return _is_labelled(concept, gains, setting) and not _is_named_loss(concept, setting)


def _is_named_loss(concept: str, setting: Setting) -> bool:
    """Return whether a concept's own label says that it is a loss or goes out, so that a loss under it is positive."""
    language = setting.language
    return _is_labelled(concept, (*language.losses, *language.extra["loss_names"]), setting)


def _is_labelled(concept: str, words: tuple[str, ...], setting: Setting) -> bool:
    """Return whether a concept's own label holds one of the words, and does not say both ways of one thing."""
    both = tuple([f" {join} {word}" for join in setting.language.conjunctions for word in words])
    for label in setting.index.taxonomy.concept_by_qname[concept].labels:
        said = fold(label.text) if label.role == "standard" else ""
        named = any(word in said for word in words) and not _BOTH_WAYS.search(said)
        if named and not any(joined in said for joined in both):
            return True  # a net gain or loss is neither
    return False


_BOTH_WAYS = re.compile(r"[(（/／]")
"""What a label holds that says both ways of one thing: profit/(loss)."""


def _is_apposition(claim: Claim, setting: Setting) -> bool:
    """Return whether nothing but a genitive stands between a comma and an amount: net outflows, of £1.9 billion."""
    text = setting.prose.text
    words = [token for token in claim.left if "currency" not in token.meanings.kinds]
    alone = len(words) == 1 and text[words[0].start : words[0].end] in setting.language.genitives
    return alone and not claim.unread and text[claim.clause_start - 1 : claim.clause_start] == ","


def why_no_change(claim: Claim, concept: str, kind: str, setting: Setting) -> tuple[str, str] | None:
    """Return why a change is open whose clause calls a loss what is a profit by its concept: 除稅前虧損減少兩成.

    Which way the profit has gone is another thing than what the words say.
    """
    if claim.is_latin or kind == "level":
        return None
    text, losses = setting.prose.text, (*setting.language.losses[:1], *setting.language.extra["loss_names"])
    lost = any(
        concept in token.meanings.concepts
        and text.endswith(losses, token.start, token.end)
        and not _is_named_loss(concept, setting)
        for token in claim.left
    )
    return CHANGE_OF_LOSS if lost else None


def released(claim: Claim) -> list[Token]:
    """Return the words of a clause that say of a cost that it is given back."""
    if "release" not in claim.marks:
        return []
    return [token for token in claim.left if "release" in token.meanings.kinds]


def may_release(claim: Claim, concept: str, index: TaxonomyIndex) -> bool:
    """Return whether a claim may say that a concept is a cost which was given back."""
    if not claim.is_latin and not _gives_back(claim):
        return False
    return index.taxonomy.concept_by_qname[concept].balance == "debit" and index.is_flow(concept)


def _is_release(claim: Claim, concept: str, setting: Setting) -> bool:
    """Return whether a cost is given back: the impairment charge was 5 million, against a release of 2 million."""
    said = released(claim)
    if not said or setting.index.taxonomy.concept_by_qname[concept].balance != "debit":
        return False
    words = tuple(setting.language.extra["releases"])
    if not setting.index.is_flow(concept) or setting.index.is_called(concept, words):
        return False
    return any(_is_of_figure(token, claim, concept, setting) for token in said)


def _gives_back(claim: Claim) -> bool:
    """Return whether a word of giving back stands right before a Han amount, behind a name or a verb: 減值損失為淨撥回3億元."""
    word = released(claim)[-1]
    if any(token.is_term for token in claim.left if token.start >= word.end):
        return False  # 撥回減值準備3億元
    if any(hole[0] >= word.start for hole in claim.unread):
        return False
    before = next((token for token in reversed(claim.left) if token.end <= word.start), None)
    return before is not None and (before.is_term or before.meanings.verb in _SAYING)


_SAYING = ("level", "reach")


def _is_han_release(claim: Claim, concept: str, setting: Setting) -> bool:
    """Return whether a cost is given back: 減值損失為淨撥回3億元."""
    words = tuple(setting.language.extra["releases"])
    given = bool(released(claim)) and may_release(claim, concept, setting.index)
    return given and not setting.index.is_called(concept, words)


def _is_of_figure(word: Token, claim: Claim, concept: str, setting: Setting) -> bool:
    """Return whether a word of giving back is right before the amount or its concept's name, or right behind that."""
    text = setting.prose.text
    names = [token for token in claim.left if concept in token.meanings.concepts]
    if any(token.end + 1 == word.start for token in names):
        return True  # provision releases were 2 million
    at = word.end
    for token in claim.left:
        if token.start < at or token.is_term or "currency" in token.meanings.kinds:
            continue
        if text[at : token.start].strip(SKIPPED) or text[token.start : token.end] not in _joining(setting):
            break
        at = token.end
    last = claim.left[-1]
    end = last.start if "currency" in last.meanings.kinds else claim.figure.start
    return leads_to_amount(text[at:end], setting.language) or any(token.start == at + 1 for token in names)


def _joining(setting: Setting) -> frozenset[str]:
    """Return what may join a word of giving back to what is given back: of (our)."""
    language = setting.language
    return frozenset((*language.genitives, *language.linked_articles))
