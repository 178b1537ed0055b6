-- Who was told that a step is due or late. Nodes enter the row first and act then: whoever is
-- second finds it there.
CREATE TABLE escalations (
  id           uuid PRIMARY KEY,
  deadline_id  uuid NOT NULL REFERENCES deadlines,
  case_number  text NOT NULL REFERENCES cases,
  step         text NOT NULL,
  occurrence   text NOT NULL,
  rung         text NOT NULL CHECK (rung IN ('REMINDER', 'SUPERVISOR', 'AGENCY_HEAD')),
  -- The moment that passed.
  due_at       timestamptz NOT NULL,
  escalated_at timestamptz NOT NULL,
  -- User ids; nobody, where nobody has the office.
  told         text[] NOT NULL,
  CONSTRAINT once_per_case_step_and_rung UNIQUE (case_number, step, occurrence, rung),
  CONSTRAINT not_before_it_was_due CHECK (escalated_at >= due_at)
);
CREATE TRIGGER escalations_stay BEFORE UPDATE OR DELETE ON escalations FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- Mails about them. One that could not be sent is tried again, and then given up.
CREATE TABLE escalation_mails (
  escalation_id uuid NOT NULL REFERENCES escalations,
  recipient     text NOT NULL,
  tries         integer NOT NULL DEFAULT 0,
  -- Empty when it was sent or given up.
  next_try_at   timestamptz,
  sent_at       timestamptz,
  PRIMARY KEY (escalation_id, recipient),
  CONSTRAINT what_was_sent_is_not_tried_again CHECK (sent_at IS NULL OR next_try_at IS NULL)
);
CREATE INDEX escalation_mails_waiting ON escalation_mails (next_try_at)
  WHERE next_try_at IS NOT NULL;
