-- Who works where, and as what.
-- The id of a team is the id of its group in the engine, the id of a worker that of the user; ids
-- are chosen by the administrator, in kebab-case, and never change.

CREATE TABLE regions (
  code        text PRIMARY KEY,
  name        text    NOT NULL CHECK (name = btrim(name) AND name <> ''),
  level       text    NOT NULL,
  parent_code text    REFERENCES regions,
  active      boolean NOT NULL DEFAULT true,
  -- The codes of the Ministry of Home Affairs: 32, 32.04, 32.04.05, 32.04.05.2001.
  CONSTRAINT regions_code_says_level_and_parent CHECK (
    CASE level
      WHEN 'PROVINCE' THEN code ~ '^\d{2}$' AND parent_code IS NULL
      WHEN 'REGENCY'  THEN code ~ '^\d{2}\.\d{2}$'
        AND parent_code IS NOT NULL AND parent_code = left(code, 2)
      WHEN 'DISTRICT' THEN code ~ '^\d{2}\.\d{2}\.\d{2}$'
        AND parent_code IS NOT NULL AND parent_code = left(code, 5)
      WHEN 'VILLAGE'  THEN code ~ '^\d{2}\.\d{2}\.\d{2}\.\d{4}$'
        AND parent_code IS NOT NULL AND parent_code = left(code, 8)
      ELSE false
    END)
);
CREATE INDEX regions_parent_code ON regions (parent_code);

CREATE TABLE agencies (
  id          text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name        text    NOT NULL CHECK (name = btrim(name) AND name <> ''),
  region_code text    NOT NULL REFERENCES regions,
  active      boolean NOT NULL DEFAULT true
);

CREATE TABLE offices (
  id          text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  agency_id   text    NOT NULL REFERENCES agencies,
  name        text    NOT NULL CHECK (name = btrim(name) AND name <> ''),
  region_code text    NOT NULL REFERENCES regions,
  time_zone   text    NOT NULL CHECK (time_zone IN ('WIB', 'WITA', 'WIT')),
  active      boolean NOT NULL DEFAULT true
);
CREATE INDEX offices_agency_id ON offices (agency_id);

CREATE TABLE workers (
  user_id           text PRIMARY KEY CHECK (user_id ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
  full_name         text    NOT NULL CHECK (full_name = btrim(full_name) AND full_name <> ''),
  office_id         text    NOT NULL REFERENCES offices,
  str_number        text    CHECK (str_number <> ''),
  str_valid_until   date,
  sipps_number      text    CHECK (sipps_number <> ''),
  sipps_valid_until date,
  skills            text[]  NOT NULL DEFAULT '{}',
  languages         text[]  NOT NULL DEFAULT '{}',
  active            boolean NOT NULL DEFAULT true,
  CONSTRAINT workers_str_has_validity CHECK ((str_number IS NULL) = (str_valid_until IS NULL)),
  CONSTRAINT workers_sipps_has_validity
    CHECK ((sipps_number IS NULL) = (sipps_valid_until IS NULL)),
  UNIQUE (user_id, office_id)
);
CREATE INDEX workers_office_id ON workers (office_id);
CREATE UNIQUE INDEX workers_str_number ON workers (str_number);
CREATE UNIQUE INDEX workers_sipps_number ON workers (sipps_number);

CREATE TABLE worker_roles (
  user_id text NOT NULL REFERENCES workers,
  role    text NOT NULL CHECK (role IN (
    'INTAKE_OFFICER', 'CASEWORKER', 'WELFARE_STAFF', 'SUPERVISOR', 'AGENCY_HEAD',
    'FINANCE_OFFICER', 'COURT_LIAISON', 'CLINICIAN', 'VOLUNTEER', 'MANAGER', 'ANALYST',
    'AUDITOR', 'CAMUNDA_ADMIN')),
  PRIMARY KEY (user_id, role)
);

CREATE TABLE teams (
  id              text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  office_id       text    NOT NULL REFERENCES offices,
  name            text    NOT NULL CHECK (name = btrim(name) AND name <> ''),
  supervisor      text    REFERENCES workers,
  -- So that the foreign key below lets nobody supervise without the role.
  supervisor_role text    NOT NULL GENERATED ALWAYS AS ('SUPERVISOR') STORED,
  active          boolean NOT NULL DEFAULT true,
  UNIQUE (id, office_id),
  CONSTRAINT teams_supervisor_has_the_role
    FOREIGN KEY (supervisor, supervisor_role) REFERENCES worker_roles (user_id, role),
  -- Roles, teams and the supervisors of each team are groups of the same engine.
  CONSTRAINT teams_id_is_no_role CHECK (id NOT IN (
    'intake-officer', 'caseworker', 'welfare-staff', 'supervisor', 'agency-head',
    'finance-officer', 'court-liaison', 'clinician', 'volunteer', 'manager', 'analyst',
    'auditor', 'camunda-admin') AND id NOT LIKE '%-supervisor')
);
CREATE INDEX teams_office_id ON teams (office_id);
CREATE INDEX teams_supervisor ON teams (supervisor);

-- A worker belongs to teams of the worker's own office only.
CREATE TABLE worker_teams (
  user_id   text NOT NULL,
  team_id   text NOT NULL,
  office_id text NOT NULL,
  PRIMARY KEY (user_id, team_id),
  CONSTRAINT worker_teams_of_the_own_office_worker
    FOREIGN KEY (user_id, office_id) REFERENCES workers (user_id, office_id),
  CONSTRAINT worker_teams_of_the_own_office_team
    FOREIGN KEY (team_id, office_id) REFERENCES teams (id, office_id)
);
CREATE INDEX worker_teams_team_id ON worker_teams (team_id);

CREATE TABLE worker_districts (
  user_id     text NOT NULL REFERENCES workers,
  region_code text NOT NULL REFERENCES regions,
  PRIMARY KEY (user_id, region_code)
);
CREATE INDEX worker_districts_region_code ON worker_districts (region_code);
