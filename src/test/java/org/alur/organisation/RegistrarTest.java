package org.alur.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.alur.organisation.ImportReport.Outcome;
import org.alur.support.AlurTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class RegistrarTest {

  private static final String WORKER_COLUMNS =
      "userId,fullName,officeId,roles,teams,strNumber,strValidUntil,sippsNumber,sippsValidUntil,"
          + "skills,languages,districts,active\n";

  private final Registrar registrar;
  private final RegionRegister regions;
  private final AgencyRegister agencies;
  private final OfficeRegister offices;
  private final TeamRegister teams;
  private final WorkerRegister workers;
  private final JdbcClient jdbc;

  @Autowired
  RegistrarTest(
      Registrar registrar,
      RegionRegister regions,
      AgencyRegister agencies,
      OfficeRegister offices,
      TeamRegister teams,
      WorkerRegister workers,
      JdbcClient jdbc) {
    this.registrar = registrar;
    this.regions = regions;
    this.agencies = agencies;
    this.offices = offices;
    this.teams = teams;
    this.workers = workers;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void an_office_with_two_teams() {
    load(regions, "code,name,active\n00,Provinsi Contoh,\n00.71,Kota Uji,\n");
    load(agencies, "id,name,regionCode,active\ndinas-uji,Dinas Sosial Uji,00.71,\n");
    load(
        offices,
        """
        id,agencyId,name,regionCode,timeZone,active
        uji-utara,dinas-uji,Kantor Uji Utara,00.71,WITA,
        uji-selatan,dinas-uji,Kantor Uji Selatan,00.71,WIB,
        """);
    load(
        teams,
        """
        id,officeId,name,supervisor,active
        uji-anak,uji-utara,Tim Anak,,
        uji-lansia,uji-selatan,Tim Lansia,,
        """);
    load(workers, WORKER_COLUMNS + "uji-1,Uji Satu,uji-utara,supervisor,uji-anak,,,,,,id,,\n");
  }

  private <E, T> ImportReport load(Register<E, T> register, String csv) {
    return registrar.load(register, new StringReader(csv), false);
  }

  private <E, T> ImportReport dryRun(Register<E, T> register, String csv) {
    return registrar.load(register, new StringReader(csv), true);
  }

  private static String findingOf(ImportReport report) {
    return report.lines().get(0).findings().get(0).message();
  }

  @Test
  void a_dry_run_says_what_would_happen_and_stores_nothing() {
    var csv = "code,name,active\n00.99,Kabupaten Baru,\n00.99.01,Kecamatan Baru,\n";

    var report = dryRun(regions, csv);

    assertThat(report.stored()).isFalse();
    assertThat(report.lines())
        .extracting(ImportReport.Line::outcome)
        .containsExactly(Outcome.CREATED, Outcome.CREATED);
    assertThat(regions.find("00.99")).isEmpty();
  }

  @Test
  void an_import_with_one_bad_line_stores_nothing() {
    var report = load(regions, "code,name,active\n00.98,Kabupaten Lain,\n9,Salah,\n");

    assertThat(report.stored()).isFalse();
    assertThat(report.lines().get(1).line()).isEqualTo(3);
    assertThat(report.lines().get(1).findings().get(0).message()).contains("'9' is no region code");
    assertThat(regions.find("00.98")).isEmpty();
  }

  @Test
  void importing_the_same_file_again_changes_nothing() {
    var csv = WORKER_COLUMNS + "uji-1,Uji Satu,uji-utara,supervisor,uji-anak,,,,,,id,,\n";

    assertThat(load(workers, csv).lines())
        .extracting(ImportReport.Line::outcome)
        .containsExactly(Outcome.UNCHANGED);
  }

  @Test
  void a_file_of_a_spreadsheet_with_semicolons_and_a_byte_order_mark_is_read() {
    var csv = "\uFEFFcode;name;active\n00.97;\"Kabupaten; Jauh\";true\n\n";

    assertThat(dryRun(regions, csv).lines())
        .extracting(ImportReport.Line::outcome)
        .containsExactly(Outcome.CREATED);
  }

  @ParameterizedTest
  @CsvSource({"'=cmd|x'", "+1", "-1", "@SUM(A1)"})
  void a_cell_that_a_spreadsheet_would_run_is_refused(String name) {
    assertThat(findingOf(dryRun(regions, "code,name,active\n00.96," + name + ",\n")))
        .contains("a spreadsheet would run as a formula");
  }

  @Test
  void an_id_that_stands_twice_in_a_file_is_refused() {
    var report = dryRun(regions, "code,name,active\n00.95,A,\n00.95,B,\n");

    assertThat(report.lines().get(1).findings().get(0).message())
        .isEqualTo("Line 2 already has '00.95'; keep one of the two lines.");
  }

  @Test
  void a_file_with_other_columns_is_refused() {
    assertThatThrownBy(() -> load(regions, "code,title\n00,x\n"))
        .hasMessageContaining("The first line has to name these columns");
  }

  @Test
  void a_line_with_a_missing_cell_is_refused() {
    assertThatThrownBy(() -> load(regions, "code,name,active\n00.94\n"))
        .hasMessageContaining("Line 2 has 1 cells, but there are 3 columns");
  }

  @Test
  void an_empty_file_and_an_unclosed_quotation_are_refused() {
    assertThatThrownBy(() -> load(regions, "")).hasMessageContaining("The file is empty");
    assertThatThrownBy(() -> load(regions, "code,name,active\n00.93,\"x,\n"))
        .hasMessageContaining("quotation mark");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Uji,Uji,uji-utara,caseworker,,,,,,,,,; small letters, digits, dots and hyphens",
        "uji,,uji-utara,caseworker,,,,,,,,,; Enter a value for fullName",
        "uji,Uji,nowhere,caseworker,,,,,,,,,; There is no active office 'nowhere'",
        "uji,Uji,uji-utara,casworker,,,,,,,,,; 'casworker' is no value of roles",
        "uji,Uji,uji-utara,,,,,,,,,,; at least one role",
        "uji,Uji,uji-utara,caseworker,uji-lansia,,,,,,,,; belongs to office 'uji-selatan'",
        "uji,Uji,uji-utara,caseworker,nobody,,,,,,,,; There is no active team 'nobody'",
        "uji,Uji,uji-utara,caseworker,,S-1,,,,,,,; Enter the last day",
        "uji,Uji,uji-utara,caseworker,,S-1,30/06/2027,,,,,,; is a day such as 2027-06-30",
        "uji,Uji,uji-utara,caseworker,,,2027-06-30,,,,,,; Enter the number of the licence",
        "uji,Uji,uji-utara,caseworker,,,,,,,,11.11,; There is no active region '11.11'",
        "uji,Uji,uji-utara,caseworker,,,,,,,,,maybe; active is true or false",
      })
  void a_wrong_worker_is_refused_with_a_sentence(String line, String sentence) {
    assertThat(findingOf(dryRun(workers, WORKER_COLUMNS + line + "\n"))).contains(sentence);
  }

  @Test
  void a_licence_number_belongs_to_one_worker() {
    var one = "uji-2,Uji Dua,uji-utara,caseworker,uji-anak,S-22,2030-01-31,,,,,,\n";
    var other = "uji-3,Uji Tiga,uji-utara,caseworker,uji-anak,S-22,2030-01-31,,,,,,\n";

    var report = dryRun(workers, WORKER_COLUMNS + one + other);

    assertThat(report.lines().get(1).findings().get(0).message())
        .contains("belongs to worker 'uji-2' already");
  }

  @Test
  void only_a_supervisor_supervises_and_cannot_leave_before_another_is_named() {
    load(workers, WORKER_COLUMNS + "uji-4,Uji Empat,uji-utara,caseworker,,,,,,,,,\n");
    assertThat(findingOf(dryRun(teams, team("uji-anak", "uji-4"))))
        .contains("'uji-4' is no active worker with the role supervisor");

    load(teams, team("uji-anak", "uji-1"));
    assertThatThrownBy(() -> registrar.retire(workers, "uji-1"))
        .hasMessageContaining("'uji-1' supervises team 'uji-anak'");
    load(teams, team("uji-anak", ""));
  }

  private static String team(String id, String supervisor) {
    return "id,officeId,name,supervisor,active\n%s,uji-utara,Tim Anak,%s,\n"
        .formatted(id, supervisor);
  }

  @Test
  void a_team_is_not_called_like_a_role() {
    assertThat(findingOf(dryRun(teams, team("caseworker", "")))).contains("is the name of a role");
  }

  @Test
  void nothing_in_use_is_taken_out_of_use() {
    assertThatThrownBy(() -> registrar.retire(agencies, "dinas-uji"))
        .hasMessageContaining("Office 'uji-selatan' still belongs to it");
    assertThatThrownBy(() -> registrar.retire(offices, "uji-utara"))
        .hasMessageContaining("Team 'uji-anak' still belongs to it")
        .hasMessageContaining("Worker 'uji-1' still works there");
    assertThatThrownBy(() -> registrar.retire(teams, "uji-anak"))
        .hasMessageContaining("Worker 'uji-1' still belongs to it");
  }

  @Test
  void a_worker_is_entered_changed_and_taken_out_of_use() {
    load(workers, WORKER_COLUMNS + "uji-5,Uji Lima,uji-utara,caseworker,uji-anak,,,,,a|b,id,,\n");
    var entry = workers.entry(registrar.existing(workers, "uji-5"));
    assertThat(entry.skills()).containsExactly("a", "b");
    assertThatThrownBy(() -> registrar.create(workers, entry))
        .hasMessageContaining("The worker 'uji-5' is there already");
    assertThatThrownBy(() -> registrar.update(workers, "uji-1", entry))
        .hasMessageContaining("cannot change to 'uji-5'");

    load(workers, WORKER_COLUMNS + "uji-5,Uji Lima,uji-selatan,clinician,uji-lansia,,,,,,id,,\n");
    assertThat(registrar.existing(workers, "uji-5"))
        .extracting(Worker::officeId, Worker::roles, Worker::teams)
        .containsExactly("uji-selatan", Set.of(Role.CLINICIAN), Set.of("uji-lansia"));

    registrar.retire(workers, "uji-5");
    assertThat(registrar.existing(workers, "uji-5").active()).isFalse();
    assertThatThrownBy(() -> registrar.retire(workers, "nobody"))
        .hasMessageContaining("There is no worker 'nobody'");
  }

  @Test
  void the_database_itself_refuses_what_code_should_not_let_through() {
    for (var sql :
        List.of(
            "UPDATE teams SET supervisor = 'uji-9' WHERE id = 'uji-anak'",
            "INSERT INTO worker_teams VALUES ('uji-1', 'uji-lansia', 'uji-utara')",
            "INSERT INTO worker_roles VALUES ('uji-1', 'BOSS')",
            "INSERT INTO regions VALUES ('00.71.01', 'x', 'VILLAGE', '00.71')",
            "INSERT INTO teams (id, office_id, name) VALUES ('caseworker', 'uji-utara', 'x')",
            "UPDATE offices SET time_zone = 'UTC'",
            "UPDATE workers SET str_number = 'x' WHERE user_id = 'uji-1'")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update())
          .as(sql)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }
}
