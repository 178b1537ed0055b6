-- A case that is to go from one caseworker to another. Until it is accepted, the old one leads it.
CREATE TABLE case_transfers (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  from_user text NOT NULL REFERENCES workers,
  to_user text NOT NULL REFERENCES workers,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  summary text NOT NULL CHECK (btrim(summary) <> ''),
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN ('OPEN', 'DONE', 'DROPPED')),
  ended_at timestamptz,
  CONSTRAINT goes_to_somebody_else CHECK (to_user <> from_user),
  CONSTRAINT ended_when_not_open CHECK ((status = 'OPEN') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX case_transfers_one_open ON case_transfers (case_number) WHERE status = 'OPEN';
CREATE INDEX case_transfers_case ON case_transfers (case_number, requested_at DESC);
CREATE TRIGGER case_transfers_keep_their_content BEFORE UPDATE ON case_transfers FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('to_user', 'status', 'ended_at');
CREATE TRIGGER case_transfers_stay_ended BEFORE UPDATE ON case_transfers FOR EACH ROW
  WHEN (OLD.status <> 'OPEN') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_transfers_stay BEFORE DELETE ON case_transfers FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
