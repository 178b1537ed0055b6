-- A measure whose end was noted late: somebody may have been compelled longer than was decided.
CREATE TABLE measure_breaches (
  measure_id uuid PRIMARY KEY REFERENCES coercive_measures,
  case_number text NOT NULL REFERENCES cases,
  due_at timestamptz NOT NULL,
  noted_at timestamptz NOT NULL,
  CONSTRAINT noted_after_it_was_due CHECK (noted_at > due_at)
);
CREATE INDEX measure_breaches_case ON measure_breaches (case_number, noted_at DESC);
CREATE TRIGGER measure_breaches_stay BEFORE UPDATE OR DELETE ON measure_breaches FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
