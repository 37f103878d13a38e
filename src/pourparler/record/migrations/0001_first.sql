-- The first schema of a record. One file holds one case; docs/schema.md tells every table and column.

CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE reports (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    outlet TEXT,
    title TEXT,
    url TEXT,
    language TEXT,
    published TEXT,
    published_from TEXT NOT NULL,
    updated TEXT,
    text TEXT NOT NULL,
    digest TEXT NOT NULL,
    not_news TEXT NOT NULL,
    day_conflicts TEXT NOT NULL
);

CREATE TABLE report_names (
    path TEXT NOT NULL,
    version INTEGER NOT NULL,
    report_id TEXT NOT NULL REFERENCES reports (id),
    PRIMARY KEY (path, version)
);
CREATE INDEX report_names_by_report ON report_names (report_id);

CREATE TABLE readings (
    key INTEGER PRIMARY KEY,
    report_id TEXT NOT NULL REFERENCES reports (id),
    reader TEXT NOT NULL,
    current INTEGER NOT NULL,
    payload TEXT NOT NULL,
    UNIQUE (report_id, reader)
);

CREATE TABLE mentions (
    reading_key INTEGER NOT NULL REFERENCES readings (key),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    party TEXT,
    office TEXT
);
CREATE INDEX mentions_by_reading ON mentions (reading_key);
CREATE INDEX mentions_by_name ON mentions (name);

CREATE TABLE accounts (
    key INTEGER PRIMARY KEY,
    reading_key INTEGER NOT NULL REFERENCES readings (key),
    report_id TEXT NOT NULL REFERENCES reports (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    same_entry TEXT,
    outlet_voice INTEGER NOT NULL,
    speaker TEXT,
    party TEXT,
    anonymous INTEGER NOT NULL,
    via TEXT NOT NULL,
    fields TEXT NOT NULL,
    UNIQUE (reading_key, id)
);
CREATE INDEX accounts_by_report ON accounts (report_id);
CREATE INDEX accounts_by_id ON accounts (id);

CREATE TABLE account_evidence (
    account_key INTEGER NOT NULL REFERENCES accounts (key),
    ordinal INTEGER NOT NULL,
    field TEXT,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (account_key, ordinal)
) WITHOUT ROWID;

CREATE TABLE judgements (
    id TEXT NOT NULL PRIMARY KEY,
    verdict TEXT NOT NULL,
    accounts TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    because TEXT NOT NULL,
    field TEXT,
    value TEXT,
    withdrawn_at TEXT
);

CREATE TABLE failures (
    path TEXT NOT NULL PRIMARY KEY,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    todo TEXT NOT NULL
);

CREATE TABLE done (
    path TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (path, fingerprint)
) WITHOUT ROWID;

CREATE VIEW told AS
SELECT a.id AS account, a.kind AS kind, r.name AS report, r.outlet AS outlet, r.published AS published,
       CASE WHEN a.outlet_voice THEN r.outlet ELSE COALESCE(a.speaker, 'not named') END AS voice,
       a.party AS voice_party, e.start AS start, e.end AS end, e.text AS words, a.fields AS fields
FROM accounts a
JOIN readings g ON g.key = a.reading_key AND g.current
JOIN reports r ON r.id = a.report_id
JOIN account_evidence e ON e.account_key = a.key AND e.ordinal = 0;

CREATE VIEW told_meetings AS
SELECT account, report, published, json_extract(fields, '$.title') AS title, json_extract(fields, '$.kind') AS kind,
       json_extract(fields, '$.status') AS status, json_extract(fields, '$.when.start') AS first_day,
       json_extract(fields, '$.when.end') AS last_day, json_extract(fields, '$.when.said') AS said,
       json_extract(fields, '$.parties') AS parties, json_extract(fields, '$.people') AS people,
       json_extract(fields, '$.place') AS place, voice, words
FROM told WHERE kind = 'meeting';

CREATE VIEW told_statements AS
SELECT account, report, published, json_extract(fields, '$.speaker') AS speaker,
       json_extract(fields, '$.party') AS party, json_extract(fields, '$.act') AS act,
       json_extract(fields, '$.mode') AS mode, json_extract(fields, '$.said_on') AS said_on, words
FROM told WHERE kind = 'statement';

CREATE VIEW told_positions AS
SELECT account, report, published, json_extract(fields, '$.party') AS party,
       json_extract(fields, '$.voiced_by') AS voiced_by, json_extract(fields, '$.stance') AS stance,
       json_extract(fields, '$.issue') AS issue, words
FROM told WHERE kind = 'position';

CREATE VIEW told_conditions AS
SELECT account, report, published, json_extract(fields, '$.party') AS party,
       json_extract(fields, '$.voiced_by') AS voiced_by, json_extract(fields, '$.requires') AS requires,
       json_extract(fields, '$.operator') AS operator, json_extract(fields, '$.blocks') AS blocks, words
FROM told WHERE kind = 'condition';

CREATE VIEW told_instruments AS
SELECT account, report, published, json_extract(fields, '$.title') AS title, json_extract(fields, '$.kind') AS kind,
       json_extract(fields, '$.status') AS status, json_extract(fields, '$.on') AS status_on,
       json_extract(fields, '$.parties') AS parties, json_extract(fields, '$.subject') AS subject, words
FROM told WHERE kind = 'instrument';
