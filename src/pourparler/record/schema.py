"""The tables of a record as SQLAlchemy knows them; docs/schema.md tells what each column holds.

The SQL files in `pourparler.record.migrations` make the tables; a test holds these definitions against them.
"""

from sqlalchemy import Boolean, Column, Integer, MetaData, Table, Text

APPLICATION_ID = 0x506F7572
"""What marks a SQLite file as a record of ours: the letters `Pour` in the file's application id."""

METADATA = MetaData()

META = Table("meta", METADATA, Column("key", Text, primary_key=True), Column("value", Text))

REPORTS = Table(
    "reports",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text),
    Column("outlet", Text),
    Column("title", Text),
    Column("url", Text),
    Column("language", Text),
    Column("published", Text),
    Column("published_from", Text),
    Column("updated", Text),
    Column("text", Text),
    Column("digest", Text),
    Column("not_news", Text),
    Column("day_conflicts", Text),
    Column("added_in", Integer),
)

REPORT_NAMES = Table(
    "report_names",
    METADATA,
    Column("path", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("report_id", Text),
)

READINGS = Table(
    "readings",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("report_id", Text),
    Column("reader", Text),
    Column("current", Boolean),
    Column("payload", Text),
    Column("added_in", Integer),
)

MENTIONS = Table(
    "mentions",
    METADATA,
    Column("reading_key", Integer),
    Column("start", Integer),
    Column("end", Integer),
    Column("text", Text),
    Column("kind", Text),
    Column("name", Text),
    Column("party", Text),
    Column("office", Text),
)

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("reading_key", Integer),
    Column("report_id", Text),
    Column("id", Text),
    Column("kind", Text),
    Column("same_entry", Text),
    Column("outlet_voice", Boolean),
    Column("speaker", Text),
    Column("party", Text),
    Column("anonymous", Boolean),
    Column("via", Text),
    Column("fields", Text),
)

ACCOUNT_EVIDENCE = Table(
    "account_evidence",
    METADATA,
    Column("account_key", Integer, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("field", Text),
    Column("start", Integer),
    Column("end", Integer),
    Column("text", Text),
)

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("verdict", Text),
    Column("accounts", Text),
    Column("made_by", Text),
    Column("made_at", Text),
    Column("because", Text),
    Column("field", Text),
    Column("value", Text),
    Column("withdrawn_at", Text),
    Column("act", Text),
    Column("names", Text),
    Column("anchors", Text),
    Column("made_in", Integer),
    Column("withdrawn_in", Integer),
)

JOURNAL = Table(
    "journal",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("act", Text),
    Column("subject", Text),
    Column("version", Integer),
)

IN_EFFECT = Table(
    "in_effect",
    METADATA,
    Column("report_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("reading_key", Integer),
)

FAILURES = Table(
    "failures",
    METADATA,
    Column("path", Text, primary_key=True),
    Column("stage", Text),
    Column("reason", Text),
    Column("todo", Text),
)

DONE = Table("done", METADATA, Column("path", Text, primary_key=True), Column("fingerprint", Text, primary_key=True))
