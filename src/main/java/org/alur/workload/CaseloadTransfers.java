package org.alur.workload;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Row;
import org.alur.forms.ActionForms;
import org.alur.forms.SubmissionRefused;
import org.alur.organisation.Explained.Reason;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands the caseload of somebody over who leaves or is away for long: all cases that were confirmed
 * or none. Each case goes through the form of a single transfer, so that it is filed, agreed to and
 * accepted like any other; until then nothing changes about who leads it.
 */
@Component
class CaseloadTransfers {

  private static final String FORM = "request-transfer";

  private static final int LONGEST_REASON = 2000;

  /**
   * What is confirmed.
   *
   * @param reason why the whole caseload goes
   * @param version of the preview that was seen
   */
  record Confirmation(
      @Nullable String reason, @Nullable String version, @Nullable List<Chosen> cases) {

    List<Chosen> chosen() {
      return cases == null ? List.of() : cases;
    }
  }

  /**
   * One case, and who is to get it.
   *
   * @param summary what the next caseworker has to know
   */
  record Chosen(@Nullable String number, @Nullable String toUser, @Nullable String summary) {}

  /** A caseload that was handed over, and how far that is. */
  record Progress(
      UUID id,
      String from,
      String reason,
      String requestedBy,
      Instant requestedAt,
      int all,
      int accepted,
      int open,
      int stayed) {}

  /**
   * Somebody whose cases the viewer may give away.
   *
   * @param cases how many
   * @param underWay how many of them are being handed over already
   * @param caseload what all cases weigh that the person leads
   */
  record Carrier(
      String userId,
      String name,
      boolean active,
      boolean absent,
      int cases,
      int underWay,
      BigDecimal caseload) {}

  /** The cases of one lead in one team that are all sealed or all not; one stands for all. */
  private record Share(String lead, CaseNumber one, int cases, int underWay) {

    Share plus(Share other) {
      return new Share(lead, one, cases + other.cases(), underWay + other.underWay());
    }
  }

  private final JdbcClient jdbc;
  private final CaseloadPlans plans;
  private final Caseloads caseloads;
  private final CaseTransfers transfers;
  private final CaseSupervisors supervisors;
  private final Deputies deputies;
  private final Workers workers;
  private final ActionForms forms;
  private final Clock clock;

  CaseloadTransfers(
      JdbcClient jdbc,
      CaseloadPlans plans,
      Caseloads caseloads,
      CaseTransfers transfers,
      CaseSupervisors supervisors,
      Deputies deputies,
      Workers workers,
      ActionForms forms,
      Clock clock) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.caseloads = caseloads;
    this.transfers = transfers;
    this.supervisors = supervisors;
    this.deputies = deputies;
    this.workers = workers;
    this.forms = forms;
    this.clock = clock;
  }

  /** Whose cases the viewer may give away, by name. */
  List<Carrier> carriers(String viewer) {
    return jdbc
        .sql(
            """
            SELECT c.lead, min(c.number) AS one, count(*) AS cases, count(t.id) AS under_way
            FROM cases c
              LEFT JOIN case_transfers t ON t.case_number = c.number AND t.status = 'OPEN'
            WHERE c.state = 'OPEN' AND c.lead IS NOT NULL AND c.lead <> :viewer
            GROUP BY c.lead, c.team_id, c.office_id, c.sealed
            """)
        .param("viewer", viewer)
        .query(
            (row, index) ->
                new Share(
                    row.getString("lead"),
                    new CaseNumber(row.getString("one")),
                    row.getInt("cases"),
                    row.getInt("under_way")))
        .list()
        .stream()
        .filter(share -> supervisors.mayGiveAway(viewer, share.one()))
        .collect(toMap(Share::lead, share -> share, Share::plus))
        .values()
        .stream()
        .flatMap(share -> workers.find(share.lead()).stream().map(who -> carrier(who, share)))
        .sorted(comparing(Carrier::name).thenComparing(Carrier::userId))
        .toList();
  }

  private Carrier carrier(Worker worker, Share share) {
    return new Carrier(
        worker.userId(),
        worker.fullName(),
        worker.active(),
        deputies.isAbsent(worker.userId()),
        share.cases(),
        share.underWay(),
        caseloads.of(worker.userId()));
  }

  /**
   * What would become of somebody's cases.
   *
   * @throws CaseloadTransferRefused if the viewer may give none of them away
   */
  CaseloadPreview preview(String lead, String viewer) {
    var preview = plans.of(lead, viewer);
    if (preview.rows().isEmpty()) {
      throw new CaseloadTransferRefused(
          Reason.NOT_FOUND,
          "None of the open cases of this caseworker are yours to hand over. Choose somebody of your"
              + " list.");
    }
    return preview;
  }

  /**
   * Asks for the transfer of the cases that were chosen: all of them or none.
   *
   * @throws CaseloadTransferRefused if something is missing, or has changed since the preview
   */
  @Transactional
  UUID request(String lead, Confirmation confirmation, String by) {
    // A second confirmation of the same caseload waits here, and then finds the cases under way.
    caseloads.lock(lead);
    var preview = preview(lead, by);
    if (!preview.version().equals(confirmation.version())) {
      throw new CaseloadTransferRefused(
          Reason.CONFLICT,
          "Something has changed since you saw this preview: a case, a caseload or somebody's"
              + " availability. Nothing was handed over. Look at the preview again.");
    }
    var reason = text(confirmation.reason(), LONGEST_REASON, "Say why the caseload goes to others");
    check(preview, confirmation.chosen());
    return file(lead, reason, confirmation.chosen(), by);
  }

  private static void check(CaseloadPreview preview, List<Chosen> chosen) {
    if (chosen.isEmpty()) {
      throw invalid("Choose somebody for at least one case.");
    }
    var seen = new HashSet<String>();
    var given = new TreeMap<String, BigDecimal>();
    for (var each : chosen) {
      var number = String.valueOf(each.number());
      var row =
          preview
              .row(number)
              .orElseThrow(
                  () -> invalid("%s is not among the cases of this preview.".formatted(number)));
      if (!seen.add(number)) {
        throw invalid("%s is named twice; name it once.".formatted(number));
      }
      if (row.underWay()) {
        throw invalid("%s is being handed over already; leave it out.".formatted(number));
      }
      var to =
          row.choice(String.valueOf(each.toUser()))
              .orElseThrow(
                  () ->
                      invalid(
                          "%s: choose somebody of the list who can take it, or leave it where it is."
                              .formatted(number)));
      text(each.summary(), 4000, number + ": say what the next caseworker has to know");
      var load =
          given.merge(
              to.userId(), row.weight().add(to.caseload()), (sum, more) -> sum.add(row.weight()));
      if (load.compareTo(preview.most()) > 0) {
        throw invalid(
            "%s cannot take all that: with %s the caseload would weigh %s, more than %s. Choose somebody else for one of the cases."
                .formatted(to.name(), number, plain(load), plain(preview.most())));
      }
    }
  }

  private UUID file(String lead, String reason, List<Chosen> chosen, String by) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO caseload_transfers (id, from_user, reason, requested_by, requested_at)
            VALUES (:id, :from, :reason, :by, :now)
            """)
        .param("id", id)
        .param("from", lead)
        .param("reason", reason)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .update();
    chosen.stream()
        // Always in the same order, so that no two wait for each other.
        .sorted(
            (one, other) -> String.valueOf(one.number()).compareTo(String.valueOf(other.number())))
        .forEach(each -> handOver(id, each, reason));
    return id;
  }

  private void handOver(UUID id, Chosen chosen, String reason) {
    var number = String.valueOf(chosen.number());
    try {
      forms.submit(
          number,
          FORM,
          Map.of(
              "toUser", String.valueOf(chosen.toUser()),
              "reason", reason,
              "summary", String.valueOf(chosen.summary())));
    } catch (SubmissionRefused refused) {
      throw new CaseloadTransferRefused(
          refused.reason(),
          "Nothing was handed over. %s: %s".formatted(number, refused.sentence()));
    }
    jdbc.sql("INSERT INTO caseload_transfer_cases VALUES (:transfer, :caseload)")
        .param("transfer", transfers.open(new CaseNumber(number)).orElseThrow().id())
        .param("caseload", id)
        .update();
  }

  private static String text(@Nullable String text, int longest, String otherwise) {
    if (text == null || text.isBlank() || text.length() > longest) {
      throw invalid("%s, in at most %d characters.".formatted(otherwise, longest));
    }
    return text;
  }

  private static CaseloadTransferRefused invalid(String sentence) {
    return new CaseloadTransferRefused(Reason.INVALID, sentence);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** How far the caseloads are that the viewer, the viewer's office or agency handed over. */
  List<Progress> progress(String viewer) {
    return jdbc.sql(
            """
            SELECT t.id, t.reason, t.requested_at, f.full_name AS from_name,
              b.full_name AS by_name, count(*) AS cases,
              count(*) FILTER (WHERE c.status = 'DONE') AS accepted,
              count(*) FILTER (WHERE c.status = 'OPEN') AS open,
              count(*) FILTER (WHERE c.status = 'DROPPED') AS stayed
            FROM caseload_transfers t
              JOIN workers f ON f.user_id = t.from_user
              JOIN workers b ON b.user_id = t.requested_by
              JOIN workers v ON v.user_id = :viewer
              JOIN offices fo ON fo.id = f.office_id
              JOIN offices vo ON vo.id = v.office_id
              JOIN caseload_transfer_cases l ON l.caseload_transfer_id = t.id
              JOIN case_transfers c ON c.id = l.transfer_id
            WHERE t.requested_by = :viewer
              OR v.office_id = f.office_id
              OR (vo.agency_id = fo.agency_id AND EXISTS (SELECT FROM worker_roles r
                WHERE r.user_id = v.user_id AND r.role = 'AGENCY_HEAD'))
            GROUP BY t.id, f.user_id, b.user_id
            ORDER BY t.requested_at DESC LIMIT 50
            """)
        .param("viewer", viewer)
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new Progress(
                  row.id("id"),
                  row.text("from_name"),
                  row.text("reason"),
                  row.text("by_name"),
                  row.instant("requested_at"),
                  columns.getInt("cases"),
                  columns.getInt("accepted"),
                  columns.getInt("open"),
                  columns.getInt("stayed"));
            })
        .list();
  }
}
