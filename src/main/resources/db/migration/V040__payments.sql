-- Money: who decided that it is paid, and what became of each payment. Amounts are whole rupiah.

-- Equality beside overlapping periods in one constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Who may approve how much. A changed ladder is a new row with a later date, so that an old
-- decision is judged by the ladder of its day.
CREATE TABLE approval_rungs (
  rung text NOT NULL CHECK (rung IN ('SUPERVISOR', 'AGENCY_HEAD', 'COMMITTEE')),
  -- How many different people have to agree.
  approvals integer NOT NULL CHECK (approvals >= 1),
  -- Empty: without limit.
  up_to numeric(15, 0) CHECK (up_to > 0),
  valid_from date NOT NULL,
  -- The first day on which it no longer holds.
  valid_until date,
  PRIMARY KEY (rung, valid_from),
  CHECK (valid_until > valid_from),
  EXCLUDE USING gist (rung WITH =, daterange(valid_from, valid_until) WITH &&)
);
INSERT INTO approval_rungs (rung, approvals, up_to, valid_from) VALUES
  ('SUPERVISOR', 1, 1000000, '2000-01-01'),
  ('AGENCY_HEAD', 1, 10000000, '2000-01-01'),
  ('COMMITTEE', 2, NULL, '2000-01-01');

-- The lowest rung that reaches the amount on that day.
CREATE FUNCTION approval_rung(amount numeric, on_day date) RETURNS approval_rungs
LANGUAGE sql STABLE AS $$
  SELECT * FROM approval_rungs
  WHERE valid_from <= on_day AND (valid_until IS NULL OR valid_until > on_day)
    AND (up_to IS NULL OR up_to >= amount)
  ORDER BY up_to NULLS LAST LIMIT 1
$$;

-- Something of value that is granted to somebody for a period.
CREATE TABLE benefits (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  activity_id uuid REFERENCES activities,
  service_key text NOT NULL CHECK (service_key ~ '^[a-z]+(-[a-z]+)*$'),
  kind text NOT NULL CHECK (kind ~ '^[A-Z]+(_[A-Z]+)*$'),
  purpose text NOT NULL CHECK (btrim(purpose) <> ''),
  amount numeric(15, 0) NOT NULL CHECK (amount > 0),
  person_id uuid REFERENCES persons,
  household_id uuid REFERENCES households,
  group_id uuid REFERENCES groups,
  community_id uuid REFERENCES communities,
  recipient_id uuid NOT NULL
    GENERATED ALWAYS AS (coalesce(person_id, household_id, group_id, community_id)) STORED,
  starts_on date NOT NULL,
  -- The last day.
  ends_on date NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  -- The day of the request where the agency is; the ladder of this day decides.
  requested_on date NOT NULL,
  record_id uuid REFERENCES case_records,
  status text NOT NULL CHECK (status IN ('REQUESTED', 'APPROVED', 'REJECTED', 'ENDED')),
  decided_at timestamptz,
  rejected_by text,
  -- The last day, if it ended early.
  ended_on date,
  status_reason text,
  UNIQUE (id, requested_by),
  CONSTRAINT one_recipient CHECK (
    num_nonnulls(person_id, household_id, group_id, community_id) = 1),
  CONSTRAINT benefits_end_after_they_begin CHECK (ends_on >= starts_on),
  CONSTRAINT benefits_end_in_their_period CHECK (ended_on BETWEEN starts_on AND ends_on),
  CONSTRAINT decided_unless_requested CHECK ((status = 'REQUESTED') = (decided_at IS NULL)),
  CONSTRAINT rejected_by_another_person_for_a_reason CHECK (
    CASE WHEN status = 'REJECTED'
      THEN rejected_by IS NOT NULL AND rejected_by <> requested_by
        AND coalesce(btrim(status_reason), '') <> ''
      ELSE rejected_by IS NULL END),
  CONSTRAINT ended_on_a_day_for_a_reason CHECK (
    CASE WHEN status = 'ENDED'
      THEN ended_on IS NOT NULL AND coalesce(btrim(status_reason), '') <> ''
      ELSE ended_on IS NULL END),
  CONSTRAINT one_benefit_of_a_kind_at_a_time EXCLUDE USING gist (
    kind WITH =, recipient_id WITH =,
    daterange(starts_on, coalesce(ended_on, ends_on), '[]') WITH &&) WHERE (status <> 'REJECTED')
);
CREATE INDEX benefits_case ON benefits (case_number, requested_at DESC);
-- A generated column is empty in NEW while triggers run; nobody can write it anyway.
CREATE TRIGGER benefits_keep_their_content BEFORE UPDATE ON benefits FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except(
    'recipient_id', 'status', 'decided_at', 'rejected_by', 'ended_on', 'status_reason');
CREATE TRIGGER benefits_stay_decided BEFORE UPDATE ON benefits FOR EACH ROW
  WHEN (OLD.status IN ('REJECTED', 'ENDED')
    OR (OLD.status = 'APPROVED' AND NEW.status <> 'ENDED')
    OR (OLD.status = 'REQUESTED' AND NEW.status = 'ENDED'))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER benefits_stay BEFORE DELETE ON benefits FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE TABLE benefit_approvals (
  benefit_id uuid NOT NULL,
  -- Repeated here so that nobody approves what they asked for.
  requested_by text NOT NULL,
  approved_by text NOT NULL,
  rung text NOT NULL CHECK (rung IN ('SUPERVISOR', 'AGENCY_HEAD', 'COMMITTEE')),
  approved_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  PRIMARY KEY (benefit_id, approved_by),
  FOREIGN KEY (benefit_id, requested_by) REFERENCES benefits (id, requested_by),
  CONSTRAINT approved_by_another_person CHECK (approved_by <> requested_by)
);
CREATE TRIGGER benefit_approvals_stay BEFORE UPDATE OR DELETE ON benefit_approvals FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION require_approvals() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE needed approval_rungs;
BEGIN
  needed := approval_rung(NEW.amount, NEW.requested_on);
  IF needed.rung IS NULL OR (SELECT count(*) FROM benefit_approvals
      WHERE benefit_id = NEW.id AND rung = needed.rung) < needed.approvals THEN
    RAISE EXCEPTION 'A benefit of this amount needs % approvals at the rung %.',
      needed.approvals, needed.rung USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER benefits_need_their_approvals BEFORE INSERT OR UPDATE ON benefits FOR EACH ROW
  WHEN (NEW.status = 'APPROVED') EXECUTE FUNCTION require_approvals();

CREATE TABLE payments (
  id uuid PRIMARY KEY,
  benefit_id uuid NOT NULL REFERENCES benefits,
  -- Which part of the benefit it is: 2026-Q4, TRANCHE-1, FULL.
  label text NOT NULL CHECK (label ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
  amount numeric(15, 0) NOT NULL CHECK (amount > 0),
  method text NOT NULL CHECK (method IN ('CASH', 'BANK_TRANSFER', 'POST', 'CARD')),
  budget_code text NOT NULL CHECK (btrim(budget_code) <> ''),
  status text NOT NULL CHECK (status IN
    ('PREPARED', 'APPROVED', 'PAID', 'RETURNED', 'NOT_WITHDRAWN', 'CANCELLED')),
  prepared_by text NOT NULL,
  prepared_at timestamptz NOT NULL,
  approved_by text,
  approved_at timestamptz,
  paid_by text,
  paid_at timestamptz,
  -- The day of the payment, and what proves it.
  paid_on date,
  receipt text,
  status_reason text,
  CONSTRAINT list_maker_approver_and_payer_differ CHECK (
    approved_by <> prepared_by AND paid_by <> prepared_by AND paid_by <> approved_by),
  CONSTRAINT an_approval_of_a_payment_is_dated CHECK (
    num_nonnulls(approved_by, approved_at) IN (0, 2)),
  CONSTRAINT nothing_leaves_without_approval CHECK (
    status IN ('PREPARED', 'CANCELLED') OR approved_by IS NOT NULL),
  CONSTRAINT paid_by_somebody CHECK (
    (status IN ('PAID', 'RETURNED', 'NOT_WITHDRAWN')) = (num_nonnulls(paid_by, paid_at) = 2)),
  CONSTRAINT paid_on_a_day_with_a_receipt CHECK (
    status <> 'PAID' OR (paid_on IS NOT NULL AND coalesce(btrim(receipt), '') <> '')),
  CONSTRAINT not_paid_for_a_reason CHECK (
    status IN ('PREPARED', 'APPROVED', 'PAID') OR coalesce(btrim(status_reason), '') <> '')
);
-- What was returned or not withdrawn may be paid again under the same label.
CREATE UNIQUE INDEX payments_once ON payments (benefit_id, label)
  WHERE status IN ('PREPARED', 'APPROVED', 'PAID');
CREATE TRIGGER payments_keep_their_content BEFORE UPDATE ON payments FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('status', 'approved_by', 'approved_at', 'paid_by',
    'paid_at', 'paid_on', 'receipt', 'status_reason');
CREATE TRIGGER payments_go_forward BEFORE UPDATE ON payments FOR EACH ROW
  WHEN (OLD.status IN ('PAID', 'RETURNED', 'NOT_WITHDRAWN', 'CANCELLED')
    OR (OLD.status = 'APPROVED' AND NEW.status NOT IN ('PAID', 'RETURNED', 'NOT_WITHDRAWN'))
    OR (OLD.status = 'PREPARED' AND NEW.status NOT IN ('APPROVED', 'CANCELLED')))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payments_stay BEFORE DELETE ON payments FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- No payment without a decision, and never more than was decided.
CREATE FUNCTION require_a_benefit_for_payments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE benefit benefits;
BEGIN
  -- The lock keeps two payments apart that together would exceed the benefit.
  SELECT * INTO benefit FROM benefits WHERE id = NEW.benefit_id FOR UPDATE;
  IF benefit.status <> 'APPROVED' THEN
    RAISE EXCEPTION 'Nothing is paid without an approved benefit.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (SELECT coalesce(sum(amount), 0) FROM payments WHERE benefit_id = NEW.benefit_id
      AND id <> NEW.id AND status IN ('PREPARED', 'APPROVED', 'PAID')) + NEW.amount
      > benefit.amount THEN
    RAISE EXCEPTION 'The payments of a benefit never exceed its amount.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payments_need_a_benefit BEFORE INSERT OR UPDATE ON payments FOR EACH ROW
  WHEN (NEW.status IN ('PREPARED', 'APPROVED', 'PAID'))
  EXECUTE FUNCTION require_a_benefit_for_payments();

-- An amount as people read it: Rp 1.500.000.
CREATE FUNCTION rupiah(amount numeric) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 'Rp ' || replace(to_char(amount, 'FM999,999,999,999,999'), ',', '.')
$$;
