package org.alur.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.alur.support.AlurTest;
import org.alur.support.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@AlurTest
class OrganisationApiTest {

  private static final String OFFICE =
      """
      {"id": "contoh-barat", "agencyId": "dinsos-contoh", "name": "Kantor %s",
       "regionCode": "00.01.01", "timeZone": "WIT"}
      """;

  @LocalServerPort int port;
  private Visitor admin;

  @BeforeEach
  void an_administrator_comes() {
    admin = Visitor.program(port, "admin", "admin");
  }

  private HttpResponse<String> load(String kind, String csv, boolean dryRun) {
    return admin.send(
        "POST", "/api/organisation/" + kind + "/import?dryRun=" + dryRun, "text/csv", csv);
  }

  @ParameterizedTest
  @ValueSource(strings = {"regions", "agencies", "offices", "teams", "workers", "holidays"})
  void only_an_administrator_sees_or_changes_the_organisation(String kind) {
    var address = "/api/organisation/" + kind;

    assertThat(Visitor.stranger(port).get(address).statusCode()).isEqualTo(401);
    assertThat(admin.get(address).statusCode()).isEqualTo(200);
    for (var user : new String[] {"sari", "budi", "maya", "agus", "rina"}) {
      var visitor = Visitor.program(port, user, user);
      assertThat(visitor.get(address).statusCode()).as(user).isEqualTo(403);
      assertThat(visitor.send("POST", address, "{}").statusCode()).as(user).isEqualTo(403);
      assertThat(visitor.send("POST", address + "/import", "text/csv", "id\nx\n").statusCode())
          .as(user)
          .isEqualTo(403);
    }
    assertThat(Visitor.program(port, "sari", "sari").get(address).body())
        .contains("Only an administrator keeps the organisation");
  }

  @Test
  void an_office_is_entered_changed_and_taken_out_of_use() {
    var address = "/api/organisation/offices";

    assertThat(admin.send("POST", address, OFFICE.formatted("Barat")).statusCode()).isEqualTo(201);
    assertThat(admin.send("POST", address, OFFICE.formatted("Barat")).statusCode()).isEqualTo(409);
    assertThat(admin.send("PUT", address + "/contoh-barat", OFFICE.formatted("Jauh")).body())
        .contains("Kantor Jauh")
        .contains("\"timeZone\":\"WIT\"");
    assertThat(admin.send("DELETE", address + "/contoh-barat", "").statusCode()).isEqualTo(204);
    assertThat(admin.get(address + "/contoh-barat").body()).contains("\"active\":false");
    assertThat(admin.get(address + "/contoh-timur").statusCode()).isEqualTo(404);
  }

  @Test
  void what_is_wrong_is_said_in_sentences() {
    var answer =
        admin.send(
            "POST",
            "/api/organisation/offices",
            """
            {"id": "Contoh Timur", "agencyId": "nobody", "timeZone": "UTC"}
            """);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("There is no active agency 'nobody'")
        .contains("'UTC' is no value of timeZone; choose one of WIB, WITA, WIT.")
        .contains("Enter a value for name.")
        .contains("\"findings\"");
    assertThat(admin.send("POST", "/api/organisation/offices", "{\"id\": ").statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_file_of_workers_becomes_users_who_log_in_once_they_have_a_password() {
    var csv =
        """
        userId,fullName,officeId,roles,teams,strNumber,strValidUntil,sippsNumber,sippsValidUntil,skills,languages,districts,active
        cahya,Cahya Uji,contoh-utara,volunteer,tim-utara,,,,,,id,,
        """;

    assertThat(load("workers", csv, true).body()).contains("CREATED").contains("\"stored\":false");
    assertThat(admin.get("/api/organisation/workers/cahya").statusCode()).isEqualTo(404);
    var stored = load("workers", csv, false);
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
    assertThat(load("workers", csv, false).body()).contains("UNCHANGED");
    assertThat(admin.get("/engine-rest/group?maxResults=10&member=cahya").body())
        .contains("\"tim-utara\"")
        .contains("\"volunteer\"");
    admin.send("DELETE", "/api/organisation/workers/cahya", "");
    assertThat(admin.get("/engine-rest/group?maxResults=10&member=cahya").body()).isEqualTo("[]");
  }

  @Test
  void a_user_without_a_record_is_told_that_an_administrator_has_to_add_one() {
    assertThat(Visitor.program(port, "sari", "sari").get("/api/me").body())
        .contains("\"worker\":true")
        .contains("Sari Wulandari")
        .doesNotContain("message");
    var keeper = Visitor.program(port, AlurTest.ADMINISTRATOR, AlurTest.ADMINISTRATOR_PASSWORD);
    assertThat(keeper.get("/api/me").body())
        .contains("\"worker\":false")
        .contains("Ask an administrator");
  }

  @Test
  void a_file_with_a_bad_line_is_refused_as_a_whole() {
    var answer = load("regions", "code,name,active\n00.01.09,Kecamatan Baru,\nx,y,\n", false);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"line\":3").contains("'x' is no region code");
    assertThat(admin.get("/api/organisation/regions/00.01.09").statusCode()).isEqualTo(404);
    assertThat(load("regions", "code\n00\n", false).statusCode()).isEqualTo(400);
    assertThat(
            admin
                .send("POST", "/api/organisation/regions/import", "application/json", "[]")
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void next_years_holidays_are_imported_tried_first_and_corrected() {
    var csv =
        """
        day,name,regionCode,active
        2028-02-26,Idulfitri 1449 Hijriah,,
        2028-04-29,Hari jadi Kota Contoh,00.01,
        """;

    assertThat(load("holidays", csv, true).body()).contains("CREATED").contains("\"stored\":false");
    assertThat(admin.get("/api/organisation/holidays/2028-02-26").statusCode()).isEqualTo(404);
    assertThat(load("holidays", csv, false).statusCode()).isEqualTo(200);
    assertThat(load("holidays", csv, false).body()).contains("UNCHANGED");
    assertThat(admin.get("/api/organisation/holidays/2028-04-29-00.01").body())
        .contains("\"regionCode\":\"00.01\"");
    assertThat(admin.send("DELETE", "/api/organisation/holidays/2028-02-26", "").statusCode())
        .isEqualTo(204);
    assertThat(admin.get("/api/organisation/holidays/2028-02-26").body())
        .contains("\"active\":false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30,Hari Sakti,,;day is a day such as 2027-06-30; '2026-02-30' is not.",
        "17/08/2028,Kemerdekaan,,;day is a day such as 2027-06-30",
        ",Hari Tanpa Tanggal,,;Enter the date, such as 2027-06-30; without one it is on no day.",
        "0028-08-17,Kemerdekaan,,;The year 28 is not between 2000 and 2100",
        "2028-08-17,,,;Enter a value for name.",
        "2028-08-17,Kemerdekaan,99.99,;There is no active region '99.99'",
      })
  void a_holiday_on_no_date_is_refused_with_a_sentence(String line) {
    var parts = line.split(";", 2);
    var file = load("holidays", "day,name,regionCode,active\n" + parts[0] + "\n", false);
    var cells = parts[0].split(",", -1);
    var entry =
        admin.send(
            "POST",
            "/api/organisation/holidays",
            """
            {"day": "%s", "name": "%s", "regionCode": "%s"}
            """
                .formatted(cells[0], cells[1], cells[2]));

    assertThat(file.statusCode()).isEqualTo(422);
    assertThat(file.body()).contains(parts[1]);
    assertThat(entry.statusCode()).isEqualTo(400);
    assertThat(entry.body()).contains(parts[1]);
  }

  @Test
  void a_holiday_without_any_date_or_with_one_that_is_no_text_is_refused() {
    assertThat(admin.send("POST", "/api/organisation/holidays", "{\"name\": \"Hari\"}").body())
        .contains("Enter the date");
    assertThat(
            admin
                .send("POST", "/api/organisation/holidays", "{\"day\": [], \"name\": \"Hari\"}")
                .statusCode())
        .isEqualTo(400);
  }
}
