-- Tables whose rows are deleted as soon as nobody reads them any more, and what was erased for persons.
CREATE TABLE LEFT_OVER (
  TABLE_ID CHAR(16) FOR BIT DATA NOT NULL PRIMARY KEY
);
-- COMPLETED is null until no page of the database holds the rows.
CREATE TABLE ERASURE (
  ID CHAR(16) FOR BIT DATA NOT NULL PRIMARY KEY,
  ACCOUNT CHAR(16) FOR BIT DATA NOT NULL,
  ERASED BIGINT NOT NULL,
  DATA_SETS INTEGER NOT NULL,
  COMPLETED BIGINT
);
-- Pushes the log on to its next file; empty otherwise.
CREATE TABLE LOG_FILLER (
  CONTENT BLOB NOT NULL
);
