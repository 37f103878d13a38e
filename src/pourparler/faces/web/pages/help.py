"""Help inside the product: what each page is for, the keys, what counts and words mean, how to cite, first steps."""

from collections.abc import Mapping

from pourparler import __version__
from pourparler.faces.cli.app import COMMANDS, EXAMPLES
from pourparler.faces.web.listing import case_values
from pourparler.faces.web.page import Answer, Ask, Page, Table
from pourparler.faces.web.visit import Visit

PURPOSES: Mapping[str, str] = {
    "/": "What is new since you last looked, what comes next, what waits for what, where the sides stand.",
    "/timeline": "Everything that has a day, in its order; planned and held are told apart by shape, word and colour.",
    "/meetings": "Contacts between the sides, held or not, each with its states over time and every telling of it.",
    "/contacts": "Who met whom, as a network, a matrix and a table of the same meetings.",
    "/issues": "How each issue stands and on which words that rests; who stands where, in whose voice.",
    "/positions": "Where each side stands on each issue, and where it moved; a cell opens its history in their words.",
    "/conditions": "Who requires what before what.",
    "/goals": "What waits for what, why, and which moves would clear it; choose moves and see what would still stand.",
    "/deadlocks": "Conditions that wait for each other, with the ways out that their structure has.",
    "/network": "Who agrees and disagrees with whom on what, and who met whom, over time; every line opens its words.",
    "/boards": "Moves that are open, boards made of them, and what follows from what you suppose of the parties.",
    "/instruments": "Where each document or arrangement stands, with its states, terms and parties.",
    "/disputes": "Where reports cannot all be right, the passages side by side.",
    "/statements": "Who said what, in which words, through whom.",
    "/actors": "People, states and bodies: their names, offices, meetings, statements and positions.",
    "/reports": "What was read, and in each report the words that the record rests on.",
    "/review": "What the record is unsure of, one question at a time, hardest first.",
    "/search": "Words in entries and in the texts of reports.",
    "/calendar": "Meetings and deadlines by day, also as a calendar to subscribe to.",
    "/sources": "The outlets: how many reports of each, and which go back to one source.",
    "/problems": "What could not be read, and why.",
    "/codebook": "What every noun and every value means, and how many the record has.",
    "/help": "This page.",
    "/export": "The record, or just what is filtered, as a file in one of many formats.",
}
"""What each page of the menu is for, by its path."""

KEYS: tuple[tuple[str, str, str], ...] = (
    ("every page", "?", "show or hide the keys of the page you are on"),
    ("every page", "/", "search"),
    ("every page", "g", "go to a page: then the first letters of its name"),
    ("every page", "j k", "next and previous row or entry"),
    ("every page", "Enter", "open what is chosen"),
    ("every page", "n p", "next and previous page of a list"),
    ("every page", "d", "choose the day the record is seen on"),
    ("an entry", "e", "decide on this entry"),
    ("a goal", "0", "take all supposed moves back"),
    ("the review", "a", "accept: the answer is yes"),
    ("the review", "x", "reject: the answer is no"),
    ("the review", "s d", "same and different, where two are compared"),
    ("the review", "space", "skip: leave it undecided"),
    ("the review", "backspace", "back to the question before"),
    ("the review", "u", "undo your last decision, and ask again"),
    ("the review", "o", "open the words: every passage, with more around it"),
    ("the review", "n", "note why; it is kept with your answer"),
)
"""Where a key counts, the key, and what it does. The pages' own list is under `?`."""

STEPS: tuple[tuple[str, str], ...] = (
    ("/", "Look at the overview: what is new, what comes next, where each side stands."),
    ("/timeline", "Find the days that matter; an entry opens every telling of it."),
    ("/disputes", "See where reports cannot all be right."),
    ("/review", "Answer what the record is unsure of; every answer can be taken back."),
    ("/export", "Take along what you have filtered."),
)
"""What somebody does first, with the page for it."""


def help_page(visit: Visit, _: Ask) -> Answer:
    """What somebody who has never seen this needs, without a network."""
    from pourparler.faces.web.pages import PAGES

    pages = [(page.menu, page.path, PURPOSES[page.path]) for page in PAGES if page.menu]
    there = {path for _, path, _ in pages}
    values = {
        "case": case_values(visit),
        "pages": [{"page": name, "path": path, "for": purpose} for name, path, purpose in pages],
        "keys": [{"where": where, "key": key, "does": does} for where, key, does in KEYS],
        "commands": [{"command": name, "does": does} for name, does in COMMANDS.items()],
    }
    rows = [("page", path, purpose) for _, path, purpose in pages]
    rows += [("key", key, f"{does} ({where})") for where, key, does in KEYS]
    rows += [("command", name, does) for name, does in COMMANDS.items()]
    shown = {
        "pages": pages,
        "keys": KEYS,
        "steps": [(path, words) for path, words in STEPS if path in there],
        "commands": COMMANDS,
        "examples": EXAMPLES,
        "program": f"Pourparler {__version__}",
    }
    return Answer("Help", values, Table(("what", "name", "for"), rows), shown)


PAGES = (Page("/help", "help.html", help_page, menu="Help"),)
