-- The caseload of somebody who leaves, or is away for long, handed over at once. Each case goes its
-- own way in case_transfers; this says which of them were begun together.
CREATE TABLE caseload_transfers (
  id uuid PRIMARY KEY,
  from_user text NOT NULL REFERENCES workers,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  requested_by text NOT NULL REFERENCES workers,
  requested_at timestamptz NOT NULL
);
CREATE INDEX caseload_transfers_from ON caseload_transfers (from_user, requested_at DESC);
CREATE TRIGGER caseload_transfers_stay BEFORE UPDATE OR DELETE ON caseload_transfers FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE TABLE caseload_transfer_cases (
  transfer_id uuid PRIMARY KEY REFERENCES case_transfers,
  caseload_transfer_id uuid NOT NULL REFERENCES caseload_transfers
);
CREATE INDEX caseload_transfer_cases_of ON caseload_transfer_cases (caseload_transfer_id);
CREATE TRIGGER caseload_transfer_cases_stay BEFORE UPDATE OR DELETE ON caseload_transfer_cases
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
