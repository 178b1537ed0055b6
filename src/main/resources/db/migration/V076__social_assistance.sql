-- Social assistance (bantuan sosial): what may be given, up to which amount, and what was handed over.

-- A changed rate is a new row with a later date, so that an old request is judged by its day.
CREATE TABLE assistance_items (
  code text NOT NULL CHECK (code ~ '^[A-Z]+(_[A-Z]+)*$'),
  kind text NOT NULL CHECK (kind IN ('DIRECT', 'ACCESSIBILITY', 'INSTITUTIONAL_STRENGTHENING')),
  name text NOT NULL CHECK (btrim(name) <> ''),
  -- For whom it is counted.
  per text NOT NULL CHECK (per IN ('FAMILY', 'PERSON', 'PERSON_AND_DAY', 'GROUP')),
  -- Empty: no rate; the ladder of approval is the only limit.
  most numeric(15, 0) CHECK (most > 0),
  most_months integer CHECK (most_months > 0),
  disaster_only boolean NOT NULL,
  valid_from date NOT NULL,
  -- The first day on which it no longer holds.
  valid_until date,
  PRIMARY KEY (code, valid_from),
  CHECK (valid_until > valid_from),
  EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_until) WITH &&)
);
INSERT INTO assistance_items
  (code, kind, name, per, most, most_months, disaster_only, valid_from) VALUES
  ('FOOD', 'DIRECT', 'Food and daily needs', 'FAMILY', NULL, NULL, false, '2000-01-01'),
  ('SHELTER', 'DIRECT', 'Repair of the home, or rent', 'FAMILY', NULL, NULL, false, '2000-01-01'),
  ('HEALTH_AND_CARE', 'DIRECT', 'Medicine, care and nutrition', 'PERSON', NULL, NULL, false,
    '2000-01-01'),
  ('SCHOOL_NEEDS', 'DIRECT', 'School needs', 'PERSON', NULL, NULL, false, '2000-01-01'),
  ('ASSISTIVE_DEVICE', 'ACCESSIBILITY', 'Assistive device', 'PERSON', NULL, NULL, false,
    '2000-01-01'),
  ('WAY_TO_SERVICES', 'ACCESSIBILITY', 'Way to services: transport, papers, interpreter', 'PERSON',
    NULL, NULL, false, '2000-01-01'),
  ('GROUP_STRENGTHENING', 'INSTITUTIONAL_STRENGTHENING', 'Strengthening of a group or institution',
    'GROUP', NULL, NULL, false, '2000-01-01'),
  -- Rates after a disaster, as the ministry stated them in February 2026.
  ('DEATH_COMPENSATION', 'DIRECT', 'Death in a disaster (santunan, to the heirs)', 'PERSON',
    15000000, NULL, true, '2026-02-01'),
  ('SERIOUS_INJURY', 'DIRECT', 'Serious injury in a disaster', 'PERSON', 5000000, NULL, true,
    '2026-02-01'),
  ('HOUSEHOLD_GOODS', 'DIRECT', 'Household goods after a disaster (isi hunian)', 'FAMILY', 3000000,
    NULL, true, '2026-02-01'),
  ('START_UP', 'DIRECT', 'New start of work after a disaster', 'FAMILY', 5000000, NULL, true,
    '2026-02-01'),
  ('LIVING_ALLOWANCE', 'DIRECT', 'Living allowance after a disaster (jaminan hidup)',
    'PERSON_AND_DAY', 15000, 3, true, '2026-02-01');

-- Goods and services that were handed over; money has its own table.
CREATE TABLE benefit_deliveries (
  benefit_id uuid NOT NULL REFERENCES benefits,
  -- Which part of the benefit it is: FULL, PART-1.
  label text NOT NULL CHECK (label ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
  delivered_on date NOT NULL,
  received_by text NOT NULL CHECK (btrim(received_by) <> ''),
  what text NOT NULL CHECK (btrim(what) <> ''),
  -- Documents: photos or signed receipts.
  proof uuid[] NOT NULL CONSTRAINT nothing_delivered_without_proof CHECK (cardinality(proof) > 0),
  delivered_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  PRIMARY KEY (benefit_id, label)
);
CREATE TRIGGER benefit_deliveries_stay BEFORE UPDATE OR DELETE ON benefit_deliveries FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION require_a_benefit_for_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM benefits WHERE id = NEW.benefit_id AND status = 'APPROVED') THEN
    RAISE EXCEPTION 'Nothing is delivered without an approved benefit.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER benefit_deliveries_need_a_benefit BEFORE INSERT ON benefit_deliveries FOR EACH ROW
  EXECUTE FUNCTION require_a_benefit_for_deliveries();
