package org.alur.workload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.alur.casework.Beneficiary;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseRequest;
import org.alur.casework.Cases;
import org.alur.casework.Channel;
import org.alur.casework.People;
import org.alur.casework.PersonDetails;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.casework.RiskScores;
import org.alur.catalogue.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A team of its own for each test, with as many caseworkers as the test wants. */
@Component
class OneTeam {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final JdbcClient jdbc;
  private final Cases cases;
  private final People people;
  private final RiskAssessments risks;

  private String id = "";

  OneTeam(JdbcClient jdbc, Cases cases, People people, RiskAssessments risks) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.people = people;
    this.risks = risks;
  }

  /** Begins a new one, with an intake officer and a supervisor. */
  String begin() {
    id = "fair" + COUNT.incrementAndGet();
    run(
        "INSERT INTO regions (code, name, level) VALUES ('00', 'Demo', 'PROVINCE')"
            + " ON CONFLICT DO NOTHING");
    run("INSERT INTO regions VALUES ('00.07', 'Demo', 'REGENCY', '00') ON CONFLICT DO NOTHING");
    run("INSERT INTO agencies (id, name, region_code) VALUES ('%s', 'Dinas', '00')", id);
    run(
        "INSERT INTO offices (id, agency_id, name, region_code, time_zone)"
            + " VALUES ('%1$s-office', '%1$s', 'Kantor', '00', 'WIB')",
        id);
    run(
        "INSERT INTO teams (id, office_id, name) VALUES ('%1$s-team', '%1$s-office', 'Tim Uji')",
        id);
    worker("ida", "INTAKE_OFFICER");
    worker("budi", "SUPERVISOR");
    run("UPDATE teams SET supervisor = '%1$s-budi' WHERE id = '%1$s-team'", id);
    return id + "-team";
  }

  /** The user id of somebody of this team. */
  String user(String name) {
    return id + "-" + name;
  }

  private void worker(String name, String role) {
    run(
        "INSERT INTO workers (user_id, full_name, office_id, str_number, str_valid_until)"
            + " VALUES ('%1$s-%2$s', 'Pekerja %2$s', '%1$s-office', 'STR-%1$s-%2$s', '2099-12-31')",
        id, name);
    run("INSERT INTO worker_roles VALUES ('%s-%s', '%s')", id, name, role);
    run("INSERT INTO worker_teams VALUES ('%1$s-%2$s', '%1$s-team', '%1$s-office')", id, name);
  }

  /** Who heads the agency of the team. */
  String head() {
    worker("hasan", "AGENCY_HEAD");
    return user("hasan");
  }

  /** A caseworker with a licence in another office of the agency, who speaks Indonesian. */
  String caseworkerElsewhere(String name) {
    run(
        "INSERT INTO offices (id, agency_id, name, region_code, time_zone)"
            + " VALUES ('%1$s-far-office', '%1$s', 'Kantor Jauh', '00', 'WIB')",
        id);
    run(
        "INSERT INTO teams (id, office_id, name) VALUES ('%1$s-far', '%1$s-far-office', 'Tim Jauh')",
        id);
    caseworker(name);
    run("DELETE FROM worker_teams WHERE user_id = '%s'", user(name));
    run("UPDATE workers SET office_id = '%s-far-office' WHERE user_id = '%s'", id, user(name));
    run("INSERT INTO worker_teams VALUES ('%2$s', '%1$s-far', '%1$s-far-office')", id, user(name));
    return user(name);
  }

  /** A caseworker with a licence, who speaks Indonesian. */
  String caseworker(String name) {
    worker(name, "CASEWORKER");
    run("UPDATE workers SET languages = '{id}' WHERE user_id = '%s-%s'", id, name);
    return user(name);
  }

  /** A caseworker who leads cases of this weight already. */
  String caseworker(String name, int load) {
    var user = caseworker(name);
    for (int i = 0; i < load; i++) {
      cases.assignLead(aCase(), user, user("ida"));
    }
    return user;
  }

  /** A case of medium risk about a grown-up, of the team, which nobody leads. */
  CaseNumber aCase() {
    return aCase(Map.of("birthDate", "1990-05-05"));
  }

  /** A case of medium risk about somebody with these details, which nobody leads. */
  CaseNumber aCase(Map<String, Object> details) {
    return aCase(RiskLevel.MEDIUM, details);
  }

  CaseNumber aCase(RiskLevel level, Map<String, Object> details) {
    var who = new HashMap<>(details);
    who.put("fullName", "Warga " + COUNT.incrementAndGet());
    var person = people.register(PersonDetails.from(who), user("ida"));
    var number =
        cases.open(
            Field.SOCIAL_REHABILITATION,
            Beneficiary.person(person.id()),
            new CaseRequest(
                Channel.WALK_IN, Optional.empty(), Optional.empty(), Optional.empty(), true, "-"),
            user("ida"));
    risks.assess(
        number, new RiskScores(1, 1, 1, 1, 0, 0), List.of(), level, user("ida"), Optional.empty());
    return number;
  }

  /** Runs a statement on the database. */
  @SuppressWarnings("AnnotateFormatMethod") // Only tests write the statements.
  void run(String sql, Object... arguments) {
    jdbc.sql(sql.formatted(arguments)).update();
  }
}
