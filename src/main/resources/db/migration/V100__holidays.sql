-- Days on which offices are closed besides Saturdays and Sundays.
-- A row without region is for the whole country, one with a region for the offices in it.
CREATE TABLE holidays (
  -- Given by day and region, so that an import can be repeated: 2026-03-19, 2026-04-29-00.71.
  id          text PRIMARY KEY,
  day         date    NOT NULL,
  name        text    NOT NULL CHECK (name = btrim(name) AND name <> ''),
  region_code text    REFERENCES regions,
  active      boolean NOT NULL DEFAULT true,
  CONSTRAINT holidays_id_says_day_and_region
    CHECK (id = to_char(day, 'YYYY-MM-DD') || coalesce('-' || region_code, ''))
);
CREATE INDEX holidays_day ON holidays (day) WHERE active;

-- 2026: joint decree (SKB) of the ministers of religious affairs, of manpower, and of state
-- apparatus no. 1497/2025, 2/2025 and 5/2025 of 19 September 2025: 17 national holidays and the
-- 8 days of collective leave (cuti bersama), on which agencies are closed as well.
INSERT INTO holidays (id, day, name)
SELECT to_char(day, 'YYYY-MM-DD'), day, name FROM (VALUES
  (DATE '2026-01-01', 'Tahun Baru 2026 Masehi'),
  (DATE '2026-01-16', 'Isra Mikraj Nabi Muhammad SAW'),
  (DATE '2026-02-16', 'Cuti bersama Tahun Baru Imlek'),
  (DATE '2026-02-17', 'Tahun Baru Imlek 2577 Kongzili'),
  (DATE '2026-03-18', 'Cuti bersama Hari Suci Nyepi'),
  (DATE '2026-03-19', 'Hari Suci Nyepi, Tahun Baru Saka 1948'),
  (DATE '2026-03-20', 'Cuti bersama Idulfitri'),
  (DATE '2026-03-21', 'Idulfitri 1447 Hijriah'),
  (DATE '2026-03-22', 'Idulfitri 1447 Hijriah'),
  (DATE '2026-03-23', 'Cuti bersama Idulfitri'),
  (DATE '2026-03-24', 'Cuti bersama Idulfitri'),
  (DATE '2026-04-03', 'Wafat Yesus Kristus'),
  (DATE '2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)'),
  (DATE '2026-05-01', 'Hari Buruh Internasional'),
  (DATE '2026-05-14', 'Kenaikan Yesus Kristus'),
  (DATE '2026-05-15', 'Cuti bersama Kenaikan Yesus Kristus'),
  (DATE '2026-05-27', 'Iduladha 1447 Hijriah'),
  (DATE '2026-05-28', 'Cuti bersama Iduladha'),
  (DATE '2026-05-31', 'Hari Raya Waisak 2570 BE'),
  (DATE '2026-06-01', 'Hari Lahir Pancasila'),
  (DATE '2026-06-16', 'Tahun Baru Islam 1448 Hijriah'),
  (DATE '2026-08-17', 'Proklamasi Kemerdekaan'),
  (DATE '2026-08-25', 'Maulid Nabi Muhammad SAW'),
  (DATE '2026-12-24', 'Cuti bersama Kelahiran Yesus Kristus'),
  (DATE '2026-12-25', 'Kelahiran Yesus Kristus')) AS decreed (day, name);

-- 2027: only what no decree has to settle: the fixed days, and those counted from Easter
-- (28 March 2027). The others follow the moon and are announced: an administrator imports them.
INSERT INTO holidays (id, day, name)
SELECT to_char(day, 'YYYY-MM-DD'), day, name FROM (VALUES
  (DATE '2027-01-01', 'Tahun Baru 2027 Masehi'),
  (DATE '2027-03-26', 'Wafat Yesus Kristus'),
  (DATE '2027-03-28', 'Kebangkitan Yesus Kristus (Paskah)'),
  (DATE '2027-05-01', 'Hari Buruh Internasional'),
  (DATE '2027-05-06', 'Kenaikan Yesus Kristus'),
  (DATE '2027-06-01', 'Hari Lahir Pancasila'),
  (DATE '2027-08-17', 'Proklamasi Kemerdekaan'),
  (DATE '2027-12-25', 'Kelahiran Yesus Kristus')) AS certain (day, name);
