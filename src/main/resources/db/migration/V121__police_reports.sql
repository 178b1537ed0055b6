-- Sexual violence: reported to the police within 3 x 24 hours (UU 12/2022 art. 41), and never settled
-- out of court unless the offender is a child (art. 23).

INSERT INTO legal_limits (step, valid_from, amount, counted_in, basis) VALUES
  ('UserTask_ReportToPolice', '2022-05-09', 'PT72H', 'ROUND_THE_CLOCK', 'UU 12/2022 art. 41'),
  ('UserTask_ReportToPoliceAsSupervisor', '2022-05-09', 'PT72H', 'ROUND_THE_CLOCK',
    'UU 12/2022 art. 41');

CREATE TABLE police_reports (
  id uuid PRIMARY KEY,
  case_number text NOT NULL,
  episode integer NOT NULL,
  -- When we were told: from here on the law counts.
  told_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  noted_by text NOT NULL,
  noted_at timestamptz NOT NULL,
  -- BY_OTHERS: somebody else had reported it already. OTHER_CASE: this case was a duplicate.
  outcome text CHECK (outcome IN ('BY_US', 'BY_OTHERS', 'OTHER_CASE')),
  reported_at timestamptz,
  police_unit text CHECK (btrim(police_unit) <> ''),
  report_number text CHECK (btrim(report_number) <> ''),
  recorded_by text,
  recorded_at timestamptz,
  record_id uuid REFERENCES case_records,
  -- When it was noted that the time was over and the police not told: a breach of the law.
  breached_at timestamptz,
  FOREIGN KEY (case_number, episode) REFERENCES episodes,
  CONSTRAINT police_reports_once_per_episode UNIQUE (case_number, episode),
  CONSTRAINT police_reports_end_after_they_began CHECK (ends_at > told_at AND noted_at >= told_at),
  CONSTRAINT reported_as_a_whole CHECK (
    CASE WHEN outcome IN ('BY_US', 'BY_OTHERS')
      THEN num_nonnulls(reported_at, police_unit, report_number, recorded_by, recorded_at,
        record_id) = 6
      ELSE num_nonnulls(reported_at, police_unit, report_number, record_id) = 0
        AND num_nonnulls(recorded_by, recorded_at)
          = CASE WHEN outcome IS NULL THEN 0 ELSE 2 END END),
  CONSTRAINT reported_before_it_is_recorded CHECK (reported_at <= recorded_at),
  CONSTRAINT breached_only_after_the_end CHECK (breached_at >= ends_at),
  CONSTRAINT late_is_a_breach CHECK (reported_at <= ends_at OR breached_at IS NOT NULL)
);
CREATE INDEX police_reports_open ON police_reports (ends_at) WHERE outcome IS NULL;
CREATE TRIGGER police_reports_keep_what_is_written BEFORE UPDATE ON police_reports
  FOR EACH ROW EXECUTE FUNCTION require_that_nothing_changes();
CREATE TRIGGER police_reports_keep_their_content BEFORE UPDATE ON police_reports
  FOR EACH ROW EXECUTE FUNCTION refuse_change_except('outcome', 'reported_at', 'police_unit',
    'report_number', 'recorded_by', 'recorded_at', 'record_id', 'breached_at');
CREATE TRIGGER police_reports_stay BEFORE DELETE ON police_reports FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER police_reports_stay_all BEFORE TRUNCATE ON police_reports
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_to_close_over_police_reports() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM police_reports r JOIN cases c ON c.number = r.case_number
      WHERE c.number = NEW.number AND c.state <> 'OPEN' AND r.outcome IS NULL) THEN
    RAISE EXCEPTION 'Case % has a police report open; it is made before the case is closed.',
      NEW.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
-- Deferred: what a duplicate leaves open ends in the transaction that closes it.
CREATE CONSTRAINT TRIGGER cases_close_without_open_police_reports AFTER UPDATE OF state ON cases
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.state = 'OPEN' AND NEW.state <> 'OPEN')
  EXECUTE FUNCTION refuse_to_close_over_police_reports();

-- How old the offenders are, as far as somebody knows and says how: the newest row counts.
CREATE TABLE offender_ages (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  -- Whether every offender is a child; one adult is enough for no.
  all_children boolean NOT NULL,
  source text NOT NULL CHECK (btrim(source) <> ''),
  noted_by text NOT NULL,
  noted_at timestamptz NOT NULL,
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  record_id uuid REFERENCES case_records
);
CREATE INDEX offender_ages_case ON offender_ages (case_number, ordinal DESC);
CREATE TRIGGER offender_ages_stay BEFORE UPDATE OR DELETE ON offender_ages FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER offender_ages_stay_all BEFORE TRUNCATE ON offender_ages
  EXECUTE FUNCTION refuse_change();
