package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds people who may be the same, and files what intake decided about them. */
@Component
public class Duplicates {

  /**
   * A person who may be the same as one of the case.
   *
   * @param personId the person of the case
   * @param candidateId the person who was known before
   * @param score from 0 to 1; a NIK that is the same counts as 1
   * @param reason why, in words
   * @param cases numbers of the candidate's cases that are not sealed
   */
  public record Candidate(
      UUID personId,
      UUID candidateId,
      String name,
      Optional<String> nik,
      Optional<LocalDate> birthDate,
      Optional<String> village,
      double score,
      String reason,
      List<String> cases) {}

  private final JdbcClient database;
  private final Cases cases;
  private final Clock clock;

  Duplicates(JdbcClient database, Cases cases, Clock clock) {
    this.database = database;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * The candidates for the persons of a case about which nobody has decided yet: the same NIK, or a
   * similar name with about the same year of birth and the same village, where those are known.
   * People of one household often share a part of their names, so there almost all of it has to be
   * the same. People known from sealed cases only are found by their NIK alone.
   */
  public List<Candidate> of(CaseNumber number) {
    return database
        .sql(
            """
            WITH mine AS (
              SELECT p.* FROM cases c JOIN persons p ON p.id = c.person_id
              WHERE c.number = :number
              UNION ALL
              SELECT p.* FROM cases c JOIN household_members m ON m.household_id = c.household_id
              JOIN persons p ON p.id = m.person_id WHERE c.number = :number
            ), pairs AS (
              SELECT m.id AS person_id, o.id AS candidate_id, o.full_name, o.nik, o.birth_date,
                o.village, o.created_at, coalesce(m.nik = o.nik, false) AS same_nik,
                greatest(similarity(lower(m.full_name), lower(o.full_name)),
                  coalesce(similarity(lower(m.alias), lower(o.full_name)), 0),
                  coalesce(similarity(lower(m.full_name), lower(o.alias)), 0))::numeric AS alike,
                abs(extract(year FROM m.birth_date) - extract(year FROM o.birth_date)) AS years,
                similarity(lower(m.village), lower(o.village))::numeric AS village_alike,
                EXISTS (SELECT 1 FROM household_members a JOIN household_members b
                  USING (household_id) WHERE a.person_id = m.id AND b.person_id = o.id)
                  AS live_together
              FROM mine m JOIN persons o ON o.id <> m.id AND (m.nik = o.nik
                OR lower(o.full_name) % lower(m.full_name) OR lower(o.alias) % lower(m.full_name)
                OR lower(o.full_name) % lower(m.alias))
              WHERE o.same_as IS NULL AND m.same_as IS NULL
                AND o.id NOT IN (SELECT id FROM mine)
                AND NOT EXISTS (SELECT 1 FROM duplicate_decisions d
                  WHERE d.person_id = m.id AND d.candidate_id = o.id)
            ), known AS (
              SELECT p.candidate_id, c.number, c.sealed FROM pairs p
              JOIN cases c ON c.person_id = p.candidate_id OR c.household_id IN (
                SELECT household_id FROM household_members m WHERE m.person_id = p.candidate_id)
            )
            SELECT p.*, coalesce((SELECT array_agg(DISTINCT k.number ORDER BY k.number DESC)
                FROM known k WHERE k.candidate_id = p.candidate_id AND NOT k.sealed), '{}') AS cases,
              CASE WHEN same_nik THEN 1 ELSE round(0.6 * alike
                + CASE WHEN years IS NULL THEN 0.1 WHEN years = 0 THEN 0.2 ELSE 0.15 END
                + 0.2 * coalesce(village_alike, 0.5), 2) END AS score
            FROM pairs p
            WHERE same_nik OR (alike >= CASE WHEN live_together THEN 0.8 ELSE 0.3 END AND coalesce(years, 0) <= 1
              AND coalesce(village_alike, 1) >= 0.4
              AND (NOT EXISTS (SELECT 1 FROM known k WHERE k.candidate_id = p.candidate_id)
                OR EXISTS (SELECT 1 FROM known k WHERE k.candidate_id = p.candidate_id
                  AND NOT k.sealed)))
            ORDER BY score DESC, p.created_at LIMIT 20
            """)
        .param("number", number.value())
        .query(Duplicates::candidate)
        .list();
  }

  private static Candidate candidate(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new Candidate(
        row.id("person_id"),
        row.id("candidate_id"),
        row.text("full_name"),
        row.findText("nik"),
        row.findDate("birth_date"),
        row.findText("village"),
        row.decimal("score").doubleValue(),
        reason(row),
        row.texts("cases"));
  }

  private static String reason(Row row) throws SQLException {
    if (row.is("same_nik")) {
      return "Has the same NIK.";
    }
    List<String> parts = new ArrayList<>();
    long percent = Math.round(row.decimal("alike").doubleValue() * 100);
    parts.add(percent == 100 ? "Has the same name" : "Has a similar name (" + percent + " %)");
    row.findText("years")
        .ifPresent(
            years ->
                parts.add(
                    Double.parseDouble(years) == 0
                        ? "born in the same year"
                        : "born within a year"));
    row.findText("village_alike").ifPresent(alike -> parts.add("lives in the same village"));
    return String.join(", ", parts) + ".";
  }

  /**
   * Files that the person of the case is one who was known before; the case is then about that
   * person. The newer row is kept and points to the older, so that it can be undone.
   */
  @Transactional
  public void same(
      CaseNumber number, UUID person, UUID candidate, String by, Optional<UUID> record) {
    file(number, person, candidate, "SAME_PERSON", by, record);
    database
        .sql("UPDATE persons SET same_as = :candidate, updated_at = :now WHERE id = :person")
        .param("candidate", candidate)
        .param("person", person)
        .param("now", Row.at(clock.instant()))
        .update();
    var beneficiary = cases.get(number).beneficiary();
    if (beneficiary.equals(Beneficiary.person(person))) {
      cases.correctBeneficiary(number, Beneficiary.person(candidate), by);
    } else {
      replaceMember(beneficiary.id(), person, candidate);
    }
  }

  private void replaceMember(UUID household, UUID person, UUID candidate) {
    database
        .sql(
            """
            UPDATE household_members m SET person_id = :candidate
            WHERE household_id = :household AND person_id = :person
              AND NOT EXISTS (SELECT 1 FROM household_members other
                WHERE other.household_id = :household AND other.person_id = :candidate)
            """)
        .param("candidate", candidate)
        .param("household", household)
        .param("person", person)
        .update();
    database
        .sql(
            "UPDATE households SET head_id = :candidate WHERE id = :household AND head_id = :person")
        .param("candidate", candidate)
        .param("household", household)
        .param("person", person)
        .update();
  }

  /** Files that the two are different people; the candidate is not shown for this case again. */
  @Transactional
  public void different(
      CaseNumber number, UUID person, UUID candidate, String by, Optional<UUID> record) {
    file(number, person, candidate, "DIFFERENT_PERSON", by, record);
  }

  private void file(
      CaseNumber number,
      UUID person,
      UUID candidate,
      String decision,
      String by,
      Optional<UUID> record) {
    database
        .sql(
            """
            INSERT INTO duplicate_decisions (id, case_number, person_id, candidate_id, decision,
              decided_by, decided_at, record_id)
            VALUES (:id, :number, :person, :candidate, :decision, :by, :now, :record)
            """)
        .param("id", UUID.randomUUID())
        .param("number", number.value())
        .param("person", person)
        .param("candidate", candidate)
        .param("decision", decision)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record.orElse(null))
        .update();
  }
}
