-- The journal: every act of writing is a numbered line, and what stood after each line can be asked for. Judgements
-- belong to acts, may be about actors by name, and keep what the judged accounts were.

CREATE TABLE journal (
    number INTEGER PRIMARY KEY,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE in_effect (
    report_id TEXT NOT NULL REFERENCES reports (id),
    number INTEGER NOT NULL REFERENCES journal (number),
    reading_key INTEGER NOT NULL REFERENCES readings (key),
    PRIMARY KEY (report_id, number)
) WITHOUT ROWID;

ALTER TABLE reports ADD COLUMN added_in INTEGER REFERENCES journal (number);
ALTER TABLE readings ADD COLUMN added_in INTEGER REFERENCES journal (number);
ALTER TABLE judgements ADD COLUMN act TEXT NOT NULL DEFAULT '';
ALTER TABLE judgements ADD COLUMN names TEXT NOT NULL DEFAULT '[]';
ALTER TABLE judgements ADD COLUMN anchors TEXT NOT NULL DEFAULT '[]';
ALTER TABLE judgements ADD COLUMN made_in INTEGER REFERENCES journal (number);
ALTER TABLE judgements ADD COLUMN withdrawn_in INTEGER REFERENCES journal (number);

-- What a record of schema 1 holds gets its lines: reports by day and name, each with its first reading; then the
-- further readings, the one that counts now last; then judgements and withdrawals as they were made.

CREATE TABLE upgrading (
    number INTEGER PRIMARY KEY,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    delta INTEGER NOT NULL,
    reading_key INTEGER
);
CREATE INDEX upgrading_by_subject ON upgrading (act, subject);
CREATE INDEX upgrading_by_reading ON upgrading (reading_key);

INSERT INTO upgrading (act, subject, delta, reading_key)
SELECT 'report', r.id, CASE WHEN g.key IS NULL THEN 1 ELSE 2 END, g.key
FROM reports r
LEFT JOIN (
    SELECT key, report_id, row_number() OVER (PARTITION BY report_id ORDER BY current, key) AS turn FROM readings
) g ON g.report_id = r.id AND g.turn = 1
ORDER BY r.published NULLS FIRST, r.name;

INSERT INTO upgrading (act, subject, delta, reading_key)
SELECT 'reading', report_id, 1, key
FROM (
    SELECT key, report_id, current, row_number() OVER (PARTITION BY report_id ORDER BY current, key) AS turn
    FROM readings
)
WHERE turn > 1
ORDER BY current, key;

INSERT INTO upgrading (act, subject, delta)
SELECT act, id, delta
FROM (
    SELECT 'judgement' AS act, id, 1 AS delta, made_at AS moment FROM judgements
    UNION ALL
    SELECT 'withdrawal', id, -1, max(made_at, withdrawn_at) FROM judgements WHERE withdrawn_at IS NOT NULL
)
ORDER BY moment, act, id;

INSERT INTO journal (number, act, subject, version)
SELECT number, act, subject, sum(delta) OVER (ORDER BY number) FROM upgrading ORDER BY number;

INSERT INTO in_effect (report_id, number, reading_key)
SELECT subject, number, reading_key FROM upgrading WHERE reading_key IS NOT NULL;

UPDATE reports SET added_in = (SELECT number FROM upgrading u WHERE u.act = 'report' AND u.subject = reports.id);
UPDATE readings SET added_in = (SELECT number FROM upgrading u WHERE u.reading_key = readings.key);
UPDATE judgements SET
    act = id,
    made_in = (SELECT number FROM upgrading u WHERE u.act = 'judgement' AND u.subject = judgements.id),
    withdrawn_in = (SELECT number FROM upgrading u WHERE u.act = 'withdrawal' AND u.subject = judgements.id);

DROP TABLE upgrading;

CREATE INDEX judgements_by_act ON judgements (act);
