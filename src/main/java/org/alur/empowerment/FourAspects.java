package org.alur.empowerment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alur.casework.CaseNumber;
import org.alur.casework.Occasion;
import org.alur.casework.Row;
import org.alur.casework.ScaleResults;
import org.alur.casework.WesternIndonesia;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Measures empowerment: every person's four scores, and what they come to for all of them. */
@Component
public class FourAspects {

  /**
   * What one person told.
   *
   * @param record the form
   */
  public record Rating(
      CaseNumber number,
      UUID activity,
      UUID person,
      AspectScores scores,
      Livelihood livelihood,
      String by,
      UUID record) {}

  private static final String INSTRUMENT = "FOUR_ASPECTS";

  private final JdbcClient database;
  private final ScaleResults results;
  private final Livelihoods livelihoods;

  FourAspects(JdbcClient database, ScaleResults results, Livelihoods livelihoods) {
    this.database = database;
    this.results = results;
    this.livelihoods = livelihoods;
  }

  /** Files what one person told. */
  @Transactional
  public void file(Rating rating) {
    results.fileOf(
        Optional.of(rating.person()),
        rating.number(),
        Optional.of(rating.activity()),
        occasion(rating.activity()),
        INSTRUMENT,
        codes(rating.scores()),
        rating.by(),
        Optional.of(rating.record()));
    livelihoods.file(rating);
  }

  private Occasion occasion(UUID activity) {
    return history(activity).isEmpty() ? Occasion.BASELINE : Occasion.REVIEW;
  }

  private static Map<String, BigDecimal> codes(AspectScores scores) {
    return scores.byAspect().entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
  }

  /**
   * Files the median of all who were rated in one round.
   *
   * @param round the process instance whose forms they filled
   * @param by who filed the last of them
   * @return nothing if nobody was rated
   */
  @Transactional
  public Optional<AspectScores> fileMedian(
      CaseNumber number, UUID activity, String round, String by) {
    List<AspectScores> members = ratings(activity, round);
    if (members.isEmpty()) {
      return Optional.empty();
    }
    var median = AspectScores.medianOf(members);
    results.fileOf(
        Optional.empty(),
        number,
        Optional.of(activity),
        occasion(activity),
        INSTRUMENT,
        codes(median),
        by,
        Optional.empty());
    return Optional.of(median);
  }

  private List<AspectScores> ratings(UUID activity, String round) {
    return scores(
        database
            .sql(
                """
                SELECT s.person_id AS key, s.dimension, s.value
                FROM scale_results s JOIN case_records r ON r.id = s.record_id
                WHERE s.activity_id = :activity AND s.instrument = 'FOUR_ASPECTS'
                  AND s.person_id IS NOT NULL AND r.process_instance_id = :round
                """)
            .param("activity", activity)
            .param("round", round)
            .query((columns, index) -> Score.from(columns))
            .list());
  }

  private record Score(String key, Aspect aspect, BigDecimal value) {

    static Score from(ResultSet columns) throws SQLException {
      var row = new Row(columns);
      return new Score(
          row.text("key"), row.choice("dimension", Aspect.class), row.decimal("value"));
    }
  }

  private static List<AspectScores> scores(List<Score> rows) {
    return rows.stream().collect(Collectors.groupingBy(Score::key)).values().stream()
        .map(FourAspects::scoresOf)
        .toList();
  }

  private static AspectScores scoresOf(List<Score> rows) {
    Map<Aspect, BigDecimal> scores = new EnumMap<>(Aspect.class);
    rows.forEach(row -> scores.put(row.aspect(), row.value()));
    return new AspectScores(scores);
  }

  /** What was measured for an activity, oldest first. */
  public List<Measurement> history(UUID activity) {
    return database
        .sql(
            """
            SELECT measured_at,
              max(value) FILTER (WHERE dimension = 'CHOICES') AS choices,
              max(value) FILTER (WHERE dimension = 'FREEDOM') AS freedom,
              max(value) FILTER (WHERE dimension = 'RESOURCES') AS resources,
              max(value) FILTER (WHERE dimension = 'GRASSROOTS_POWER') AS grassroots_power,
              (SELECT count(DISTINCT p.person_id) FROM scale_results p
                WHERE p.activity_id = :activity AND p.instrument = 'FOUR_ASPECTS'
                  AND p.person_id IS NOT NULL AND p.measured_at <= s.measured_at
                  AND p.measured_at > coalesce((SELECT max(e.measured_at) FROM scale_results e
                    WHERE e.activity_id = :activity AND e.instrument = 'FOUR_ASPECTS'
                      AND e.person_id IS NULL AND e.measured_at < s.measured_at), '-infinity'))
                AS people
            FROM scale_results s
            WHERE activity_id = :activity AND instrument = 'FOUR_ASPECTS' AND person_id IS NULL
            GROUP BY measured_at ORDER BY measured_at
            """)
        .param("activity", activity)
        .query((columns, index) -> measurement(columns))
        .list();
  }

  private static Measurement measurement(ResultSet columns) throws SQLException {
    var row = new Row(columns);
    LocalDate on = LocalDate.ofInstant(row.instant("measured_at"), WesternIndonesia.ZONE);
    Map<Aspect, BigDecimal> scores = new EnumMap<>(Aspect.class);
    scores.put(Aspect.CHOICES, row.decimal("choices"));
    scores.put(Aspect.FREEDOM, row.decimal("freedom"));
    scores.put(Aspect.RESOURCES, row.decimal("resources"));
    scores.put(Aspect.GRASSROOTS_POWER, row.decimal("grassroots_power"));
    return new Measurement(on, new AspectScores(scores), row.number("people"));
  }
}
