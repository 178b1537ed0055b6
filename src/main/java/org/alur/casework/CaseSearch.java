package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alur.catalogue.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds cases by number, name, NIK or village, among those that the user may see. */
@Component
class CaseSearch {

  /** Rows of a page. */
  static final int PAGE_SIZE = 50;

  private static final String FROM =
      """
      FROM cases c
        LEFT JOIN households h ON h.id = c.household_id
        LEFT JOIN persons p ON p.id = coalesce(c.person_id, h.head_id)
        LEFT JOIN groups g ON g.id = c.group_id
        LEFT JOIN communities m ON m.id = c.community_id
        LEFT JOIN workers w ON w.user_id = c.lead
      """;

  private static final String PERSON_MATCHES =
      """
      (c.person_id IN (SELECT id FROM persons WHERE $condition)
        OR c.household_id IN (SELECT household_id FROM household_members
          WHERE person_id IN (SELECT id FROM persons WHERE $condition)))
      """;

  private static final String NAMED =
      "lower(full_name) LIKE :like OR lower(alias) LIKE :like OR lower(village) LIKE :like"
          + " OR lower(full_name) % :text OR lower(alias) % :text";

  /**
   * What is looked for; what is empty does not restrict.
   *
   * @param text a case number or its beginning, a NIK, or a name or village, or something like it
   * @param mine only cases that the user leads
   * @param page from 0
   */
  record Query(
      Optional<String> text,
      Optional<CaseState> state,
      Optional<CaseStage> stage,
      Optional<RiskLevel> risk,
      Optional<Field> field,
      boolean mine,
      int page) {}

  /**
   * One case of the list.
   *
   * @param field the key of the field
   * @param leadId the caseworker's user id
   * @param lead the caseworker's name
   */
  record Hit(
      CaseNumber number,
      String field,
      BeneficiaryType beneficiaryType,
      String name,
      Optional<String> village,
      CaseState state,
      CaseStage stage,
      Optional<RiskLevel> riskLevel,
      boolean sealed,
      Optional<String> leadId,
      Optional<String> lead,
      Instant openedAt,
      Instant stageEnteredAt) {}

  /** A page of the list, the newest cases first. */
  record Page(List<Hit> items, int page, int size, long total) {}

  private final JdbcClient database;
  private final CaseReaders access;

  CaseSearch(JdbcClient database, CaseReaders access) {
    this.database = database;
    this.access = access;
  }

  Page find(Query query, String userId) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(query, parameters);
    var viewer = access.viewer(userId);
    long total =
        fill("SELECT count(*) FROM cases c " + where, parameters, viewer)
            .query(Long.class)
            .single();
    parameters.put("size", PAGE_SIZE);
    parameters.put("offset", (long) query.page() * PAGE_SIZE);
    var hits =
        fill(
                """
                SELECT c.number, c.field, c.beneficiary_type, c.state, c.stage, c.risk_level,
                  c.sealed, c.lead, w.full_name AS lead_name, c.opened_at, c.stage_entered_at,
                  coalesce(p.full_name, g.name, m.name) AS name,
                  coalesce(p.village, h.village, g.village, m.village) AS village
                """
                    + FROM
                    + where
                    + " ORDER BY c.opened_at DESC, c.number DESC LIMIT :size OFFSET :offset",
                parameters,
                viewer)
            .query(CaseSearch::hit)
            .list();
    access.listed(hits.stream().map(Hit::number).toList(), userId, "list of cases");
    return new Page(hits, query.page(), PAGE_SIZE, total);
  }

  private JdbcClient.StatementSpec fill(String sql, Map<String, Object> parameters, Viewer viewer) {
    return viewer.fill(database.sql(sql).params(parameters));
  }

  private static String where(Query query, Map<String, Object> parameters) {
    var where = new StringBuilder("WHERE ").append(Viewer.SEES);
    query.state().ifPresent(state -> equal(where, parameters, "state", state));
    query.stage().ifPresent(stage -> equal(where, parameters, "stage", stage));
    query.risk().ifPresent(risk -> equal(where, parameters, "risk_level", risk));
    query.field().ifPresent(field -> equal(where, parameters, "field", field));
    if (query.mine()) {
      where.append(" AND c.lead = :viewer");
    }
    query
        .text()
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> where.append(" AND ").append(matches(text, parameters)));
    return where.toString();
  }

  private static void equal(
      StringBuilder where, Map<String, Object> parameters, String column, Enum<?> value) {
    where.append(" AND c.").append(column).append(" = :").append(column);
    parameters.put(column, value.name());
  }

  private static String matches(String text, Map<String, Object> parameters) {
    if (text.matches("(sr|sp|ss|se)-[0-9-]*")) {
      parameters.put("number", text.toUpperCase(Locale.ROOT) + "%");
      return "c.number LIKE :number";
    }
    if (text.matches("[0-9]{16}")) {
      parameters.put("nik", text);
      return PERSON_MATCHES.replace("$condition", "nik = :nik");
    }
    parameters.put("text", text);
    parameters.put("like", "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%");
    return "("
        + PERSON_MATCHES.replace("$condition", NAMED)
        + """
         OR c.group_id IN (SELECT id FROM groups
          WHERE lower(name) LIKE :like OR lower(village) LIKE :like)
         OR c.community_id IN (SELECT id FROM communities
          WHERE lower(name) LIKE :like OR lower(village) LIKE :like))
        """;
  }

  private static Hit hit(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new Hit(
        new CaseNumber(row.text("number")),
        row.choice("field", Field.class).key(),
        row.choice("beneficiary_type", BeneficiaryType.class),
        row.findText("name").orElse("Family without a known head"),
        row.findText("village"),
        row.choice("state", CaseState.class),
        row.choice("stage", CaseStage.class),
        row.findChoice("risk_level", RiskLevel.class),
        row.is("sealed"),
        row.findText("lead"),
        row.findText("lead_name"),
        row.instant("opened_at"),
        row.instant("stage_entered_at"));
  }
}
