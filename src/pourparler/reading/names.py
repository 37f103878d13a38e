"""Names of people: runs of capitalised words that are somebody's name, with the office and party said beside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.reading.namings import Naming, NamingKind
from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.words import Sentence, Word

PARTICLES = frozenset(
    "von van der den de di da del della dos das du la le el al bin ibn ben abu af zu ter ten y e".split()
)
"""Small words inside names, as they are written in the press."""

NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec
    i the a an this that these those it he she we they his her their our its my your who what when where why how
    photo image video read more also related top latest breaking live update updates exclusive opinion
    analysis""".split()
)
"""Capitalised words that begin sentences, headings and dates and are no part of a name."""

_ARTICLE_NAME = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|ibn|bin|ben|abu)[-’'][A-Z]")

OPEN_TAGS = frozenset({"NOUN", "ADJ", "VERB"})
"""Tags that an unknown name is given by mistake; small words of the language are none of them."""

FUNCTION_WORDS = frozenset(
    """about above across after against all along also although always among an and another any are as at be because
    been before behind below between both but by can could despite did do does down during each either else even ever
    every few first for from had has have he her here him his how if in inside into is it its just last least less like
    many may might more most much must near neither never next no nor not now of off often on once one only or other
    our out over own per rather same second several shall she should since so some such than that the their them then
    there these they this those though three through thus to too toward towards two under until up upon us very was we
    well were what when where whether which while who whom whose why will with within without would yet you your
    nobody someone everyone everything nothing something speaking according asked told said yes no""".split()
)
"""Small words that a capital at the head of a sentence does not make a name."""

BODY_WORDS = frozenset(
    """chamber ministry council party bank news office department agency committee commission union association league
    university institute court parliament congress senate house assembly board company corp corporation inc ltd group
    service times post journal herald tribune press media radio television tv front army force forces fund
    organisation organization street square palace airport sea river war treaty act deal plan process talks
    summit conference round forum day week street north south east west city state states island islands""".split()
)
"""Words that make a run the name of a body, a place or an event rather than of a person."""


HEADING = 0.8
"""Share of longer words with a capital from which a line without a full stop is a heading in title case."""


@dataclass(frozen=True, slots=True)
class NameRun:
    """A run of name words: word indices in the sentence (half-open), its words, and the honorific before it."""

    first: int
    last: int
    words: tuple[str, ...]
    honorific: str | None

    def span(self, sentence: Sentence) -> Span:
        """Where the name stands, honorific left out."""
        return Span(sentence.words[self.first].start, sentence.words[self.last - 1].end)


def name_runs(sentence: Sentence, namings: Sequence[Naming]) -> list[NameRun]:
    """The runs of capitalised words of a sentence that no gazetteer form takes; particles only inside a run."""
    taken = {i for naming in namings for i in range(naming.first, naming.last) if not _may_be_name(sentence, naming)}
    words, runs, index = sentence.words, [], 0
    while index < len(words):
        if index in taken or not (_is_name_word(words[index]) or _is_surname_he(words, index)):
            index += 1
            continue
        last = _run_end(words, index, taken)
        honorific, first = None, index
        for at in range(index, last):
            if fold(words[at].text) in load_gazetteer().honorifics and not (index < at == last - 1):
                honorific, first = words[at].text, at + 1
        if first < last:
            text = _joined(words[first:last])
            runs.append(NameRun(first, last, text, honorific))
        index = max(last, index + 1)
    return runs


def _run_end(words: Sequence[Word], first: int, taken: set[int]) -> int:
    """Where the run that begins at `first` ends: particles and hyphens go on when a name word follows."""
    index = first + 1
    while index < len(words) and index not in taken:
        word = words[index]
        if _is_name_word(word):
            index += 1
            continue
        ahead = index
        while (
            ahead < len(words) and ahead not in taken and words[ahead].text.lower() in PARTICLES | {"-", "al-", "el-"}
        ):
            ahead += 1
        if ahead == index or ahead >= len(words) or ahead in taken or not _is_name_word(words[ahead]):
            break
        if words[index].text == "-" and words[index].start > words[index - 1].end:
            break
        index = ahead
    return index


def _is_name_word(word: Word) -> bool:
    """True for a capitalised word that may belong to a name: not a day, a month or the opening word of a sentence."""
    text = word.text
    if _ARTICLE_NAME.match(text):
        return True
    if not text[0].isupper() or text.lower() in NOT_NAMES:
        return False
    if len(text) == 2 and text[1] == ".":
        return True
    if not text.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalpha():
        return False
    if word.tag in ("PROPN", "X"):
        return True
    return (word.tag in OPEN_TAGS or text.lower() not in FUNCTION_WORDS) and text[1:] != text[1:].upper()


def _is_surname_he(words: Sequence[Word], index: int) -> bool:
    """True for the Chinese surname He: a capital, and a name word right after it."""
    return words[index].text == "He" and index + 1 < len(words) and words[index + 1].tag == "PROPN"


def _may_be_name(sentence: Sentence, naming: Naming) -> bool:
    """True when a form of the gazetteer rather belongs to a person here: a given name followed by a name word."""
    if naming.kind not in (NamingKind.PLACE, NamingKind.STATE, NamingKind.CAPITAL, NamingKind.ORGANISATION):
        return False
    words = sentence.words
    one = naming.last - naming.first == 1
    if not one or naming.last >= len(words):
        return False
    first, after = words[naming.first], words[naming.last]
    given = load_gazetteer().given_names.get(fold(first.text))
    return given is not None and after.tag == "PROPN" and after.text[:1].isupper()


def _joined(words: Sequence[Word]) -> tuple[str, ...]:
    """The words of a name, parts joined by a hyphen put together again."""
    out: list[str] = []
    glue = False
    for word in words:
        if word.text == "-" and out:
            out[-1] += "-"
            glue = True
        elif glue or (out and out[-1].endswith("-")):
            out[-1] += word.text
            glue = False
        else:
            out.append(word.text)
    return tuple(out)


def is_heading(sentence: Sentence) -> bool:
    """True for a line in which nearly every longer word has a capital: its capitals tell no names."""
    longer = [word.text for word in sentence.words if len(word.text) > 3 and word.text[0].isalpha()]
    capital = sum(word[0].isupper() for word in longer)
    return len(longer) > 2 and capital >= HEADING * len(longer) and sentence.words[-1].text not in (".", "!", "?")
