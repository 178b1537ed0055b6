-- What a case has asked for, or was granted and has not received, ends with the case: nothing stays
-- requested for ever, and no money goes out for a closed case or to somebody who has died.

ALTER TABLE benefits
  ADD COLUMN ended_at timestamptz,
  -- Empty: the service that gave it ended it.
  ADD COLUMN ended_by text;
ALTER TABLE payments
  ADD COLUMN cancelled_at timestamptz,
  ADD COLUMN cancelled_by text;

ALTER TABLE benefits
  DROP CONSTRAINT benefits_status_check,
  ADD CONSTRAINT benefits_status_check CHECK (
    status IN ('REQUESTED', 'APPROVED', 'REJECTED', 'ENDED', 'WITHDRAWN')),
  -- What was granted before it was withdrawn keeps the time of its decision.
  DROP CONSTRAINT decided_unless_requested,
  ADD CONSTRAINT decided_unless_requested CHECK (
    status = 'WITHDRAWN' OR (status = 'REQUESTED') = (decided_at IS NULL)),
  ADD CONSTRAINT withdrawn_by_somebody_for_a_reason CHECK (
    CASE status WHEN 'WITHDRAWN'
      THEN num_nonnulls(ended_at, ended_by) = 2 AND coalesce(btrim(status_reason), '') <> ''
      WHEN 'ENDED' THEN true
      ELSE num_nonnulls(ended_at, ended_by) = 0 END),
  -- What was withdrawn makes room for all of its period, because nothing of it was given.
  DROP CONSTRAINT one_benefit_of_a_kind_at_a_time,
  ADD CONSTRAINT one_benefit_of_a_kind_at_a_time EXCLUDE USING gist (
    kind WITH =, recipient_id WITH =,
    daterange(starts_on, coalesce(ended_on, ends_on), '[]') WITH &&)
    WHERE (status NOT IN ('REJECTED', 'WITHDRAWN'));
ALTER TABLE payments ADD CONSTRAINT a_cancellation_is_signed CHECK (
  status = 'CANCELLED' AND num_nonnulls(cancelled_at, cancelled_by) IN (0, 2)
  OR num_nonnulls(cancelled_at, cancelled_by) = 0);

-- Whether money was paid or something was handed over.
CREATE FUNCTION is_given(benefit uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM payments WHERE benefit_id = benefit AND status = 'PAID')
    OR EXISTS (SELECT 1 FROM benefit_deliveries WHERE benefit_id = benefit)
$$;

DROP TRIGGER benefits_keep_their_content ON benefits;
CREATE TRIGGER benefits_keep_their_content BEFORE UPDATE ON benefits FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('recipient_id', 'status', 'decided_at', 'rejected_by',
    'ended_on', 'status_reason', 'ended_at', 'ended_by');
DROP TRIGGER benefits_stay_decided ON benefits;
CREATE TRIGGER benefits_stay_decided BEFORE UPDATE ON benefits FOR EACH ROW
  WHEN (OLD.status IN ('REJECTED', 'ENDED', 'WITHDRAWN')
    OR (OLD.status = 'APPROVED' AND NEW.status NOT IN ('ENDED', 'WITHDRAWN'))
    OR (OLD.status = 'REQUESTED' AND NEW.status = 'ENDED'))
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION require_that_nothing_was_given() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_given(NEW.id) THEN
    RAISE EXCEPTION 'A benefit of which something was given ends; it is not withdrawn.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER benefits_are_withdrawn_only_untouched BEFORE UPDATE ON benefits FOR EACH ROW
  WHEN (NEW.status = 'WITHDRAWN') EXECUTE FUNCTION require_that_nothing_was_given();

-- Refuses what would be given for a case that is closed, or after the death of the recipient.
CREATE FUNCTION require_a_living_case(number_of_case text, recipient uuid, given_on date)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- The lock lets a closure that is under way go first, and this come after it.
  IF (SELECT state FROM cases WHERE number = number_of_case FOR SHARE)
      IS DISTINCT FROM 'OPEN' THEN
    RAISE EXCEPTION 'Nothing is granted or paid in a closed case.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM persons WHERE id = recipient
      AND deceased_on < coalesce(given_on, 'infinity')) THEN
    RAISE EXCEPTION 'Nothing is granted or paid to somebody who has died.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
END $$;

CREATE FUNCTION require_a_living_case_for_benefits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM require_a_living_case(NEW.case_number, NEW.person_id, NULL);
  RETURN NEW;
END $$;
CREATE TRIGGER benefits_need_a_living_case BEFORE INSERT OR UPDATE ON benefits FOR EACH ROW
  WHEN (NEW.status IN ('REQUESTED', 'APPROVED'))
  EXECUTE FUNCTION require_a_living_case_for_benefits();

CREATE FUNCTION require_a_living_case_for_payments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE benefit benefits;
BEGIN
  SELECT * INTO benefit FROM benefits WHERE id = NEW.benefit_id;
  PERFORM require_a_living_case(benefit.case_number, benefit.person_id, NEW.paid_on);
  RETURN NEW;
END $$;
-- By its name it runs before payments_need_a_benefit: the case is locked before the benefit, in the
-- order in which a closure locks them.
CREATE TRIGGER payments_have_a_living_case BEFORE INSERT OR UPDATE ON payments FOR EACH ROW
  WHEN (NEW.status IN ('PREPARED', 'APPROVED', 'PAID'))
  EXECUTE FUNCTION require_a_living_case_for_payments();

CREATE FUNCTION require_a_living_case_for_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE benefit benefits;
BEGIN
  SELECT * INTO benefit FROM benefits WHERE id = NEW.benefit_id;
  PERFORM require_a_living_case(benefit.case_number, benefit.person_id, NEW.delivered_on);
  RETURN NEW;
END $$;
CREATE TRIGGER benefit_deliveries_need_a_case BEFORE INSERT ON benefit_deliveries FOR EACH ROW
  EXECUTE FUNCTION require_a_living_case_for_deliveries();

-- An approved payment may be on its way already, so it leaves the list only with its benefit.
DROP TRIGGER payments_go_forward ON payments;
CREATE TRIGGER payments_go_forward BEFORE UPDATE ON payments FOR EACH ROW
  WHEN (OLD.status IN ('PAID', 'RETURNED', 'NOT_WITHDRAWN', 'CANCELLED')
    OR (OLD.status = 'APPROVED'
      AND NEW.status NOT IN ('PAID', 'RETURNED', 'NOT_WITHDRAWN', 'CANCELLED'))
    OR (OLD.status = 'PREPARED' AND NEW.status NOT IN ('APPROVED', 'CANCELLED')))
  EXECUTE FUNCTION refuse_change();
DROP TRIGGER payments_keep_their_content ON payments;
CREATE TRIGGER payments_keep_their_content BEFORE UPDATE ON payments FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('status', 'approved_by', 'approved_at', 'paid_by',
    'paid_at', 'paid_on', 'receipt', 'status_reason', 'cancelled_at', 'cancelled_by');

CREATE FUNCTION require_an_ended_benefit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM benefits WHERE id = NEW.benefit_id AND status = 'APPROVED') THEN
    RAISE EXCEPTION 'A payment that was approved is cancelled only when its benefit has ended.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payments_leave_an_approved_list_with_their_benefit BEFORE UPDATE ON payments
  FOR EACH ROW WHEN (OLD.status = 'APPROVED' AND NEW.status = 'CANCELLED')
  EXECUTE FUNCTION require_an_ended_benefit();

-- What closed cases have left behind.
UPDATE benefits b SET status = 'WITHDRAWN', ended_at = c.closed_at, ended_by = b.requested_by,
  status_reason = 'The case was closed.'
FROM cases c WHERE c.number = b.case_number AND c.state <> 'OPEN' AND b.status = 'REQUESTED';
