"""The review as a conversation: shows a question, takes a key, does what the key says, until the person leaves."""

from collections.abc import Callable
from dataclasses import dataclass, field

from rich.text import Text

from pourparler.core.errors import RecordError
from pourparler.faces.cli.reviewing import keys as key
from pourparler.faces.cli.reviewing.card import STRONG, card, fitting_card, folded, headed, keys_line, said, windowed
from pourparler.faces.cli.reviewing.keys import Keys
from pourparler.faces.cli.reviewing.screen import Screen
from pourparler.faces.cli.reviewing.session import Session, Step
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.questions import ANSWERS
from pourparler.faces.wording.names import some
from pourparler.record.reviewing.question import Asked, Question

GLANCE = 0.5
"""Seconds after which the size of the terminal is looked at again while no key comes."""

NARROW = 60
"""Columns below which the keys are named shortly."""

HELP = (
    ("a", "accept: the answer is yes"),
    ("x", "reject: the answer is no"),
    ("space", "skip: leave it undecided"),
    ("backspace", "back to the question before; what was decided there is withdrawn"),
    ("u", "undo the last decision of this session, and ask again"),
    ("s / d", "same / different, where two are compared"),
    ("o", "open the words: every passage, with more around it"),
    ("n", "note why; it is kept with your next answer to this question"),
    ("↑ ↓", "move the page, also with Page Up and Page Down"),
    ("q", "quit; every answer is kept already"),
)
"""The keys, as `?` shows them."""

MOVES = {key.UP: -1, key.DOWN: 1, key.PAGE_UP: -10, key.PAGE_DOWN: 10}
"""Keys that move the page, with the lines they move it by."""

COMPARED = (Asked.PAIR, Asked.JOIN)


@dataclass
class Conversation:
    """One sitting at a terminal. `because` is the reason kept with every answer that has no note of its own."""

    lookup: Lookup
    session: Session
    screen: Screen
    because: str = ""
    message: str = ""
    first: int = 0
    is_open: bool = False
    is_helping: bool = False
    is_noting: bool = False
    note: str = field(default="")

    def hold(self, keys: Keys) -> None:
        """Talk until `q` or the end of the keys. Ctrl-C ends it at once; nothing decided is lost."""
        while True:
            size = self.screen.size()
            self.screen.paint(self.page(*size))
            try:
                pressed = keys.read(GLANCE)
                while pressed is None and self.screen.size() == size:
                    pressed = keys.read(GLANCE)
            except EOFError:
                return
            if pressed is not None and not self.press(pressed):
                return

    def press(self, pressed: str) -> bool:
        """Do what a key says; False when it says to leave."""
        if pressed == key.REPAINT:
            return True
        self.message = ""
        if self.is_noting:
            self._write(pressed)
        elif self.is_helping and pressed not in MOVES:
            self.is_helping, self.first = False, 0
        elif pressed in MOVES:
            self.first = max(0, self.first + MOVES[pressed])
        elif pressed == "q":
            return False
        elif found := self._keys().get(pressed):
            found()
        else:
            self.message = "That key does nothing here; ? shows the keys."
        return True

    def page(self, width: int, height: int) -> list[Text]:
        """The whole page as lines, at most `height` of them."""
        question = self.session.question
        if self.is_helping:
            return self._help_page(width, height)
        foot = [Text(), *(folded(said(self.message, STRONG), width) if self.message else ())]
        if self.is_noting or self.note:
            cursor = "▏ (Enter keeps it, Escape drops it)" if self.is_noting else ""
            foot += folded(said(f"Note: {self.note}{cursor}"), width, 6)
        if question is None:
            body = self._ended(width)
            return _fitted(headed("The end of the queue", "", width), body, foot + _end_keys(width), height)
        number, total = self.session.index + 1, len(self.session.questions)
        head = headed(f"{number} of {total} · {question.kind.value}", f"{self.session.decided} decided", width)
        foot += keys_line(_shown_keys(question, width), width)
        room = max(1, height - len(head) - len(foot))
        whole = card(self.lookup, question, width) if self.is_open else fitting_card(self.lookup, question, width, room)
        body, self.first = windowed(whole, width, room, self.first)
        return _fitted(head, body, foot, height)

    def _keys(self) -> dict[str, Callable[[], None]]:
        return {
            "a": lambda: self._answer(True),
            "x": lambda: self._answer(False),
            "s": lambda: self._compare(True),
            "d": lambda: self._compare(False),
            " ": self._skip,
            key.BACKSPACE: self._back,
            "u": self._undo,
            "o": self._open,
            "n": self._begin_note,
            "?": self._help,
        }

    def _answer(self, yes: bool) -> None:
        question = self.session.question
        if question is None:
            self.message = "Nothing is left to answer; backspace goes back, q quits."
            return
        try:
            passed = self.session.answer(yes, self.note or self.because)
        except RecordError as error:
            self.message = f"Not kept: {error.what} {error.todo}".strip()
            return
        settled = f" {some(passed, 'question')} settled with it." if passed else ""
        self._turn(f"Kept: {ANSWERS[question.asked][0 if yes else 1]}.{settled} u takes it back.")

    def _compare(self, yes: bool) -> None:
        question = self.session.question
        if question is not None and question.asked not in COMPARED:
            self.message = "Nothing is compared here: a accepts, x rejects."
            return
        self._answer(yes)

    def _skip(self) -> None:
        if self.session.question is None:
            self.message = "This is the end; backspace goes back, q quits."
            return
        self.session.skip()
        self._turn("Skipped; it is asked again next time.")

    def _back(self) -> None:
        self._return(self.session.back, "This is the first question.")

    def _undo(self) -> None:
        self._return(
            self.session.undo, "Nothing is decided in this session; `pourparler undo` takes back earlier acts."
        )

    def _return(self, go: Callable[[], Step | None], nowhere: str) -> None:
        try:
            step = go()
        except RecordError as error:
            self.message = f"Not taken back: {error.what} {error.todo}".strip()
            return
        if step is None:
            self.message = nowhere
        else:
            self._turn(
                "Back, and what was decided here is withdrawn." if step.act else "Back; nothing was decided here."
            )

    def _turn(self, message: str) -> None:
        """Begin the page of another question."""
        self.message, self.note, self.first, self.is_open = message, "", 0, False

    def _open(self) -> None:
        self.is_open, self.first = not self.is_open, 0

    def _begin_note(self) -> None:
        self.is_noting = self.session.question is not None

    def _help(self) -> None:
        self.is_helping, self.first = True, 0

    def _write(self, pressed: str) -> None:
        """A key of a note: a character, backspace, Enter to keep it, Escape to drop it."""
        if pressed == key.ENTER:
            self.is_noting, self.note = False, self.note.strip()
        elif pressed == key.ESCAPE:
            self.is_noting, self.note = False, ""
        elif pressed == key.BACKSPACE:
            self.note = self.note[:-1]
        elif len(pressed) == 1:
            self.note += pressed

    def _help_page(self, width: int, height: int) -> list[Text]:
        head, foot = headed("Keys", "", width), [Text(), said("Any key goes back.")]
        told = [line for name, does in HELP for line in folded(_helped(name, does), width, 12)]
        body, self.first = windowed(told, width, max(1, height - len(head) - len(foot)), self.first)
        return _fitted(head, body, foot, height)

    def _ended(self, width: int) -> list[Text]:
        told = f"{some(self.session.decided, 'question')} decided, {some(self.session.skipped, 'question')} skipped."
        again = "Run the review again to be asked what is still open; the record is then seen with your decisions."
        return [*folded(said(told, STRONG), width), Text(), *folded(said(again), width)]


def _fitted(head: list[Text], body: list[Text], foot: list[Text], height: int) -> list[Text]:
    """A page with its foot at the bottom; where the height is too small for all, the body gives way first."""
    room = max(1, height - len(head) - len(foot))
    filled = [*body[:room], *(Text() for _ in range(room - len(body)))]
    return [*head, *filled, *foot][:height]


def _helped(name: str, does: str) -> Text:
    return Text.assemble((f"{name:<12}", STRONG), does)


def _shown_keys(question: Question, width: int) -> list[tuple[str, str]]:
    yes, no = ANSWERS[question.asked]
    if width < NARROW:
        return [("a", "yes"), ("x", "no"), ("space", "skip"), ("?", "keys"), ("q", "quit")]
    return [("a", yes), ("x", no), ("space", "skip"), ("backspace", "back"), ("u", "undo"), ("o", "words"),
            ("n", "note"), ("?", "keys"), ("q", "quit")]  # fmt: skip


def _end_keys(width: int) -> list[Text]:
    return keys_line([("backspace", "back"), ("u", "undo"), ("q", "quit")], width)
