-- The first shape of the ledger. Entries are only ever added; triggers refuse anything else.

-- A report as published. Its number is the order in which reports were first learned of.
CREATE TABLE report (
  number         INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  file           TEXT,
  source_id      TEXT,
  url            TEXT,
  outlet         TEXT,
  title          TEXT,
  byline         TEXT NOT NULL,       -- a JSON array of names
  published      TEXT,                -- ISO 8601, no more precise than told
  modified       TEXT,
  dateline_place TEXT,
  dateline_date  TEXT,
  dateline_wire  TEXT,
  language       TEXT,
  text           TEXT NOT NULL
) STRICT;

-- One reading of a report by a version of the reader.
CREATE TABLE reading (
  number INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report (number),
  reader TEXT NOT NULL,
  UNIQUE (report, reader)
) STRICT;

-- What a reading found, in the order of the output's lists.
CREATE TABLE finding (
  number     INTEGER PRIMARY KEY,
  reading    INTEGER NOT NULL REFERENCES reading (number),
  id         TEXT NOT NULL,
  kind       TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  body       TEXT NOT NULL,           -- the finding in the output's shape
  UNIQUE (reading, id)
) STRICT;

-- The spans a finding rests on, in UTF-16 units of the report's text.
CREATE TABLE citation (
  finding INTEGER NOT NULL REFERENCES finding (number),
  ordinal INTEGER NOT NULL,
  start   INTEGER NOT NULL CHECK (start >= 0),
  end     INTEGER NOT NULL CHECK (end > start),
  PRIMARY KEY (finding, ordinal)
) STRICT, WITHOUT ROWID;

-- An input that gave no report, once for each input and reason.
CREATE TABLE refusal (
  number INTEGER PRIMARY KEY,
  place  TEXT NOT NULL,
  code   TEXT NOT NULL,
  detail TEXT NOT NULL,
  UNIQUE (place, code, detail)
) STRICT;

-- The second clock: when Parley learned of an entry. Kept apart from the entries, so that the same
-- input makes the same entries whenever it is read.
CREATE TABLE learned (
  entity TEXT NOT NULL CHECK (entity IN ('report', 'reading', 'refusal')),
  number INTEGER NOT NULL,
  at     TEXT NOT NULL,               -- UTC, ISO 8601
  PRIMARY KEY (entity, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER report_is_kept   BEFORE UPDATE ON report   BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER report_stays     BEFORE DELETE ON report   BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER reading_is_kept  BEFORE UPDATE ON reading  BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER reading_stays    BEFORE DELETE ON reading  BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER finding_is_kept  BEFORE UPDATE ON finding  BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER finding_stays    BEFORE DELETE ON finding  BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER citation_is_kept BEFORE UPDATE ON citation BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER citation_stays   BEFORE DELETE ON citation BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER refusal_is_kept  BEFORE UPDATE ON refusal  BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER refusal_stays    BEFORE DELETE ON refusal  BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER learned_is_kept  BEFORE UPDATE ON learned  BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER learned_stays    BEFORE DELETE ON learned  BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
