-- What an import that replaces by key did, as JSON; null for all others.
ALTER TABLE IMPORT_RECORD ADD COLUMN BY_KEY CLOB;
