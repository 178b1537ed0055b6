package org.alur.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.alur.catalogue.Field;
import org.alur.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An agency with two offices and their teams, made anew for each test, because tests share one
 * database. Names of people are made up of the town's own name, so that searches find only them.
 */
final class Town {

  private static final AtomicInteger COUNT = new AtomicInteger();

  final String id = "town-" + (char) ('a' + COUNT.get() % 26) + COUNT.incrementAndGet();
  final String office = id + "-office";
  final String otherOffice = id + "-other";
  final String team = id + "-team";
  final String otherTeam = id + "-other-team";
  final String intake = id + "-ida";
  final String colleague = id + "-joko";
  final String lead = id + "-sari";
  final String supervisor = id + "-budi";
  final String stranger = id + "-wati";
  final String head = id + "-hasan";
  final String auditor = id + "-rina";
  final String manager = id + "-maya";

  private final JdbcClient database;

  Town(JdbcClient database) {
    this.database = database;
    run(
        "INSERT INTO regions (code, name, level) VALUES ('00', 'Demo', 'PROVINCE')"
            + " ON CONFLICT DO NOTHING");
    run("INSERT INTO agencies (id, name, region_code) VALUES ('" + id + "', 'Dinas', '00')");
    office(office);
    office(otherOffice);
    team(team, office);
    team(otherTeam, otherOffice);
    worker(intake, office, Optional.of(team), Role.INTAKE_OFFICER);
    worker(lead, office, Optional.of(team), Role.CASEWORKER);
    worker(colleague, office, Optional.of(team), Role.CASEWORKER);
    worker(supervisor, office, Optional.of(team), Role.SUPERVISOR);
    worker(stranger, otherOffice, Optional.of(otherTeam), Role.CASEWORKER);
    worker(head, otherOffice, Optional.empty(), Role.AGENCY_HEAD);
    worker(auditor, otherOffice, Optional.empty(), Role.AUDITOR);
    worker(manager, office, Optional.of(team), Role.MANAGER);
    run("UPDATE teams SET supervisor = '" + supervisor + "' WHERE id = '" + team + "'");
  }

  private void office(String office) {
    run(
        "INSERT INTO offices (id, agency_id, name, region_code, time_zone) VALUES ('%s', '%s', 'Kantor', '00', 'WIB')"
            .formatted(office, id));
  }

  private void team(String team, String office) {
    run(
        "INSERT INTO teams (id, office_id, name) VALUES ('%s', '%s', 'Tim')"
            .formatted(team, office));
  }

  private void worker(String user, String office, Optional<String> team, Role role) {
    run(
        "INSERT INTO workers (user_id, full_name, office_id) VALUES ('%s', 'Worker %s', '%s')"
            .formatted(user, user, office));
    run("INSERT INTO worker_roles VALUES ('%s', '%s')".formatted(user, role.name()));
    team.ifPresent(
        name ->
            run(
                "INSERT INTO worker_teams VALUES ('%s', '%s', '%s')"
                    .formatted(user, name, office)));
  }

  private void run(String sql) {
    database.sql(sql).update();
  }

  /** A woman of the town, born in 1990. */
  PersonDetails person(String firstName) {
    return PersonDetails.from(
        Map.of(
            "fullName",
            firstName + " " + id,
            "birthDate",
            "1990-05-05",
            "sex",
            "FEMALE",
            "village",
            "Desa " + id));
  }

  /** A NIK that nobody else has. */
  static String freshNik() {
    return NikTest.nik(
        "00",
        LocalDate.of(1950, 1, 1).plusDays(COUNT.incrementAndGet()),
        Sex.FEMALE,
        1000 + COUNT.incrementAndGet() % 8000);
  }

  static CaseRequest request() {
    return new CaseRequest(
        Channel.PHONE,
        Optional.of("Tetangga"),
        Optional.of("neighbour"),
        Optional.empty(),
        false,
        "Anaknya tidak sekolah.");
  }

  /** Opens a case about a new person of the town. */
  CaseNumber aCase(Cases cases, People people) {
    var person = people.register(person("Siti"), intake);
    return cases.open(
        Field.SOCIAL_REHABILITATION, Beneficiary.person(person.id()), request(), intake);
  }

  List<String> everybody() {
    return List.of(
        intake, lead, colleague, supervisor, stranger, head, auditor, manager, "nobody-at-all");
  }
}
