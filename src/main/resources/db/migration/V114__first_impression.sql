-- How urgent a request sounded to whoever took it. It is no assessment: the risk level follows from triage.
ALTER TABLE cases ADD COLUMN first_impression text
  CHECK (first_impression IN ('EMERGENCY', 'HIGH', 'MEDIUM', 'LOW'));
