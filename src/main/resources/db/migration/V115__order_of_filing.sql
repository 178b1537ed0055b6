-- The newest answer decides. Two may come within the same tick of a clock, and clocks are set back.
ALTER TABLE consents ADD COLUMN ordinal bigint;
ALTER TABLE consents DISABLE TRIGGER USER;
UPDATE consents SET ordinal = filed.place
FROM (SELECT id, row_number() OVER (ORDER BY given_at, id) AS place FROM consents) filed
WHERE consents.id = filed.id;
ALTER TABLE consents ENABLE TRIGGER USER;
ALTER TABLE consents ALTER COLUMN ordinal SET NOT NULL;
ALTER TABLE consents ALTER COLUMN ordinal ADD GENERATED ALWAYS AS IDENTITY;
SELECT setval(pg_get_serial_sequence('consents', 'ordinal'), count(*) + 1, false) FROM consents;
DROP INDEX consents_case;
CREATE INDEX consents_case ON consents (case_number, type, ordinal DESC);

-- Records are never changed, so they lie in the order in which they were filed.
ALTER TABLE case_records ADD COLUMN ordinal bigint GENERATED ALWAYS AS IDENTITY;
DROP INDEX case_records_case;
CREATE INDEX case_records_case ON case_records (case_number, ordinal DESC);
DROP INDEX case_records_form;
CREATE INDEX case_records_form ON case_records (case_number, form_id, ordinal DESC);
