"""The things that a count counts, where a concept is called by their number: 812,000 clients, of number of clients."""

from __future__ import annotations

from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.runs import BESIDE_AMOUNT, SKIPPED, SYMBOLS
from tagger.links.acted_on import goes_to_unread
from tagger.links.candidate import Context, near
from tagger.links.decided import Reading
from tagger.links.setting import Setting
from tagger.links.stems import WORD, stems_of
from tagger.words.language import Language, load_language

PLACES = ("no_concept", "it counts places where something is")


def take_things(claim: Claim, context: Context, setting: Setting) -> None:
    """Read what a clause of Latin prose says was done as the concept of that, where no word names another.

    Else the things right behind a count as the concept that is their number.
    """
    last = context.frames[-1].claim if context.frames else None
    if last is not None and last.goes_out and claim.unread and claim.unread[0][0] == last.figure.end + 1:
        claim.unread, claim.has_unread_subject = claim.unread[1:], False  # the £0.9bn withdrawn was less than
    if claim.figure.kind == "money" and claim.right:
        claim.goes_to_unread = goes_to_unread(claim, setting.prose.text, setting.language)
        if not claim.scattered:
            _take_recovery(claim, setting)
    if claim.figure.kind == "money" and not (claim.scattered and setting.index.is_flow(claim.scattered)):
        _take_flow(claim, setting)
        _take_way_of_flow(claim, context, setting)
        _leave_rest(claim, context, setting)
    if context.frames and not (claim.figure.kind or claim.counted or claim.scattered):
        _take_outcome(claim, context, setting)
    said = (*claim.left, *claim.right, *claim.near_lead)
    if claim.scattered or not claim.counted or any(token.meanings.concepts for token in said):
        return
    text = setting.prose.text
    things = text[
        claim.figure.end : text.rfind(claim.counted, 0, claim.noun_end) + len(claim.counted)
    ].strip()
    for of in setting.language.extra["numbers_of"]:
        word = setting.vocabulary.terms.get(f"{of} {things}")
        if word is not None and len(word.concepts) == 1:
            claim.scattered = word.concepts[0]


def _take_outcome(claim: Claim, context: Context, setting: Setting) -> None:
    """Read what a deed came to as how many things there are: opened two branches, bringing the number to eight."""
    text, language = setting.prose.text, setting.language
    words = text[claim.clause_start : claim.figure.start].split()
    if len(words) > 1 and (words[0] in language.relatives or words[0] in language.conjunctions):
        words = words[1:]
    if claim.kind != "level" or not words or claim.left_terms:
        return
    begins = max(context.frames[-1].claim.figure.end, claim.figure.start - _TOTALLED)
    totalled = text[begins : claim.figure.start].rstrip().endswith(tuple(language.extra["totals_reached"]))
    if not totalled and words[0] not in language.extra["outcomes"]:
        return
    if not totalled and any(text[start:end] != words[0] for start, end in claim.unread):
        return
    for frame in near(context.frames):
        counted = frame.claim.counted
        named = setting.vocabulary.terms.get(counted) if counted else None
        for concept in named.concepts if named is not None else ():
            fits = setting.index.unit_price(concept, claim.figure, "level", counted) is not None
            if fits and not setting.index.is_flow(concept):
                claim.scattered, claim.counted, claim.unread = concept, counted, []
                return


_TOTALLED = 40


def why_not_things(claim: Claim, best: Reading, setting: Setting) -> tuple[str, str] | None:
    """Return why a figure of English is not what its clause names: it counts places, or is what was recovered of it."""
    return _why_recovered(claim, best, setting) if claim.figure.kind else _why_places(claim, setting)


def _why_places(claim: Claim, setting: Setting) -> tuple[str, str] | None:
    """Return why a bare count is none of what a clause is about: it counts places that nothing explains, in 17 countries."""
    if claim.figure.kind or claim.counted or claim.scattered:
        return None
    if setting.prose.text.startswith(tuple(setting.language.extra["other_ones"]), claim.figure.end + 1):
        return "no_concept", "it counts others than the ones before"
    if claim.figure.scale:
        return None
    hole = next(iter(claim.right_unread), None)
    if (
        hole is None
        or hole[0] != claim.figure.end + 1
        or any(token.meanings.concepts for token in claim.right)
    ):
        return None
    if claim.is_before and not claim.left_terms:
        return (
            "no_concept",
            "it counts something else than the figure before",
        )  # 182 branches, after 3 closures
    text, words = setting.prose.text, setting.language.extra["places_over"]
    for token in reversed(claim.left):
        if text[token.start : token.end] in words:
            return PLACES
        if "before" not in token.meanings.kinds:
            return None
    return None


def _take_flow(claim: Claim, setting: Setting) -> None:
    """Read what clients brought or took away as the flow that is called so: bond funds took in $4 billion, of net inflows.

    What they took away is told before the amount or right behind it: they took out £1.8bn, the £0.9bn withdrawn.
    """
    text, extra, index = setting.prose.text, setting.language.extra, setting.index
    named = (concept for token in claim.left for concept in token.meanings.concepts)
    if claim.kind != "level" or any(
        index.unit_price(c, claim.figure, "level", "") is not None for c in named
    ):
        return
    if any("other_entity" in token.meanings.kinds for token in claim.right):
        return  # savers withdrew a net £11bn from funds across the industry
    way, behind = _way_of_flow(claim, text, setting.language)
    for name in extra[way] if way else ():
        word = setting.vocabulary.terms.get(name)
        concepts = word.concepts if word is not None else ()
        if len(concepts) == 1 and index.is_flow(concepts[0]):
            claim.scattered, claim.unread, claim.is_acted_on = concepts[0], [], True
            claim.goes_out = way == "outflows"
            if behind:
                _take_whose(claim, setting)
            return


def _take_whose(claim: Claim, setting: Setting) -> None:
    """Give a flow that words behind it say the members that they name: the £1.3bn that came in from North America."""
    index = setting.index
    parts = [
        token
        for token in claim.right
        if any(index.permits(claim.scattered, frozenset((axis,))) for axis, _ in token.meanings.members)
    ]
    if not parts and " from " in setting.prose.text[claim.figure.end : claim.figure.end + _REACH]:
        claim.scattered = ""  # from whom no word explains
        return
    claim.left = [*claim.left, *parts]
    claim.right = [token for token in claim.right if token not in parts]
    claim.right_unread, claim.of_another = [], False


def _way_of_flow(claim: Claim, text: str, language: Language) -> tuple[str, bool]:
    """Return "inflows" or "outflows" for what words beside an amount say, "" for neither, and whether they stand behind it.

    Those stand behind one that an article opens. What went out is only read where words around it say that it is told net.
    """
    brought, taken, came, left = _words_of_flows(language.tags)
    amount = next((t.start for t in claim.left if t.meanings.kinds & BESIDE_AMOUNT), claim.figure.start)
    said = f" {text[claim.clause_start : amount].rstrip(SKIPPED + SYMBOLS)}"
    if said.endswith(brought):
        return "inflows", False
    *before, last = said.split() or [""]
    is_alone = last in language.extra["articles"] and all(word in language.conjunctions for word in before)
    after = f"{text[claim.figure.end + 1 : claim.figure.end + _REACH]} " if is_alone else ""
    if after.startswith(came):
        return "inflows", True
    behind = after.startswith(left)
    if not behind and not said.endswith(taken):
        return "", False
    around = WORD.findall(text, max(0, claim.figure.start - _AROUND), claim.figure.start)
    return ("outflows", behind) if any(word in language.extra["told_net"] for word in around) else ("", False)


@cache
def _words_of_flows(tags: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the words before an amount that clients brought, or took, and those behind one that came, or went."""
    extra = load_language(*tags).extra
    before = [tuple([f" {words}" for words in extra[key]]) for key in ("flows_in", "flows_out")]
    return (*before, *(tuple([f"{words} " for words in extra[key]]) for key in ("flowed_in", "flowed_out")))


_REACH, _AROUND = 32, 160
"""How far behind an amount words may say which way it went, and before it that it is told net."""


def _leave_rest(claim: Claim, context: Context, setting: Setting) -> None:
    """Read what is left behind a deed as none of it: bought back shares for $41m, leaving $158m."""
    frame = context.last
    said = setting.prose.text[claim.clause_start : claim.amount_start].strip(SKIPPED + SYMBOLS)
    if frame is not None and said in setting.language.extra["left_after"] and not claim.left_terms:
        claim.of_another |= setting.index.is_flow(frame.candidate.concept)


def _take_way_of_flow(claim: Claim, context: Context, setting: Setting) -> None:
    """Read what a part won or lost as the flow that the figure before is of: net inflows of £2bn, while equities lost £3bn."""
    frame = context.last or context.before
    if frame is None or frame.candidate.kind != "level" or claim.kind not in ("level", "change"):
        return
    text, extra, flow = setting.prose.text, setting.language.extra, frame.candidate.concept
    words = [setting.vocabulary.terms.get(name) for name in extra["inflows"]]
    if not any(word is not None and word.concepts == (flow,) for word in words):
        return
    if any(token.meanings.concepts for token in claim.left) or not any(
        token.meanings.members for token in claim.left
    ):
        return
    amount = next((t.start for t in claim.left if t.meanings.kinds & BESIDE_AMOUNT), claim.figure.start)
    said = f" {text[claim.clause_start : amount].strip(SKIPPED + SYMBOLS)}"
    if text.startswith(tuple(f" {behind}" for behind in extra["in_value"]), claim.figure.end):
        return
    lost = said.endswith(tuple(f" {verb}" for verb in extra["flows_lost"]))
    if lost or said.endswith(tuple(f" {verb}" for verb in extra["flows_won"])):
        claim.kind, claim.verb, claim.scattered = "level", None, flow
        claim.figure.negative |= lost
        begin = max(token.end for token in claim.left if token.meanings.members)
        claim.unread = [hole for hole in claim.unread if hole[0] < begin]  # suffered withdrawals of


def _take_recovery(claim: Claim, setting: Setting) -> None:
    """Read what was recovered of a thing as the concept that says both: recovered $2 million of loans written off."""
    text, language, index = setting.prose.text, setting.language, setting.index
    last = claim.last_word
    deed = text[last.start : last.end] if last is not None else ""
    if deed not in language.extra["recovered"] or claim.left_terms or claim.unread:
        return
    told = stems_of(deed, language)
    names = [stems_of(text[token.start : token.end], language) for token in claim.right if token.is_term]
    said = told.union(*names)

    def fits(concept: str) -> bool:
        return index.is_flow(concept) and index.unit_price(concept, claim.figure, "level", "") is not None

    concept, used = setting.stems().named(said, fits, share=False, told=told)
    if concept and said == used:
        claim.scattered, claim.right, claim.right_unread, claim.part = concept, [], [], []


UNDONE = ("no_concept", "it is what was recovered of it")


def _why_recovered(claim: Claim, best: Reading, setting: Setting) -> tuple[str, str] | None:
    """Return why an amount is not what stands behind it: recovered $2 million of loans written off in earlier years."""
    if claim.figure.kind != "money" or claim.scattered == best.base_concept:
        return None
    last = claim.last_word
    text, words = setting.prose.text, setting.language.extra["recovered"]
    said = text[last.start : last.end] if last is not None else ""
    if said not in words or any(token.is_term for token in claim.left):
        return None
    named = any(best.base_concept in token.meanings.concepts for token in claim.right)
    return UNDONE if named and not setting.index.is_called(best.base_concept, tuple(words)) else None
