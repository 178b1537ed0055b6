-- Help that goes on by law without consent does so only as long as the law applies. When it does not
-- any more, services stand still again, and it is decided anew about the same consent.
ALTER TABLE service_withdrawals
  ADD COLUMN lapsed_at timestamptz CHECK (lapsed_at >= decided_at),
  ADD CONSTRAINT only_a_ground_lapses CHECK (lapsed_at IS NULL OR ground IS NOT NULL),
  DROP CONSTRAINT service_withdrawals_pkey,
  ADD PRIMARY KEY (consent_id, record_id);
CREATE UNIQUE INDEX service_withdrawals_one_holds ON service_withdrawals (consent_id)
  WHERE lapsed_at IS NULL;
CREATE INDEX service_withdrawals_by_law ON service_withdrawals (consent_id)
  WHERE ground IS NOT NULL AND lapsed_at IS NULL;

DROP TRIGGER service_withdrawals_stay ON service_withdrawals;
CREATE TRIGGER service_withdrawals_keep_their_content BEFORE UPDATE ON service_withdrawals
  FOR EACH ROW EXECUTE FUNCTION refuse_change_except('lapsed_at');
CREATE TRIGGER service_withdrawals_keep_what_is_written BEFORE UPDATE ON service_withdrawals
  FOR EACH ROW EXECUTE FUNCTION require_that_nothing_changes();
CREATE TRIGGER service_withdrawals_stay BEFORE DELETE ON service_withdrawals
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
