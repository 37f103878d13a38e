"""Reads what an analyst wrote of options: terms and statements. Errors say what is wrong and what to type."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from pourparler.case.options.statements import Alike, Better, Prefer, Ranked, Sentence, Wanted
from pourparler.case.options.terms import KEYWORDS, SIGNS, WORD, All, If, Not, Some, Taken, Term, named
from pourparler.core.errors import InputError

_TOKEN = re.compile(rf'"(?P<quoted>[^"]*)"|(?P<sign>[{re.escape(SIGNS)}])|(?P<word>{WORD.pattern})|(?P<open>")')
_HEADS = ("prefer", "equal", "order")
_HEAD = re.compile(r"\s*([a-z]+(?: [a-z]+)*)\s*:", re.IGNORECASE)
_REST = "rest equal"
_LONGEST_SHOWN = 80

SHAPES = (
    "one of these, one statement a line:\n    A > B\n    prefer: A; not B; rest equal\n    if A then not B\n"
    "    equal: A\n    order: 3 > 1 = 2"
)
"""What a statement can look like, for whoever typed none."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    quoted: bool = False

    @property
    def is_plain(self) -> bool:
        """True for a word that can be part of a name without quotes."""
        return not self.quoted and self.text not in SIGNS and self.text.casefold() not in KEYWORDS


def sentences_of(text: str, options: Iterable[str]) -> tuple[Sentence, ...]:
    """The statements of a text, one a line; `options` are the names that they can speak of.

    Raises InputError where there is none, or where one cannot be read.
    """
    known = tuple(options)
    found = tuple(_sentence(line, known) for line in text.splitlines() if line.strip())
    if not found:
        raise InputError("Nothing is stated.", f"State {SHAPES}")
    return found


def term_in(text: str, options: Iterable[str]) -> Term:
    """The term that a text is; raises InputError where it is none."""
    return _Reading(text, tuple(options)).whole()


def _sentence(line: str, options: Sequence[str]) -> Sentence:
    head = _HEAD.match(line)
    if head is not None and head[1].casefold() in _HEADS:
        return _headed(head[1].casefold(), line[head.end() :], options)
    if head is not None:
        near = get_close_matches(head[1].casefold(), _HEADS, n=1, cutoff=0.5)
        hint = f"Did you mean “{near[0]}:”?" if near else f"Write {SHAPES}"
        raise InputError(f"No statement begins with “{head[1]}:”.", hint)
    sides = _parted(line, ">")
    if len(sides) > 2:
        raise InputError(
            f"“{line.strip()}” compares more than two.",
            "Compare two a line (A > B, and below it B > C), or write prefer: A; B; C.",
        )
    if len(_parted(line, ";")) > 1:
        raise InputError(
            f"“{line.strip()}” has a semicolon, which parts what follows “prefer:” alone.",
            "Put each statement on a line of its own, or write prefer: before it.",
        )
    try:
        terms = [_Reading(side, options).whole() for side in sides]
    except InputError as error:
        begun = line.split(maxsplit=1)[0].casefold()
        hint = f"Did you mean “{begun}:”, with a colon? " if begun in _HEADS else ""
        raise InputError(error.what, f"{hint}{error.todo}") from error
    return Better(*terms) if len(terms) == 2 else Wanted(terms[0])


def _headed(head: str, rest: str, options: Sequence[str]) -> Sentence:
    if head == "order":
        return _ranked(rest)
    if head == "equal":
        return Alike(_Reading(rest, options).whole())
    parts = _parted(rest, ";")
    equal = len(parts) > 1 and " ".join(parts[-1].split()).casefold() == _REST
    return Prefer(tuple(_Reading(part, options).whole() for part in (parts[:-1] if equal else parts)), equal)


def _ranked(rest: str) -> Ranked:
    ranks = [part.split("=") for part in rest.split(">")]
    wrong = next((one.strip() for rank in ranks for one in rank if not re.fullmatch(r"\s*[1-9]\d{0,3}\s*", one)), None)
    if wrong is not None:
        what = f"“{wrong}” is no number of a state" if wrong else "A number of a state is missing"
        raise InputError(f"{what} in “order:{rest}”.", "Write numbers of the table of states: order: 3 > 1 = 2.")
    return Ranked(tuple(tuple(int(one) for one in rank) for rank in ranks))


def _parted(text: str, sign: str) -> list[str]:
    """A text parted at a sign, but not within quotes."""
    parts = [""]
    for found in re.finditer(r'"[^"]*"?|[^"]', text):
        if found[0] == sign:
            parts.append("")
        else:
            parts[-1] += found[0]
    return parts


class _Reading:
    """One term being read from its first token to its last."""

    def __init__(self, text: str, options: Sequence[str]) -> None:
        self._text, self._options = text, options
        self._tokens = tuple(_tokens(text))
        self._names: Mapping[tuple[str, ...], str] = {
            tuple(name.casefold().split()): name for name in options if named(name) == name
        }
        self._at = 0

    def whole(self) -> Term:
        """The whole text as one term."""
        if not self._tokens:
            raise InputError("An option is missing.", f"Write {SHAPES}")
        found = self._term()
        if self._at < len(self._tokens):
            raise self._strange(self._tokens[self._at])
        return found

    def _term(self) -> Term:
        if not self._takes("if"):
            return self._some()
        when = self._some()
        if not self._takes("then"):
            raise InputError(
                f"“{self._text.strip()}” has an “if” without its “then”.", "Write: if A then B, or if A then not B."
            )
        return If(when, self._some())

    def _some(self) -> Term:
        parts = [self._all()]
        while self._takes("or") or (self._is(",", 0) and self._is("or", 1) and self._takes(",", "or")):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def _all(self) -> Term:
        parts = [self._not()]
        while self._takes("and"):
            parts.append(self._not())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _not(self) -> Term:
        if self._takes("not"):
            return Not(self._not())
        if not self._takes("("):
            return Taken(self._option())
        inner = self._term()
        if not self._takes(")"):
            raise InputError(f"A bracket is not closed in “{self._text.strip()}”.", "Close it with ).")
        return inner

    def _option(self) -> str:
        """The longest name that begins here."""
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        if token is None or not (token.quoted or token.is_plain):
            where = f"before “{token.text}”" if token else "at the end"
            raise InputError(f"An option is missing {where} of “{self._text.strip()}”.", self._known(""))
        if token.quoted:
            self._at += 1
            words = " ".join(token.text.casefold().split())
            exact = [name for name in self._options if name.casefold() == words]
            if not exact:
                raise InputError(f"“{_short(token.text)}” is no option of this board.", self._known(words))
            return exact[0]
        run = self._run()
        for length in range(len(run), 0, -1):
            name = self._names.get(tuple(run[:length]))
            if name is not None:
                self._at += length
                return name
        raise self._unknown(token, len(run))

    def _run(self) -> list[str]:
        """The words from here on that could be part of a name, in lower case."""
        run = []
        for token in self._tokens[self._at :]:
            if not token.is_plain:
                break
            run.append(token.text.casefold())
        return run

    def _unknown(self, token: _Token, length: int) -> InputError:
        words = self._text[token.start : self._tokens[self._at + length - 1].end]
        return InputError(f"“{_short(words)}” is no option of this board.", self._known(words.casefold()))

    def _strange(self, token: _Token) -> InputError:
        what = f"“{token.text}” is out of place in “{self._text.strip()}”."
        if token.is_plain or token.quoted:
            return InputError(what, f"Join options with and, or, not, if … then. {self._known('')}")
        return InputError(what, f"Write {SHAPES}")

    def _known(self, words: str) -> str:
        folded = {name.casefold(): name for name in self._options}
        near = get_close_matches(words, folded, n=2, cutoff=0.5)
        near += [one for one in folded if words and one not in near and one.startswith(words)]
        hint = f"Did you mean {' or '.join(named(folded[one]) for one in near[:3])}? " if near else ""
        return f"{hint}Its options: {'; '.join(map(named, self._options))}."

    def _is(self, word: str, ahead: int) -> bool:
        place = self._at + ahead
        return (
            place < len(self._tokens)
            and not self._tokens[place].quoted
            and (self._tokens[place].text.casefold() == word)
        )

    def _takes(self, *words: str) -> bool:
        """Whether these words come next; if so they are passed."""
        there = all(self._is(word, ahead) for ahead, word in enumerate(words))
        self._at += len(words) if there else 0
        return there


def _short(words: str) -> str:
    """Words as a message has room for them."""
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}…"


def _tokens(text: str) -> Iterable[_Token]:
    for found in _TOKEN.finditer(text):
        if found["open"]:
            raise InputError(f"A quotation mark is not closed in “{text.strip()}”.", 'Close it with ".')
        quoted = found["quoted"] is not None
        yield _Token(found["quoted"] if quoted else found[0], found.start(), found.end(), quoted)
