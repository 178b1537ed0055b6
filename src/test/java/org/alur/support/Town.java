package org.alur.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import org.alur.casework.Sex;
import org.alur.catalogue.Field;
import org.alur.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An agency with two offices and their teams, made anew for each test, because tests share one
 * database. Names of people are made up of the town's own name, so that searches find only them.
 */
public final class Town {

  private static final AtomicInteger COUNT = new AtomicInteger();

  public final String id = "town-" + (char) ('a' + COUNT.get() % 26) + COUNT.incrementAndGet();
  public final String office = id + "-office";
  public final String otherOffice = id + "-other";
  public final String team = id + "-team";
  public final String otherTeam = id + "-other-team";
  public final String intake = id + "-ida";
  public final String colleague = id + "-joko";
  public final String lead = id + "-sari";
  public final String supervisor = id + "-budi";
  public final String stranger = id + "-wati";
  public final String head = id + "-hasan";
  public final String auditor = id + "-rina";
  public final String manager = id + "-maya";

  private final JdbcClient database;

  /** Builds the town in the database. */
  public Town(JdbcClient database) {
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
  public PersonDetails person(String firstName) {
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
  public static String freshNik() {
    return nik(
        "00",
        LocalDate.of(1950, 1, 1).plusDays(COUNT.incrementAndGet()),
        Sex.FEMALE,
        1000 + COUNT.incrementAndGet() % 8000);
  }

  /** The NIK of somebody. */
  public static String nik(String province, LocalDate birth, Sex sex, int serial) {
    int day = birth.getDayOfMonth() + (sex == Sex.FEMALE ? 40 : 0);
    return String.format(
        Locale.ROOT,
        "%s0101%02d%02d%02d%04d",
        province,
        day,
        birth.getMonthValue(),
        birth.getYear() % 100,
        serial);
  }

  /** A neighbour calls. */
  public static CaseRequest request() {
    return new CaseRequest(
        Channel.PHONE,
        Optional.of("Tetangga"),
        Optional.of("neighbour"),
        Optional.empty(),
        false,
        "Anaknya tidak sekolah.");
  }

  /** Opens a case about a new person of the town. */
  public CaseNumber aCase(Cases cases, People people) {
    var person = people.register(person("Siti"), intake);
    return cases.open(
        Field.SOCIAL_REHABILITATION, Beneficiary.person(person.id()), request(), intake);
  }

  /** All workers, and somebody who is none. */
  public List<String> everybody() {
    return List.of(
        intake, lead, colleague, supervisor, stranger, head, auditor, manager, "nobody-at-all");
  }
}
