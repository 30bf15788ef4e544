"""What the words of a clause cost that nothing explains, and those that make another thing of what they stand before."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.figures.figure import THINGS
from tagger.links.candidate import Source
from tagger.links.named_parts import NamedParts
from tagger.links.prices import PRICE
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.word import ONLY_FUNCTION, Token

_LATIN_LETTER = 0.2
"""What a letter of a Latin word weighs where a Han character weighs 1."""


def _length(start: int, end: int, claim: Claim) -> float:
    return (end - start) * (_LATIN_LETTER if claim.is_latin else 1.0)


def unread_inheriting(claim: Claim) -> float:
    """Return the price of the words that nothing explains, where the concept is one said before."""
    unread = 0.0
    if claim.unread:
        unread = sum(_length(a, b, claim) for a, b in claim.unread) * PRICE["unread_inheriting_each"]
    if claim.composed is not None:
        unread += PRICE["unread_telling"]  # income came mainly from advisory, at $5m
    if claim.light:
        unread -= (
            sum(_length(*hole, claim) for hole in claim.unread if hole in claim.light)
            * PRICE["unread_inheriting_each"]
        )
    if claim.kind == "share" and claim.unread and _is_of_unknown(claim):
        unread += PRICE["unread_telling"]  # 海外簽帳金額中，日本佔四成五
    if claim.telling and not (claim.is_latin or claim.left_terms):
        unread = max(unread, PRICE["unread_telling"])  # 月活客戶X，交易金額增長21%
    if (claim.kind == "level" or claim.unread) and _is_narrowed(claim):
        unread += PRICE["unread_telling"]  # 期內新設3家, 新承作金額減少18%
    if not claim.is_latin and claim.figure.kind in THINGS and _begins_at(claim.figure.end, claim):
        unread += PRICE["unread_telling"]  # 29個省級政府, 以8,600萬港元回購股份
    return unread + _negated(claim) + PRICE["of_another"] * claim.of_another


def _is_of_unknown(claim: Claim) -> bool:
    """Return whether nothing explains whose share Han prose tells: all that stands before its verb, but for 其中.

    A character of a name may be a word by chance: 本, in 日本.
    """
    verb = claim.verb
    if verb is None or claim.is_latin or claim.left_terms or claim.unread[-1][1] > verb.start:
        return False
    words = [t for t in claim.left if t.end <= verb.start and "of_which" not in t.meanings.kinds]
    return all(token.end - token.start == 1 for token in words)


def price_of_subject(claim: Claim) -> float:
    """Return the price of unread words before a verb: goodwill was 6 billion says what it is of, in words not known.

    Where they are all that is said before it they are its subject: deposits were 300 billion, and rents fell 3%.
    """
    if not (claim.is_latin and claim.unread):
        return 0.0
    verbs = [token.start for token in claim.left if "verb" in token.meanings.kinds]
    if not verbs or not any(end <= verbs[-1] for _, end in claim.unread):
        return 0.0
    return PRICE["unread_subject"] + PRICE["unread_as_subject"] * claim.has_unread_subject


def _begins_at(at: int, claim: Claim) -> bool:
    """Return whether words behind a figure that nothing explains begin there."""
    return any(a == at for a, _ in claim.right_unread)


def _is_narrowed(claim: Claim) -> bool:
    return "narrowing" in claim.marks and any("narrowing" in token.meanings.kinds for token in claim.left)


def _is_narrowed_behind(claim: Claim, noun: Token) -> bool:
    """Return whether words beside a count leave only some of the things: the ten largest merchants, the largest ten."""
    if not claim.is_latin:
        return False
    beside = [*claim.left[-1:], *(token for token in claim.right if token.end <= noun.start)]
    return any("superlative" in token.meanings.kinds for token in beside)


def _negated(claim: Claim) -> float:
    """Return the price of the words that make another thing of a term: 非車險, 戶均貸款 are said, and no term names them."""
    if not ("negated" in claim.marks or "narrowing" in claim.marks):
        return 0.0
    begins = {token.start for token in claim.left if token.is_term}
    if not claim.is_latin:  # 有形股東權益回報率, where 權益回報率 is the term
        begins.update(
            [
                token.start
                for token in claim.left
                if token.end in begins and token.meanings.kinds == ONLY_FUNCTION
            ]
        )
    others = [
        token
        for token in claim.left
        if "negated" in token.meanings.kinds
        or ("narrowing" in token.meanings.kinds and not token.is_term and token.end in begins)
    ]
    return PRICE["unread_telling"] * len(others)


_NAME = 4
"""From how many characters on an unread stretch that opens a clause is likely somebody's name."""


_BARE = 2
"""How short the name of a rate is that says nothing of whose it is: 利率, 費率."""


def _is_rate(claim: Claim) -> bool:
    """Return whether a figure of Han prose is a rate by itself, and no change or share of anything."""
    return claim.figure.kind == "percent" and claim.kind == "level" and not claim.is_latin


def attached_price(start: int, end: int, claim: Claim) -> float:
    """Return the price of unread words that touch what they may be a part of."""
    return PRICE["unread_attached"] + PRICE["unread_attached_each"] * _length(start, end, claim)


def price_of_own(claim: Claim, concept: str, names: NamedParts) -> float:
    """Return the price that an inherited concept paid for words which its own names hold: 固定收益類產品, of 存續產品規模."""
    holes = claim.unread_said or {}
    said = (end - start for (start, end), word in holes.items() if names.says(concept, word))
    return PRICE["unread_inheriting_each"] * sum(said)


def price_of_places(concept: str, claim: Claim, names: NamedParts) -> float:
    """Return what it costs that a count is of places that nothing explains: workshops held at 190 schools."""
    within = bool(claim.within) and not any(names.says(concept, said) for said in claim.within)
    return PRICE["unread_telling"] * within


def unread_price(
    claim: Claim, word: Token, where: str, concept: str, names: NamedParts, *, is_parted: bool = False
) -> float:
    """Return the price of the words that nothing explains, by where they stand about the concept's word.

    is_parted: the concept may have members, so that what it is said to be of, and no word explains, is likely one of them.
    """
    if where == "right":
        return _price_of_right(claim, word) + price_of_places(concept, claim, names)
    price = _negated(claim) + (PRICE["named"] if claim.named_to else 0.0)
    if claim.within and not claim.unread:
        price += price_of_places(concept, claim, names)
    if claim.of_shares and not names.says(concept, claim.of_shares):
        price += PRICE["unread_telling"]  # 每10股派發現金股利3.62元 are not all that was paid
    if not claim.unread:
        return price
    start = _phrase_start(claim.left, word)
    last = word.gap[1] if word.gap else word.end
    for a, b in claim.unread:
        if claim.of_shares and claim.of_shares.endswith((claim.unread_said or {}).get((a, b), " ")):
            continue  # 末期股息每股0.22元, of a name that says so
        if claim.unread_said and b == start and names.says(concept, claim.unread_said.get((a, b), "")):
            price += PRICE["unread_telling"] * _is_behind_another(a, concept, claim)
            continue  # 產品平均收益率, of a rate called 理財產品平均收益率
        if (
            claim.measure
            and a >= last
            and b == claim.unread[-1][1]
            and not names.says(concept, claim.measure)
        ):
            price += PRICE["unread_telling"]  # 代理保險收入, of a concept 代理銷售額
            continue
        if is_parted and (a, b) in claim.of_what:
            price += PRICE["unread_telling"]  # loans to manufacturers are not all loans
            continue
        price += _price_of_left((a, b), claim, word, start, last)
    return price


def is_narrowed_by_unread(claim: Claim, source: Source, index: TaxonomyIndex) -> bool:
    """Return whether what no member explains stands right before the name of a concept that has parts.

    Of Han prose: 鋼鐵貸款餘額, where nothing explains 鋼鐵, and 消費性貸款餘額, where 消費 is another concept.
    """
    word = source.token
    if claim.is_latin or source.where != "left" or word is None or not index.is_parted(source.concept):
        return False
    in_table = claim.sentence < 0  # whose headings are asked by themselves what nothing in them explains
    if claim.total or (not in_table and "total" in claim.marks):
        return False
    beside = _term_beside(word, claim)
    if beside is not None:
        return not _names(beside, source.concept) and _measures(beside, index)
    if in_table:
        return False
    opened = {token.end for token in claim.left if "respectively" in token.meanings.kinds}
    # 化解不良貸款餘額: what stands before a name stands before another's inside it
    outer = (t for t in claim.left if t.start < word.start and word.end <= t.end)
    start = next((t.start for t in outer if source.concept not in t.meanings.concepts), word.start)
    return any(
        ((b == start and b - a > 1) or (b + 1 == claim.named_to == start))
        and a not in opened
        and not _says_nothing_more((a, b), claim, source, index)
        for a, b in claim.unread
    )  # but 各分部營業額 are all


def _says_nothing_more(hole: tuple[int, int], claim: Claim, source: Source, index: TaxonomyIndex) -> bool:
    """Return whether a word says what the concept's name says, or what all members of an axis are called: 產品平均收益率."""
    said = (claim.unread_said or {}).get(hole, "")
    return said in index.named_parts.kinds or index.named_parts.says(source.concept, said)


def _term_beside(word: Token, claim: Claim) -> Token | None:
    """Return the term that stands right behind a word or right before it, but for function words: 消費, in 消費性貸款餘額."""
    end, at = word.end, word.start
    for token in claim.left:
        if token.start == end and token.is_term:
            return token
        if token.start == end and token.meanings.kinds == ONLY_FUNCTION:
            end = token.end
    for token in reversed(claim.left):
        if token.end == at and token.is_term:
            return token
        if token.end == at and token.meanings.kinds == ONLY_FUNCTION:
            at = token.start
    return None


def _names(token: Token, concept: str) -> bool:
    """Return whether a word names a concept, or a member that it may have."""
    return concept in token.meanings.concepts or bool(token.meanings.members)


def _measures(token: Token, index: TaxonomyIndex) -> bool:
    """Return whether a word names what is measured, and nobody who is counted: 客戶, in 客戶貸款."""
    kinds = {index.taxonomy.concept_by_qname[other].type for other in token.meanings.concepts}
    return bool(kinds) and "count" not in kinds


def _is_behind_another(at: int, concept: str, claim: Claim) -> bool:
    """Return whether the name of something else ends right there: 銀行卡, in 銀行卡業務收入."""
    before = next((token for token in claim.left if token.end == at and token.is_term), None)
    return before is not None and not before.meanings.members and concept not in before.meanings.concepts


def _price_of_left(hole: tuple[int, int], claim: Claim, word: Token, start: int, last: int) -> float:
    """Return the price of what nothing explains beside a concept's word; start, last: of the run of words it ends."""
    a, b = hole
    length = _length(a, b, claim)
    if hole in claim.light and b < start:
        return min(0.3, PRICE["unread_loose_each"] * length)  # the balance of deposits
    if hole in claim.apart or (hole in claim.modifying and b + 1 in (start, word.start)):
        return PRICE["unread_telling"]
    if hole in claim.beside:
        return PRICE["unread_attached"] * (hole == claim.beside[0]) + PRICE["unread_attached_each"] * length
    if hole in claim.of_what:
        return PRICE["unread_telling"]
    if a >= last:
        behind = PRICE["unread_after"] + PRICE["unread_after_each"] * length
        return max(behind, PRICE["unread_telling"]) if _is_head(hole, last, claim) else behind
    opens = not claim.is_latin and a - claim.clause_start <= 1
    said = claim.unread_said.get(hole) if claim.unread_said and opens and b == start else None
    letters = said is not None and said.isascii()  # OBU放款餘額
    if letters or hole in claim.telling or hole in claim.heads:
        return PRICE["unread_telling"]
    if b == word.start and last - b <= _BARE and _is_rate(claim):
        return PRICE["unread_telling"]  # 票面利率, 拆借利率, where 利率 is that of loans
    attached = start - 1 <= b <= word.end or a >= start
    named = attached_price(a, b, claim) + PRICE["unread_name"] * (opens and b - a >= _NAME)
    return named if attached else min(0.3, PRICE["unread_loose_each"] * length)


def _is_head(hole: tuple[int, int], last: int, claim: Claim) -> bool:
    """Return whether what nothing explains is all that parts a name of Han prose from its figure: 貸款不良額44億元."""
    if claim.is_latin or claim.kind != "level" or claim.figure.kind != "money":
        return False  # 特約商店家數18.7萬家: the counter says what is counted
    behind = [token for token in claim.left if token.start >= last]
    said = hole[1] - hole[0] + sum([token.end - token.start for token in behind])
    one = all(token.end - token.start == 1 and not token.meanings.verb for token in behind)
    return one and 1 < said == claim.figure.start - last  # 達 alone may be left of a verb by chance


def _price_of_right(claim: Claim, word: Token) -> float:
    return (
        (_is_narrowed(claim) or _is_narrowed_behind(claim, word)) * PRICE["unread_telling"]  # 新開設5家網點
        + bool(claim.places) * PRICE["unread_telling"]  # 於香港設有68間分行
        + (_is_named_before(claim) or _is_of_unread_part(claim))
        * PRICE["unread_telling"]  # and Ruritania 151 million to profit
        + min(0.6, sum(0.02 * _length(a, b, claim) for a, b in claim.unread))
        + sum(
            PRICE["unread_telling"]
            if (a, b) in claim.modifying
            else PRICE["unread_attached"] + 0.05 * _length(a, b, claim)
            for a, b in claim.right_unread
            if b <= word.start
        )
        + _price_of_compound(claim, word)
        + claim.tells_no_part * PRICE["unread_telling"]
    )


def _price_of_compound(claim: Claim, word: Token) -> float:
    """Return the price of what nothing explains right behind the noun of a count in Han prose: 22名客戶(關係經理)."""
    if claim.is_latin or claim.figure.kind == "money" or word.start > claim.figure.end + 1:
        return 0.0
    return PRICE["unread_telling"] * _begins_at(word.end, claim)


def _is_named_before(claim: Claim) -> bool:
    """Return whether what stands right before a figure of Latin prose is a word that nothing explains."""
    if not (claim.is_latin and claim.unread) or claim.figure.kind == "":
        return False
    last = claim.last_word
    return last is None or claim.unread[-1][0] >= last.end


def _is_of_unread_part(claim: Claim) -> bool:
    """Return whether nothing explains what part of a whole is told: mobile wallets made up 29% of all transactions."""
    if not (claim.is_latin and claim.unread) or claim.left_terms:
        return False
    share = next((token for token in reversed(claim.left) if token.meanings.verb == "share"), None)
    return share is not None and claim.unread[-1][1] <= share.start


def _phrase_start(tokens: list[Token], word: Token) -> int:
    """Return where the run of words without a hole that ends at the word begins."""
    start = word.start
    for token in reversed(tokens):
        if (
            token.end <= start and start - token.end <= 1 and token.is_term
        ) or token.start < start < token.end:
            start = token.start
    return start
