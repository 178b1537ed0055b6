-- What the law gives a step at most. A new law is a new row; nothing here is changed or removed.
CREATE TABLE legal_limits (
  step       text NOT NULL CHECK (step ~ '^UserTask_[A-Za-z0-9]+$'),
  valid_from date NOT NULL,
  amount     text NOT NULL CHECK (amount ~ '^(P[1-9][0-9]{0,2}D|PT[1-9][0-9]{0,2}H)$'),
  counted_in text NOT NULL CHECK (counted_in IN ('ROUND_THE_CLOCK', 'WORKING_DAYS')),
  basis      text NOT NULL CHECK (btrim(basis) <> ''),
  PRIMARY KEY (step, valid_from)
);
CREATE TRIGGER legal_limits_stay BEFORE UPDATE OR DELETE ON legal_limits FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

INSERT INTO legal_limits (step, valid_from, amount, counted_in, basis) VALUES
  ('UserTask_NoteAnswer', '2011-11-02', 'P3D', 'WORKING_DAYS', 'UU 16/2011 art. 15'),
  ('UserTask_ReviewRemovalObjection', '2014-10-17', 'P10D', 'WORKING_DAYS', 'UU 30/2014 art. 77');

-- Until when a step has to be done: the task of the engine, with what it was promised.
CREATE TABLE deadlines (
  id          uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  step        text NOT NULL,
  step_name   text NOT NULL,
  task_id     text NOT NULL UNIQUE,
  -- Which time of the step this is: a visit each month is another time with each task, a plan that
  -- is sent back is not, because its time counts from when the case came to the stage.
  occurrence  text NOT NULL,
  counted_in  text NOT NULL CHECK (counted_in IN ('ROUND_THE_CLOCK', 'WORKING_DAYS')),
  -- As the decision set them, before anybody suspended or extended anything.
  first_remind_at timestamptz NOT NULL,
  first_target_at timestamptz NOT NULL,
  first_fatal_at  timestamptz NOT NULL,
  remind_at   timestamptz NOT NULL,
  target_at   timestamptz NOT NULL,
  fatal_at    timestamptz NOT NULL,
  -- Where the law sets a limit: which, and until when.
  legal_basis text,
  legal_until timestamptz,
  legal       boolean NOT NULL GENERATED ALWAYS AS (legal_until IS NOT NULL) STORED,
  set_at      timestamptz NOT NULL,
  -- When the task was done or went away.
  closed_at   timestamptz,
  UNIQUE (id, legal),
  CONSTRAINT legal_limit_has_a_basis CHECK ((legal_basis IS NULL) = (legal_until IS NULL)),
  CONSTRAINT legal_limit_is_not_lengthened CHECK (fatal_at <= legal_until),
  CONSTRAINT reminder_then_target_then_fatal
    CHECK (remind_at <= target_at AND target_at <= fatal_at),
  CONSTRAINT nothing_comes_before_it_was_promised CHECK (
    remind_at >= first_remind_at AND target_at >= first_target_at AND fatal_at >= first_fatal_at)
);
CREATE INDEX deadlines_case ON deadlines (case_number) WHERE closed_at IS NULL;
CREATE INDEX deadlines_open ON deadlines (remind_at) WHERE closed_at IS NULL;
CREATE TRIGGER deadlines_keep_their_subject BEFORE UPDATE ON deadlines FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('counted_in', 'first_remind_at', 'first_target_at',
    'first_fatal_at', 'remind_at', 'target_at', 'fatal_at', 'closed_at', 'legal');
CREATE TRIGGER deadlines_stay BEFORE DELETE ON deadlines FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- A deadline of practice is suspended at most once and extended at most once; one of the law never.
CREATE TABLE deadline_delays (
  deadline_id uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('SUSPENSION', 'EXTENSION')),
  legal       boolean NOT NULL GENERATED ALWAYS AS (false) STORED,
  days        integer NOT NULL,
  -- Of an extension all; of a suspension those that had passed when it ended.
  days_used   integer,
  reason      text NOT NULL CHECK (btrim(reason) <> ''),
  decided_by  text NOT NULL,
  decided_at  timestamptz NOT NULL,
  resumed_by  text,
  resumed_at  timestamptz,
  record_id   uuid,
  PRIMARY KEY (deadline_id, kind),
  CONSTRAINT limits_of_the_law_are_not_delayed
    FOREIGN KEY (deadline_id, legal) REFERENCES deadlines (id, legal),
  CONSTRAINT no_longer_than_the_most
    CHECK (days BETWEEN 1 AND CASE kind WHEN 'SUSPENSION' THEN 60 ELSE 30 END),
  CONSTRAINT used_no_more_than_granted CHECK (days_used BETWEEN 0 AND days),
  CONSTRAINT only_a_suspension_ends_early CHECK (
    (resumed_by IS NULL) = (resumed_at IS NULL) AND (kind = 'SUSPENSION' OR resumed_at IS NULL))
);
CREATE TRIGGER deadline_delays_stay BEFORE UPDATE ON deadline_delays FOR EACH ROW
  WHEN (OLD.resumed_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deadline_delays_keep_their_subject BEFORE UPDATE ON deadline_delays FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('days_used', 'resumed_by', 'resumed_at', 'legal');
CREATE TRIGGER deadline_delays_are_kept BEFORE DELETE ON deadline_delays FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
