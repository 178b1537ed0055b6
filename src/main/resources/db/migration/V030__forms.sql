-- What people have typed and not submitted yet, and the documents that they upload.

CREATE TABLE form_drafts (
  -- task:<id>, or process:<key>:<user> for a start form.
  place text PRIMARY KEY,
  saved_by text NOT NULL,
  version bigint NOT NULL CHECK (version >= 1),
  data jsonb NOT NULL CHECK (jsonb_typeof(data) = 'object'),
  saved_at timestamptz NOT NULL
);

CREATE TABLE documents (
  id uuid PRIMARY KEY,
  -- None until the form to which it was added is submitted.
  case_number text REFERENCES cases,
  record_id uuid REFERENCES case_records,
  -- Where it was uploaded: task:<id>, process:<key> or case:<number>.
  place text,
  name text NOT NULL CHECK (btrim(name) <> ''),
  media_type text NOT NULL,
  size bigint NOT NULL CHECK (size BETWEEN 1 AND 10485760),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea NOT NULL CHECK (octet_length(content) = size),
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  CONSTRAINT filed_with_a_record CHECK ((case_number IS NULL) = (record_id IS NULL))
);
CREATE INDEX documents_case ON documents (case_number, uploaded_at DESC);
CREATE INDEX documents_not_filed ON documents (uploaded_by, uploaded_at) WHERE record_id IS NULL;

-- Pictures and office files are compressed already.
ALTER TABLE documents ALTER COLUMN content SET STORAGE EXTERNAL;

-- A document that belongs to a record is never exchanged or removed.
CREATE TRIGGER documents_stay BEFORE UPDATE OR DELETE ON documents FOR EACH ROW
  WHEN (OLD.record_id IS NOT NULL) EXECUTE FUNCTION refuse_change();
