"""Statements: who said what to whom and through whom, and one statement with its words."""

from pydantic import Field

from pourparler.core.entry import Statement
from pourparler.core.vocabulary import Act, Mode
from pourparler.faces.rows.cells import cells
from pourparler.faces.web.entries.entry import EntryAsk, entry_answer
from pourparler.faces.web.listing import EntriesAsk, Where, list_values, listed, parties, table, wanted
from pourparler.faces.web.page import Answer, Ask, OneOf, Page, Word
from pourparler.faces.web.texts.typed import match, terms
from pourparler.faces.web.visit import Visit

SPEAKERS = 200
"""Names that are offered while a speaker is typed: those of most statements."""


class StatementsAsk(EntriesAsk):
    """Which statements."""

    q: Word = Field(None, description='Words, `"a phrase"`, or the beginning of a word with a star: `cease*`.')
    speaker: Word = Field(None, description="A speaker's name, or a part of it.")
    act: OneOf[Act] = Field(None, description="An act of the vocabulary, such as `deny`.")
    mode: OneOf[Mode] = Field(None, description="A mode of the vocabulary, such as `direct`.")
    anonymous: Word = Field(None, description="`yes` for speakers that are not named, `no` for those that are.")
    via: Word = Field(None, description="Through whom it came, such as `AP`, or a part of the name.")


def statements(visit: Visit, ask: StatementsAsk) -> Answer:
    """The statements that are asked for, by the day they were made."""
    where = asked(visit, ask)
    listing = listed(visit, where, ask.page)
    return Answer(
        "Statements",
        list_values(visit, listing),
        table(visit, "statements", where),
        {
            "listing": listing,
            "cells": [cells(listing.lookup, entry) for entry in listing.entries],
            "parties": parties(visit),
            "acts": list(Act),
            "modes": list(Mode),
            "speakers": visit.snapshot.rows(
                "SELECT name FROM actors WHERE statements > 0 ORDER BY statements DESC, name LIMIT ?", SPEAKERS
            ),
        },
    )


def asked(visit: Visit, ask: StatementsAsk) -> Where:
    """The statements that are asked for, as conditions of a query."""
    where = wanted("statement", ask).equal("status", ask.act).equal("subkind", ask.mode)
    if ask.q and (words := terms(ask.q)):
        where.add("seq IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?)", match(words))
    if ask.speaker:
        known = visit.snapshot.one("SELECT 1 FROM entries WHERE speaker = ? LIMIT 1", ask.speaker)
        part = "speaker IN (SELECT name FROM actors WHERE instr(lower(name), lower(?)))"
        where.add("speaker = ?" if known else part, ask.speaker)
    if ask.via:
        where.add(
            "seq IN (SELECT seq FROM entry_actors WHERE role = 'via' AND instr(lower(name), lower(?)))",
            ask.via,
        )
    if ask.anonymous:
        where.add("anonymous = ?", ask.anonymous.lower() not in ("no", "0", "false"))
    return where


def statement(visit: Visit, _: Ask) -> Answer:
    """One statement: its words, who made it and through whom, and what else rests on the same words."""
    answer = entry_answer(visit, Statement)
    entry = answer.shown["entry"]
    assert isinstance(entry, Statement)
    speaker = visit.snapshot.one("SELECT id FROM actors WHERE name = ? LIMIT 1", entry.speaker or "")
    more = {"actor": speaker["id"] if speaker else None}
    return Answer(answer.title, answer.values, answer.table, dict(answer.shown) | more)


PAGES = (
    Page("/statements", "statements.html", statements, StatementsAsk, "Statements"),
    Page("/statements/{key}", "statement.html", statement, EntryAsk),
)
