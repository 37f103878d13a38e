"""The tables of a snapshot; docs/snapshots.md tells every column."""

FORMAT = 6
"""Raised with every change of the tables or of what stands in them: a snapshot of another format is not there."""

APPLICATION_ID = 0x506F7573
"""Marks the file as a snapshot (`Pous`), so that no record is taken for one, nor the other way round."""

TABLES = """
CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT) WITHOUT ROWID;

CREATE TABLE reports (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, short TEXT NOT NULL,
    outlet TEXT, title TEXT, url TEXT, language TEXT, published TEXT, published_from TEXT NOT NULL, updated TEXT,
    copies_of TEXT, length INTEGER NOT NULL, told INTEGER NOT NULL
);

CREATE TABLE entries (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, short TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
    day TEXT, last_day TEXT, basis TEXT, precision TEXT, said TEXT, status TEXT, subkind TEXT,
    party TEXT, issue TEXT, speaker TEXT, title TEXT, requires TEXT, place TEXT, parties TEXT NOT NULL, deadline TEXT,
    waits_for TEXT, moved_from TEXT, overdue INTEGER NOT NULL, anonymous INTEGER NOT NULL, hedged INTEGER NOT NULL,
    denied INTEGER NOT NULL, disputed INTEGER NOT NULL, judged INTEGER NOT NULL, voice TEXT NOT NULL,
    accounts INTEGER NOT NULL, reports INTEGER NOT NULL, sources INTEGER NOT NULL, told_first TEXT, told_last TEXT,
    report INTEGER, words TEXT NOT NULL, digest TEXT NOT NULL
);

CREATE TABLE bodies (seq INTEGER PRIMARY KEY, body TEXT NOT NULL);

CREATE TABLE entry_actors (
    seq INTEGER NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (seq, role, name)
) WITHOUT ROWID;

CREATE TABLE entry_reports (seq INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (seq, report)) WITHOUT ROWID;

CREATE TABLE marks (
    report INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, seq INTEGER NOT NULL, account TEXT NOT NULL,
    field TEXT NOT NULL, PRIMARY KEY (report, start, end, seq, account, field)
) WITHOUT ROWID;

CREATE TABLE former (id TEXT NOT NULL PRIMARY KEY, thing TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE actors (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, short TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    represents TEXT, office TEXT, meetings INTEGER NOT NULL, statements INTEGER NOT NULL, positions INTEGER NOT NULL,
    conditions INTEGER NOT NULL, instruments INTEGER NOT NULL, rank INTEGER NOT NULL, body TEXT NOT NULL
);

CREATE TABLE disputes (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, short TEXT NOT NULL, label TEXT NOT NULL, about TEXT NOT NULL,
    kind TEXT NOT NULL, field TEXT NOT NULL, sort TEXT NOT NULL, day TEXT, readings INTEGER NOT NULL,
    rank INTEGER NOT NULL, body TEXT NOT NULL
);

CREATE TABLE questions (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, asked TEXT NOT NULL, kind TEXT NOT NULL, hardness TEXT NOT NULL,
    entries TEXT NOT NULL, accounts TEXT NOT NULL, body TEXT NOT NULL
);

CREATE TABLE asks (
    seq INTEGER PRIMARY KEY, one TEXT NOT NULL, other TEXT NOT NULL, kind TEXT NOT NULL, score REAL NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE states (
    seq INTEGER NOT NULL, place INTEGER NOT NULL, day TEXT, value TEXT NOT NULL, step TEXT NOT NULL,
    followed INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (seq, place)
) WITHOUT ROWID;

CREATE TABLE judgements (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL, act TEXT NOT NULL, verdict TEXT NOT NULL, made_by TEXT NOT NULL,
    made_at TEXT NOT NULL, because TEXT NOT NULL, lost INTEGER NOT NULL, body TEXT NOT NULL
);

CREATE TABLE issues (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, state TEXT NOT NULL, last_told TEXT,
    body TEXT NOT NULL, standing TEXT NOT NULL
);

CREATE TABLE stances (seq INTEGER PRIMARY KEY, issue TEXT NOT NULL UNIQUE, body TEXT NOT NULL);

CREATE TABLE goals (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL, reached INTEGER NOT NULL,
    waiting INTEGER NOT NULL, body TEXT NOT NULL
);

CREATE TABLE requirements (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, goal TEXT NOT NULL, holder TEXT, sort TEXT NOT NULL,
    value TEXT NOT NULL, told TEXT, body TEXT NOT NULL
);

CREATE TABLE lives (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE stands (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE attended (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE system (key TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;

CREATE VIRTUAL TABLE entry_words USING fts5(
    label, names, words, content='', tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE report_words USING fts5(
    title, text, content='', tokenize="porter unicode61 remove_diacritics 2"
);
"""

INDICES = """
CREATE INDEX reports_by_outlet ON reports (outlet, published);
CREATE INDEX reports_by_day ON reports (published, seq);
CREATE INDEX entries_by_kind ON entries (kind, seq, disputed);
CREATE INDEX entries_by_kind_and_day ON entries (kind, day, last_day, seq);
CREATE INDEX entries_by_subkind ON entries (kind, subkind, seq);
CREATE INDEX entries_by_day ON entries (day, seq, kind, status);
CREATE INDEX entries_by_kind_and_telling ON entries (kind, told_first, told_last, seq);
CREATE INDEX entries_by_status ON entries (kind, status, seq);
CREATE INDEX entries_by_party ON entries (kind, party, seq);
CREATE INDEX entries_by_speaker ON entries (speaker, seq, kind);
CREATE INDEX entries_by_telling ON entries (told_last, seq, kind);
CREATE INDEX entries_by_first_telling ON entries (told_first, seq, kind);
CREATE INDEX entries_disputed ON entries (kind, seq) WHERE disputed;
CREATE INDEX entries_overdue ON entries (day) WHERE overdue;
CREATE INDEX entries_with_deadline ON entries (deadline) WHERE deadline IS NOT NULL;
CREATE INDEX entries_waiting ON entries (waits_for) WHERE waits_for IS NOT NULL;
CREATE INDEX entries_moved ON entries (moved_from) WHERE moved_from IS NOT NULL;
CREATE INDEX entry_actors_by_name ON entry_actors (name, role, seq);
CREATE INDEX entry_reports_by_report ON entry_reports (report, seq);
CREATE INDEX marks_by_entry ON marks (seq);
CREATE INDEX actors_by_name ON actors (name);
CREATE INDEX disputes_by_entry ON disputes (about);
CREATE INDEX states_by_day ON states (day, seq);
CREATE INDEX questions_by_sort ON questions (asked, kind, seq);
"""
