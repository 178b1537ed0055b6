-- Going on after the end is a new decision with all its gates, which names the measure that it
-- follows. The end of a measure itself is never moved (coercive_measures_keep_their_content).
ALTER TABLE coercive_measures
  ADD COLUMN follows uuid,
  ADD CONSTRAINT follows_another_of_the_case
    FOREIGN KEY (follows, case_number) REFERENCES coercive_measures (id, case_number),
  ADD CONSTRAINT follows_not_itself CHECK (follows <> id);

CREATE FUNCTION require_the_measure_that_it_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.follows IS NULL THEN
    IF EXISTS (SELECT 1 FROM coercive_measures WHERE case_number = NEW.case_number
        AND kind = NEW.kind AND status = 'IN_FORCE' AND valid_until > NEW.valid_from) THEN
      RAISE EXCEPTION 'A measure of this kind is in force; the new one says that it follows it.'
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSIF NOT EXISTS (SELECT 1 FROM coercive_measures WHERE id = NEW.follows
      AND status IN ('IN_FORCE', 'ENDED')) THEN
    RAISE EXCEPTION 'A measure follows one that came into force.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER coercive_measures_name_what_they_follow BEFORE INSERT ON coercive_measures
  FOR EACH ROW EXECUTE FUNCTION require_the_measure_that_it_follows();
