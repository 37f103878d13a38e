"""Roles: an office together with the party it is held for, as a report says it ("Ukrainian defence minister")."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.reading.names import BODY_WORDS, NOT_NAMES, is_heading
from pourparler.reading.namings import KINDS_OF_BODY, Naming, NamingKind
from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.words import Sentence, Word
from pourparler.text.world import Country, Institution, Office, OfficeRank, Organisation, Outlet

QUALIFIERS = frozenset(
    "former ex then acting interim new newly outgoing incoming deputy vice senior top chief lead main special "
    "long-time veteran current first permanent general".split()
)
PAST_QUALIFIERS = frozenset({"former", "ex", "then", "ex-", "late", "onetime", "one-time", "erstwhile"})
DETERMINERS = frozenset("the a an his her its their our this that one another".split())
GENITIVES = ("'s", "’s", "'", "’")
FIRMS = (OfficeRank.EXECUTIVE, OfficeRank.UNION)
"""Ranks whose holders lead a company, a union or an agency: what owns such an office is no person."""

LEADERS = frozenset({"leader", "deputy leader", "co-leader", "party leader", "party chairman"})
OF_STATES = frozenset("committee senate house parliament congress court council assembly chiefs staff state".split())
"""Words in the names of bodies of states, which speak for their state."""

STATE_BODIES = frozenset("ministry department agency court police directorate inspectorate".split())
"""Words in the names of bodies that are some state's, told or not."""

INTERNATIONAL = frozenset("international world global european african asian inter-american".split())
"""First words of the names of bodies that are no one state's."""

NO_PARTIES = frozenset(
    "opposition majority minority labor labour rebel union world business religious spiritual".split()
)
"""Words before "leader" that name no party by themselves."""

RANK_AND_FILE = frozenset({"worker", "striker", "union member", "shop steward"})
FIELD = 7
"""Most words of the field between "minister of" and "of" a state."""

SPEAKING_FOR = (*FIRMS, OfficeRank.SPOKESPERSON)
STATE_KINDS = (NamingKind.STATE, NamingKind.DEMONYM, NamingKind.SEAT, NamingKind.CAPITAL)


@dataclass(frozen=True, slots=True)
class Side:
    """Whom a phrase is tied to: a party, and the institution or organisation in between, if any."""

    party: str | None = None
    institution: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """An office as said in a sentence: word indices (half-open), the side it is held for, who it is held under.

    `holder` is the index of the last word of a person's name in the genitive before it ("Merkel’s adviser").
    """

    office: Office
    side: Side
    first: int
    last: int
    determiner: str | None
    former: bool
    holder: int | None

    def span(self, sentence: Sentence) -> Span:
        """Where the role stands, from its determiner or its first word on."""
        return Span(sentence.words[self.first].start, sentence.words[self.last - 1].end)


def side_of(naming: Naming) -> Side:
    """The side that a known name stands for."""
    known = naming.known
    if isinstance(known, Country):
        return Side(known.name)
    if isinstance(known, Organisation):
        own = None if is_of_a_state(known) else known.name
        return Side(known.speaks_for or own, known.name)
    if isinstance(known, Institution):
        return Side(known.party or None, known.name)
    if isinstance(known, Outlet):
        return Side(None, known.name)
    return Side()


def is_of_a_state(known: Organisation) -> bool:
    """True for a body that no list knows and whose own words say that it is some state's: "Federal Agency for …"."""
    words = known.name.lower().split()
    if not set(words) & STATE_BODIES or words[0] in INTERNATIONAL:
        return False
    return fold(known.name) not in load_gazetteer().organisations


def roles(sentence: Sentence, namings: Sequence[Naming]) -> Iterator[Role]:
    """The offices named in a sentence with what stands before ("Kremlin") and after ("of the union") them."""
    ending = {naming.last: naming for naming in namings if naming.kind is not NamingKind.OFFICE}
    starting = {naming.first: naming for naming in namings if naming.kind is not NamingKind.OFFICE}
    offices = [naming for naming in namings if naming.kind is NamingKind.OFFICE]
    for index, naming in enumerate(offices):
        if index + 1 < len(offices) and offices[index + 1].first == naming.last:
            continue
        assert isinstance(naming.known, Office)
        yield _role(sentence, naming, naming.known, ending, starting)


def _role(
    sentence: Sentence, naming: Naming, office: Office, ending: Mapping[int, Naming], starting: Mapping[int, Naming]
) -> Role:
    """The role around one office: look left for its side, then right where the left says nothing."""
    words = sentence.words
    before = _look_left(words, naming.first, ending, office)
    side, last = before.side, naming.last
    if side == Side() and office.party:
        side = Side(office.party)
        told, end = _look_right(words, last, starting)
        last = end if told == side else last
    if side == Side() and before.holder is None:
        side, last = _look_right(words, naming.last, starting)
    if side == Side() and not is_heading(sentence):
        body, end = (before.body, last) if before.body else _body_after(words, naming.last, office)
        side, last = (Side(body, body), end) if body else (side, last)
    return Role(office, side, before.first, last, before.determiner, before.former, before.holder)


@dataclass(frozen=True, slots=True)
class _Left:
    """What stands before an office."""

    first: int
    side: Side
    determiner: str | None
    former: bool
    holder: int | None
    body: str = ""
    """A body that no list knows, named by the words right before the office: "Acme" in "Acme chief executive"."""


def _look_left(words: Sequence[Word], first: int, ending: Mapping[int, Naming], office: Office) -> _Left:
    """Walk left over qualifiers, names of states and bodies and genitives to the beginning of the role."""
    side, former, at, genitive = Side(), False, first, False
    determiner: str | None = None
    body: list[str] = []
    while at > 0:
        word = words[at - 1]
        text = word.text.lower()
        if at in ending and ending[at].kind is not NamingKind.PLACE:
            side = _joined(side_of(ending[at]), side)
            at, genitive = ending[at].first, False
        elif text in GENITIVES:
            at, genitive = at - 1, True
        elif side == Side() and _names_body(words, at - 1, genitive, office):
            body.insert(0, word.text)
            at, genitive = at - 1, False
        elif genitive and word.tag == "PROPN":
            return _Left(at - 1, side, determiner, former, at - 1)
        elif text in QUALIFIERS or (word.tag in ("ADJ", "NOUN") and word.text[0].isupper() and at > 1):
            former = former or text in PAST_QUALIFIERS
            at -= 1
        elif (
            text == "-"
            or (word.tag == "PROPN" and at - 1 in ending)
            or (word.tag in ("NOUN", "ADJ") and _modifies(words, at - 1, ending))
        ):
            at -= 1
        else:
            if text in DETERMINERS:
                determiner, at = text, at - 1
            break
    return _Left(at, side, determiner, former, None, " ".join(body))


def _names_body(words: Sequence[Word], at: int, genitive: bool, office: Office) -> bool:
    """True for a word that may name a body no list knows, right before an office of such a body.

    A spokesman may be a person's, so only "Acme spokesman" tells of a body, not "Acme's spokesman".
    """
    word = words[at]
    leads = office.name in LEADERS
    if office.name in RANK_AND_FILE or (genitive and office.rank not in FIRMS):
        return False
    if office.rank not in SPEAKING_FOR and not leads:
        return False
    tags = ("PROPN", "ADJ", "NOUN") if leads and at > 0 else ("PROPN",)
    if word.tag not in tags or not word.text[:1].isupper() or not any(letter.islower() for letter in word.text[1:]):
        return False
    plain = fold(word.text)
    world = load_gazetteer()
    known = plain in world.honorifics or plain in world.given_names or plain.lower() in QUALIFIERS
    common = plain.lower() in BODY_WORDS | NOT_NAMES | DETERMINERS | OF_STATES | NO_PARTIES
    return not known and not common and plain not in world.places


def _modifies(words: Sequence[Word], at: int, ending: Mapping[int, Naming]) -> bool:
    """True for a plain noun or adjective between an article or a name and an office: "the trade envoy"."""
    while at > 1 and words[at - 1].tag in ("NOUN", "ADJ") and words[at - 1].text.islower() and at not in ending:
        at -= 1
    before = words[at - 1].text.lower() if at > 0 else ""
    return before in DETERMINERS or before in ("'s", "’s") or at in ending or before in QUALIFIERS


def _body_after(words: Sequence[Word], last: int, office: Office) -> tuple[str, int]:
    """A body that no list knows, said after an office that leads it: "chief executive of Acme"; with its last word."""
    leads = office.rank in FIRMS or office.name in LEADERS
    if not leads or office.name in RANK_AND_FILE or last + 1 >= len(words) or words[last].text.lower() != "of":
        return "", last
    first = last + 1 + (words[last + 1].text.lower() == "the")
    end = first
    while end < len(words) and words[end].tag == "PROPN" and words[end].text[:1].isupper():
        end += 1
    names = [word.text for word in words[first:end]]
    whole = fold(" ".join(names))
    known = whole in load_gazetteer().places or fold(names[0] if names else "") in load_gazetteer().given_names
    if not names or known or any(name.lower() in OF_STATES for name in names):
        return "", last
    return " ".join(names), end


def _look_right(words: Sequence[Word], last: int, starting: Mapping[int, Naming]) -> tuple[Side, int]:
    """The side said after an office: "of the union", "for Russia's foreign ministry", "to the United Nations"."""
    if last + 1 < len(words) and words[last].text == "and":
        last = max(last, _past_field(words, last, starting) - 1)
    if last + 1 >= len(words) or words[last].text.lower() not in ("of", "for", "at", "to"):
        return Side(), last
    at, side = _past_field(words, last + 1, starting), Side()
    passed = DETERMINERS | KINDS_OF_BODY | {"'s", "’s"}
    while at < len(words):
        text, unowned = words[at].text.lower(), side.institution is not None and side.party is None
        if (
            at not in starting
            and text not in passed
            and not (unowned and text == "of" and _owner_at(at, words, starting))
        ):
            break
        if at in starting and starting[at].kind is not NamingKind.PLACE:
            side = _joined(side, side_of(starting[at]))
            at = starting[at].last
        else:
            at += 1
    return (side, at) if side != Side() else (side, last)


def _owner_at(at: int, words: Sequence[Word], starting: Mapping[int, Naming]) -> bool:
    """True where "of" at a word has a state after it, as in "of the Government of" Ghana."""
    first = at + 1 + (at + 1 < len(words) and words[at + 1].text.lower() == "the")
    return first in starting and starting[first].kind is NamingKind.STATE


def _past_field(words: Sequence[Word], at: int, starting: Mapping[int, Naming]) -> int:
    """Past the field of an office or the body that it is held in, when "of" a side follows: "of Industry of" Ghana."""
    for index in range(at, min(len(words) - 1, at + FIELD)):
        if index in starting:
            return at
        if words[index].text.lower() == "of" and index > at:
            article = words[index + 1].text.lower() == "the"
            return index + 1 if index + 1 + article in starting else at
        if words[index].tag not in ("NOUN", "PROPN", "ADJ", "DET", "CCONJ"):
            return at
    return at


def _joined(outer: Side, inner: Side) -> Side:
    """Two sides said together: a state and its ministry, a bloc and its council."""
    return Side(outer.party or inner.party, inner.institution or outer.institution)
