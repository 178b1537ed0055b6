-- Two entries of the same instant still have an order: the later one counts.

ALTER TABLE assistance_visits ADD COLUMN entry bigint GENERATED ALWAYS AS IDENTITY;
ALTER TABLE recertifications ADD COLUMN entry bigint GENERATED ALWAYS AS IDENTITY;

CREATE OR REPLACE FUNCTION require_notice_before_removal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  newest recertifications;
  needed text := CASE NEW.status WHEN 'REMOVED' THEN 'REMOVE' ELSE 'GRADUATE' END;
BEGIN
  SELECT * INTO newest FROM recertifications WHERE enrolment_id = NEW.id
    ORDER BY entry DESC LIMIT 1;
  IF newest.outcome IS DISTINCT FROM needed THEN
    RAISE EXCEPTION 'Nobody leaves assistance without a recertification that says so.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.status = 'REMOVED' AND (newest.notice_ends_on IS NULL
      OR NEW.ended_on <= newest.notice_ends_on) THEN
    RAISE EXCEPTION 'Nobody is removed before the end of the notice.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.status = 'REMOVED' AND newest.objected_on IS NOT NULL
      AND newest.upheld IS DISTINCT FROM false THEN
    RAISE EXCEPTION 'Nobody is removed while an objection is open or upheld.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
