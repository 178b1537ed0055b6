package org.alur.assistance;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Row;
import org.alur.casework.WesternIndonesia;
import org.alur.payments.Benefit;
import org.alur.payments.BenefitRequest;
import org.alur.payments.Benefits;
import org.alur.payments.Rupiah;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is asked for year by year, and what each quarter comes to. */
@Component
public class AssistanceYears {

  /** The kind of benefit: a recipient has one of it at a time. */
  public static final String KIND = "SUSTAINED_ASSISTANCE";

  private static final String SERVICE = "sustained-direct-assistance";

  private final JdbcClient database;
  private final Enrolments enrolments;
  private final HouseholdVisits visits;
  private final AssistanceRulebook rulebook;
  private final Benefits benefits;
  private final Clock clock;

  AssistanceYears(
      JdbcClient database,
      Enrolments enrolments,
      HouseholdVisits visits,
      AssistanceRulebook rulebook,
      Benefits benefits,
      Clock clock) {
    this.database = database;
    this.enrolments = enrolments;
    this.visits = visits;
    this.rulebook = rulebook;
    this.benefits = benefits;
    this.clock = clock;
  }

  /** What a quarter would come to after the newest visit, if every commitment is met. */
  public QuarterlyAmount expected(UUID enrolment) {
    return expected(enrolment, visits.newest(enrolment));
  }

  private QuarterlyAmount expected(UUID enrolment, HouseholdVisit visit) {
    return QuarterlyAmount.of(visit.components(), rules(nextQuarter(enrolment)), new HashSet<>());
  }

  /**
   * Asks for the money of the next four quarters, in the name of who visited the family; an earlier
   * year that a change cut short ends with its last paid quarter.
   *
   * @throws NotDetermined if nobody decided that the family is entitled
   */
  @Transactional
  public AssistanceYear request(UUID enrolment) {
    var application = enrolments.determined(enrolment).application();
    var first = nextQuarter(enrolment);
    endBefore(enrolment, first);
    var visit = visits.newestWithComponents(enrolment);
    var quarterly = expected(enrolment, visit);
    var benefit =
        benefits.request(
            new BenefitRequest(
                application.number(),
                Optional.of(application.activity()),
                SERVICE,
                KIND,
                "Four quarters, each " + quarterly.inWords(),
                quarterly.total().times(AssistanceYear.QUARTERS),
                application.recipient(),
                first.firstDay(),
                first.plus(AssistanceYear.QUARTERS - 1).lastDay()),
            visit.visitedBy(),
            visit.record());
    int ordinal = newest(enrolment).map(year -> year.ordinal() + 1).orElse(1);
    return add(new AssistanceYear(enrolment, ordinal, benefit, visit.id(), first));
  }

  private AssistanceYear add(AssistanceYear year) {
    database
        .sql(
            """
            INSERT INTO assistance_years (enrolment_id, ordinal, benefit_id, visit_id, starts_on)
            VALUES (:enrolment, :ordinal, :benefit, :visit, :start)
            """)
        .param("enrolment", year.enrolment())
        .param("ordinal", year.ordinal())
        .param("benefit", year.benefit())
        .param("visit", year.visit())
        .param("start", year.firstQuarter().firstDay())
        .update();
    return year;
  }

  private void endBefore(UUID enrolment, Quarter first) {
    LocalDate last = first.firstDay().minusDays(1);
    newest(enrolment)
        .map(year -> benefits.get(year.benefit()))
        .filter(benefit -> benefit.status() == Benefit.Status.APPROVED)
        .filter(benefit -> benefit.request().until().isAfter(last))
        .ifPresent(
            benefit -> benefits.end(benefit.id(), last, "A recertification has changed it."));
  }

  /** The quarter after the last one that was computed, at first the present one. */
  private Quarter nextQuarter(UUID enrolment) {
    return database
        .sql("SELECT max(begins_on) FROM assistance_quarters WHERE enrolment_id = :enrolment")
        .param("enrolment", enrolment)
        .query((row, index) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .map(last -> Quarter.of(last).plus(1))
        .orElseGet(() -> Quarter.of(WesternIndonesia.today(clock)));
  }

  /** The newest year. */
  public Optional<AssistanceYear> newest(UUID enrolment) {
    return database
        .sql(
            """
            SELECT * FROM assistance_years WHERE enrolment_id = :enrolment
            ORDER BY ordinal DESC LIMIT 1
            """)
        .param("enrolment", enrolment)
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new AssistanceYear(
                  enrolment,
                  row.number("ordinal"),
                  row.id("benefit_id"),
                  row.id("visit_id"),
                  Quarter.of(row.findDate("starts_on").orElseThrow()));
            })
        .optional();
  }

  /** The rates of the first day of a year hold for all of it, because they were approved. */
  AssistanceRules rules(Quarter first) {
    return rulebook.on(first.firstDay());
  }

  /** The family as it is paid now, with the year that says so. */
  AssistanceYear current(UUID enrolment) {
    enrolments.determined(enrolment);
    return newest(enrolment).orElseThrow(NotDetermined::new);
  }

  /** For whom the family is paid in the newest year. */
  public List<FamilyComponent> components(UUID enrolment) {
    return visits.components(current(enrolment).visit());
  }

  /** The rates and limits of the newest year. */
  public AssistanceRules rules(UUID enrolment) {
    return rules(current(enrolment).firstQuarter());
  }

  /**
   * Computes a quarter and keeps how; one that was computed already stays as it is.
   *
   * @throws NotDetermined if nobody decided that the family is entitled
   */
  @Transactional
  public QuarterlyAmount compute(UUID enrolment, Quarter quarter) {
    var year = current(enrolment);
    var known = lines(enrolment, quarter);
    if (!known.isEmpty()) {
      return new QuarterlyAmount(known);
    }
    var amount =
        QuarterlyAmount.of(
            visits.components(year.visit()),
            rules(year.firstQuarter()),
            new HashSet<>(notMet(enrolment, quarter)));
    keep(year, quarter, amount);
    return amount;
  }

  private List<UUID> notMet(UUID enrolment, Quarter quarter) {
    return database
        .sql(
            """
            SELECT component_id FROM commitment_checks
            WHERE enrolment_id = :enrolment AND label = :label AND result = 'NOT_MET'
            """)
        .param("enrolment", enrolment)
        .param("label", quarter.label())
        .query(UUID.class)
        .list();
  }

  private void keep(AssistanceYear year, Quarter quarter, QuarterlyAmount amount) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO assistance_quarters (id, enrolment_id, year_ordinal, label, begins_on,
              amount, computed_at)
            VALUES (:id, :enrolment, :year, :label, :begins, :amount, :now)
            """)
        .param("id", id)
        .param("enrolment", year.enrolment())
        .param("year", year.ordinal())
        .param("label", quarter.label())
        .param("begins", quarter.firstDay())
        .param("amount", BigDecimal.valueOf(amount.total().amount()))
        .param("now", Row.at(clock.instant()))
        .update();
    for (int i = 0; i < amount.lines().size(); i++) {
      keep(id, i + 1, amount.lines().get(i));
    }
  }

  private void keep(UUID quarter, int ordinal, QuarterlyAmount.Line line) {
    database
        .sql(
            """
            INSERT INTO assistance_lines (quarter_id, ordinal, component_id, rate, result)
            VALUES (:quarter, :ordinal, :component, :rate, :result)
            """)
        .param("quarter", quarter)
        .param("ordinal", ordinal)
        .param("component", line.component().id())
        .param("rate", BigDecimal.valueOf(line.rate().amount()))
        .param("result", line.result().name())
        .update();
  }

  /** How a quarter was computed; empty if it was not. */
  public List<QuarterlyAmount.Line> lines(UUID enrolment, Quarter quarter) {
    return database
        .sql(
            """
            SELECT c.*, l.rate, l.result FROM assistance_lines l
            JOIN assistance_quarters q ON q.id = l.quarter_id
            JOIN family_components c ON c.id = l.component_id
            WHERE q.enrolment_id = :enrolment AND q.label = :label ORDER BY l.ordinal
            """)
        .param("enrolment", enrolment)
        .param("label", quarter.label())
        .query(AssistanceYears::line)
        .list();
  }

  private static QuarterlyAmount.Line line(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new QuarterlyAmount.Line(
        new FamilyComponent(
            row.id("id"),
            row.choice("component", AssistanceComponent.class),
            row.id("person_id"),
            row.text("evidence")),
        Rupiah.of(row.decimal("rate").longValueExact()),
        row.choice("result", QuarterlyAmount.Result.class));
  }
}
