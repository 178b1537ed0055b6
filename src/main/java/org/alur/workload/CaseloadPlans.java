package org.alur.workload;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Case;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.WesternIndonesia;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.alur.workload.CaseloadPreview.Row;
import org.alur.workload.LeadChoice.Ranked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proposes who gets which case of a caseload, by the rules that assign a single case: the team
 * first, then the agency; within the soft limit first, then up to the hard one. Cases that were
 * proposed to somebody count when the next one is proposed; the heaviest are placed first.
 */
@Component
class CaseloadPlans {

  private final JdbcClient jdbc;
  private final Cases cases;
  private final Workers workers;
  private final Candidates candidates;
  private final Caseloads caseloads;
  private final CaseloadDecisions ratings;
  private final CaseAssignments assignments;
  private final CaseSupervisors supervisors;
  private final CaseTransfers transfers;

  CaseloadPlans(
      JdbcClient jdbc,
      Cases cases,
      Workers workers,
      Candidates candidates,
      Caseloads caseloads,
      CaseloadDecisions ratings,
      CaseAssignments assignments,
      CaseSupervisors supervisors,
      CaseTransfers transfers) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.workers = workers;
    this.candidates = candidates;
    this.caseloads = caseloads;
    this.ratings = ratings;
    this.assignments = assignments;
    this.supervisors = supervisors;
    this.transfers = transfers;
  }

  /** What would become of somebody's cases, as far as the viewer may give them away. */
  CaseloadPreview of(String lead, String viewer) {
    var all = casesOf(lead);
    var limits = caseloads.limits();
    var planned = new HashMap<String, BigDecimal>();
    var rows =
        all.stream()
            .filter(number -> supervisors.mayGiveAway(viewer, number))
            .map(cases::get)
            .sorted(heaviestFirst())
            .map(found -> row(found, lead, limits, planned))
            .toList();
    return new CaseloadPreview(
        lead,
        workers.find(lead).map(Worker::fullName).orElse(lead),
        rows,
        all.size() - rows.size(),
        limits.hard(),
        version(rows));
  }

  private List<CaseNumber> casesOf(String lead) {
    return jdbc
        .sql("SELECT number FROM cases WHERE lead = :lead AND state = 'OPEN'")
        .param("lead", lead)
        .query(String.class)
        .list()
        .stream()
        .map(CaseNumber::new)
        .toList();
  }

  private Comparator<Case> heaviestFirst() {
    return comparing((Case found) -> caseloads.weightOf(found.riskLevel()))
        .reversed()
        .thenComparing(found -> found.number().value());
  }

  private Row row(
      Case found, String lead, Caseloads.Limits limits, Map<String, BigDecimal> planned) {
    var number = found.number();
    var needs = candidates.needsOf(number);
    var underWay = transfers.open(number).isPresent();
    var proposal =
        underWay
            ? new Proposal(Optional.empty(), "It is being handed over already.")
            : proposal(needs, others(number, needs, lead, planned), limits);
    proposal.user().ifPresent(user -> planned.merge(user, needs.weight(), BigDecimal::add));
    return new Row(
        number,
        found.stage(),
        found.riskLevel(),
        needs.weight(),
        found.sealed(),
        underWay,
        proposal.user(),
        proposal.why(),
        assignments.choices(number),
        summary(found));
  }

  private List<Candidate> others(
      CaseNumber number, CaseNeeds needs, String lead, Map<String, BigDecimal> planned) {
    return candidates.ofAgency(number, needs).stream()
        .filter(candidate -> !candidate.userId().equals(lead))
        .map(
            candidate ->
                candidate.carrying(planned.getOrDefault(candidate.userId(), BigDecimal.ZERO)))
        .toList();
  }

  /**
   * What the rules say to one case.
   *
   * @param user empty if nobody can take it
   */
  private record Proposal(Optional<String> user, String why) {}

  private Proposal proposal(CaseNeeds needs, List<Candidate> agency, Caseloads.Limits limits) {
    var team = new ArrayList<>(agency);
    team.removeIf(candidate -> !isInTeam(candidate, needs));
    return within(needs, team, limits, limits.soft(), "")
        .or(
            () ->
                within(
                    needs,
                    agency,
                    limits,
                    limits.soft(),
                    "Nobody of the team has room. Of the agency: "))
        .or(
            () ->
                within(
                    needs,
                    agency,
                    limits,
                    limits.hard(),
                    "Only beyond the soft limit of %s: "
                        .formatted(limits.soft().stripTrailingZeros().toPlainString())))
        .orElseGet(
            () ->
                new Proposal(
                    Optional.empty(),
                    "Nobody of the agency can take this case now: %d considered, all with an obstacle. It stays where it is."
                        .formatted(agency.size())));
  }

  private boolean isInTeam(Candidate candidate, CaseNeeds needs) {
    return workers
        .find(candidate.userId())
        .filter(worker -> needs.team().filter(worker::isIn).isPresent())
        .isPresent();
  }

  private Optional<Proposal> within(
      CaseNeeds needs,
      List<Candidate> from,
      Caseloads.Limits limits,
      BigDecimal most,
      String before) {
    var ranked = new LeadChoice(ratings, needs.weight(), limits.soft(), most).rank(from);
    return LeadChoice.best(ranked)
        .map(best -> new Proposal(Optional.of(best.userId()), before + why(ranked)));
  }

  private static String why(List<Ranked> ranked) {
    return ranked.stream().filter(Ranked::isPossible).count() == 1
        ? "The only caseworker who can take the case now."
        : ChoiceInWords.of(ranked);
  }

  /** Facts for the supervisor to go on from. */
  private static String summary(Case found) {
    return "In %s since %s. Risk: %s."
        .formatted(
            words(found.stage().name()),
            LocalDate.ofInstant(found.stageEnteredAt(), WesternIndonesia.ZONE),
            found.riskLevel().map(level -> words(level.name())).orElse("not assessed yet"));
  }

  private static String words(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String version(List<Row> rows) {
    var facts = new StringBuilder();
    for (var row : rows) {
      facts
          .append(row.number())
          .append(row.weight().stripTrailingZeros())
          .append(row.sealed())
          .append(row.underWay())
          .append(row.proposed())
          .append(row.choices().stream().map(CaseAssignments.Choice::userId).sorted().toList());
    }
    return UUID.nameUUIDFromBytes(facts.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
