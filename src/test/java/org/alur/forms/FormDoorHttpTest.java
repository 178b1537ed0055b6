package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.alur.casework.CaseNumber;
import org.alur.catalogue.Field;
import org.alur.support.AlurTest;
import org.alur.support.Rivals;
import org.alur.support.Visitor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The form door as Tasklist and other programs use it. */
@AlurTest
@Import(DoorFixtures.class)
@ExtendWith(OutputCaptureExtension.class)
class FormDoorHttpTest {

  private static final String PASSWORD = "Payung-Biru-3";
  private static final String PDF = "%PDF-1.7 a letter";

  @LocalServerPort int port;
  @Autowired IdentityService identity;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired ProcessEngine engine;
  @Autowired DoorFixtures.Cases cases;
  @Autowired DoorFixtures.LoggedVisits logged;
  @Autowired DoorFixtures.VisitProcess process;
  @Autowired DoorFixtures.Visits visits;

  private CaseNumber number;
  private String task;
  private Visitor sari;

  /** The two ways by which people reach the engine. */
  enum Way {
    PROGRAM("/engine-rest"),
    TASKLIST("/camunda/api/engine/engine/default");

    final String path;

    Way(String path) {
      this.path = path;
    }

    Visitor visitor(int port, String userId) {
      return this == PROGRAM
          ? Visitor.program(port, userId, PASSWORD)
          : Visitor.browser(port, userId, PASSWORD);
    }
  }

  @BeforeEach
  void a_visit_is_due() {
    user("sari", "caseworker");
    user("joko", "caseworker");
    user("ida", "intake-officer");
    number = cases.open(Field.SOCIAL_SECURITY, "ida");
    task = process.begin(number, "sari").getId();
    sari = Visitor.program(port, "sari", PASSWORD);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void a_refusal_is_answered_with_a_sentence_beside_the_field(Way way) {
    var answer = submit(way, "sari", "{\"mood\": {\"value\": \"AWFUL\"}}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    var body = Json.tree(answer.body());
    assertThat(body.path("type").asText()).isEqualTo("SubmissionRefused");
    assertThat(body.path("message").asText()).contains("NIK: ").contains("Mood: ");
    assertThat(body.path("fields").findValuesAsText("key"))
        .containsExactly("nik", "mood", "reason");
    assertThat(body.path("fields").get(0).path("key").asText()).isEqualTo("nik");
    assertThat(body.path("fields").get(0).path("label").asText()).isEqualTo("NIK");
    assertThat(body.path("fields").get(0).path("message").asText()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void a_form_is_submitted_with_rows_as_json(Way way) {
    var answer =
        submit(
            way,
            "sari",
            """
            {"nik": {"value": "0012345678900001"}, "mood": {"value": "GOOD"},
             "hours": {"value": 2, "type": "Long"},
             "members": {"value": "[{\\"name\\": \\"Anak\\"}]", "type": "Json"}}
            """);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(
            database
                .sql("select payload::text from case_records where case_number = ?")
                .param(number.value())
                .query(String.class)
                .single())
        .contains("\"hours\": 2")
        .contains("[{\"name\": \"Anak\"}]");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void a_fault_behind_a_form_is_answered_with_a_reference_and_keeps_the_draft(
      Way way, CapturedOutput log) {
    json(
        sari.send(
            "PUT",
            "/api/tasks/" + task + "/draft",
            "{\"version\": 0, \"data\": {\"mood\": \"GOOD\"}}"),
        200);
    var answer =
        withFault(
            () ->
                submit(
                    way,
                    "sari",
                    "{\"nik\": {\"value\": \"0012345678900001\"}, \"mood\": {\"value\": \"GOOD\"}}"));

    assertFault(answer, log);
    assertThat(records()).isZero();
    var form = json(sari.get("/api/tasks/" + task + "/form"), 200);
    assertThat(form.path("draft").path("data").path("mood").asText()).isEqualTo("GOOD");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void a_fault_behind_a_start_form_opens_no_case(Way way, CapturedOutput log) {
    long before = allCases();
    assertFault(
        withFault(
            () ->
                way.visitor(port, "ida")
                    .send(
                        "POST",
                        start(way),
                        "{\"variables\": {\"narrative\": {\"value\": \"Help.\"}}}")),
        log);
    assertThat(allCases()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void the_task_of_somebody_else_is_refused(Way way) {
    var answer =
        submit(
            way,
            "joko",
            "{\"nik\": {\"value\": \"0012345678900001\"}, \"mood\": {\"value\": \"GOOD\"}}");
    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 404);
    assertThat(records()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void completing_without_the_form_is_refused(Way way) {
    var answer =
        way.visitor(port, "sari").send("POST", way.path + "/task/" + task + "/complete", "{}");
    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 404);
    assertThat(records()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void a_start_form_answers_with_the_case_number(Way way) {
    var answer =
        way.visitor(port, "ida")
            .send("POST", start(way), "{\"variables\": {\"narrative\": {\"value\": \"Help.\"}}}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(cases.exists(new CaseNumber(Json.tree(answer.body()).path("businessKey").asText())))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void a_case_number_chosen_by_the_client_is_refused(Way way) {
    var answer =
        way.visitor(port, "ida")
            .send(
                "POST",
                start(way),
                """
                {"businessKey": "SS-2026-000001", "variables": {"narrative": {"value": "Help."}}}
                """);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Json.tree(answer.body()).path("message").asText()).contains("given by the server");
  }

  @Test
  void the_form_comes_with_schema_data_and_draft() {
    var form = json(sari.get("/api/tasks/" + task + "/form"), 200);
    assertThat(form.path("formId").asText()).isEqualTo("record-visit");
    assertThat(form.path("schema").path("components").isArray()).isTrue();
    assertThat(form.path("data").path("village").asText()).isEqualTo("Sukamaju");
    assertThat(form.path("data").path("caseFile").path("number").asText())
        .isEqualTo(number.value());
    assertThat(form.path("draft").isNull()).isTrue();

    var start = json(visitor("ida").get("/api/processes/social-security/start-form"), 200);
    assertThat(start.path("formId").asText()).isEqualTo("ask-for-help");
  }

  @Test
  void a_form_is_not_shown_to_those_who_may_not_see_the_task() {
    assertProblem(visitor("joko").get("/api/tasks/" + task + "/form"), 404, "not for you");
    assertProblem(sari.get("/api/processes/social-security/start-form"), 404, "may not start");
    assertThat(Visitor.stranger(port).get("/api/tasks/" + task + "/form").statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_draft_is_saved_until_another_tab_was_faster() {
    var path = "/api/tasks/" + task + "/draft";
    var saved = json(sari.send("PUT", path, "{\"version\": 0, \"data\": {\"nik\": \"x\"}}"), 200);
    assertThat(saved.path("version").asLong()).isEqualTo(1);
    assertThat(saved.path("savedAt").asText()).isNotBlank();
    assertProblem(sari.send("PUT", path, "{\"version\": 0, \"data\": {}}"), 409, "another tab");

    var form = json(sari.get("/api/tasks/" + task + "/form"), 200);
    assertThat(form.path("draft").path("version").asLong()).isEqualTo(1);
    assertThat(form.path("draft").path("data").path("nik").asText()).isEqualTo("x");

    assertThat(sari.send("DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(json(sari.get("/api/tasks/" + task + "/form"), 200).path("draft").isNull()).isTrue();
  }

  /** A page that saves every few seconds may do so while its form is submitted elsewhere. */
  @Test
  void a_draft_that_comes_while_its_task_is_completed_is_not_left_behind() throws Exception {
    var path = "/api/tasks/" + task + "/draft";
    var late =
        transaction.execute(
            status -> {
              identity.setAuthentication("sari", List.of("caseworker"));
              engine
                  .getFormService()
                  .submitTaskForm(task, Map.of("nik", "0012345678900001", "mood", "GOOD"));
              identity.clearAuthentication();
              var saving =
                  CompletableFuture.supplyAsync(
                      () -> sari.send("PUT", path, "{\"version\": 0, \"data\": {\"nik\": \"x\"}}"));
              Rivals.await(database, 1);
              return saving;
            });

    assertProblem(late.get(), 404, "no such open task");
    assertThat(
            database
                .sql("select count(*) from form_drafts where place = ?")
                .param("task:" + task)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void a_draft_holds_nothing_and_numbers_of_any_size() {
    var path = "/api/tasks/" + task + "/draft";
    assertThat(json(sari.send("PUT", path, "{}"), 200).path("version").asLong()).isEqualTo(1);
    json(
        sari.send("PUT", path, "{\"version\": 1, \"data\": {\"hours\": 12345678901234567890}}"),
        200);

    assertThat(
            json(sari.get("/api/tasks/" + task + "/form"), 200)
                .path("draft")
                .path("data")
                .path("hours")
                .bigIntegerValue())
        .isEqualTo("12345678901234567890");
  }

  @Test
  void a_broken_request_is_answered_as_a_problem() {
    assertProblem(sari.send("PUT", "/api/tasks/" + task + "/draft", "{"), 400, "cannot be read");
    assertProblem(sari.get("/api/documents/no-id"), 400, "has a value that it cannot have");
    assertProblem(sari.get("/api/nothing"), 404, "There is nothing at this address");
    assertProblem(sari.send("POST", "/api/cases/" + number + "/actions/log-visit", "{}"), 400, "");
  }

  @Test
  void a_document_is_uploaded_filed_and_downloaded_by_those_who_see_the_case() {
    var stored = json(upload(sari, "../surat dinas.exe", PDF), 201);
    var id = stored.path("id").asText();
    assertThat(stored.path("name").asText()).isEqualTo("surat dinas.exe.pdf");
    assertThat(stored.path("type").asText()).isEqualTo("application/pdf");
    assertThat(stored.path("size").asLong()).isEqualTo(PDF.length());
    assertProblem(visitor("joko").get("/api/documents/" + id), 404, "no such document");

    var answer =
        submit(
            Way.PROGRAM,
            "sari",
            """
            {"nik": {"value": "0012345678900001"}, "mood": {"value": "GOOD"},
             "papers": {"value": "[\\"%s\\"]", "type": "Json"}}
            """
                .formatted(id));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);

    var download = sari.get("/api/documents/" + id);
    assertThat(download.body()).isEqualTo(PDF);
    assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;")
        .contains("surat%20dinas.exe.pdf");
    assertThat(download.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(json(sari.get("/api/documents?case=" + number), 200)).hasSize(1);
    assertProblem(visitor("joko").get("/api/documents/" + id), 404, "no such document");
    assertProblem(visitor("joko").get("/api/documents?case=" + number), 404, "no such case");
  }

  @Test
  void files_that_are_too_large_or_of_another_kind_are_refused_in_a_sentence() {
    assertProblem(upload(sari, "run.pdf", "MZ\u0001 not a letter"), 400, "not accepted");
    assertProblem(upload(sari, "a.pdf", PDF + "x".repeat(10 * 1024 * 1024)), 413, "10 MB");
    assertProblem(upload(sari, "a.pdf", PDF + "x".repeat(12 * 1024 * 1024)), 413, "10 MB");
  }

  @Test
  void an_action_of_the_case_page_passes_the_same_door() {
    var path = "/api/cases/" + number + "/actions/log-visit";
    assertThat(json(sari.get(path), 200).path("formId").asText()).isEqualTo("log-visit");

    var refused = json(sari.send("POST", path, "{\"values\": {}}"), 400);
    assertThat(refused.path("fields").get(0).path("key").asText()).isEqualTo("text");
    assertThat(refused.path("message").asText()).startsWith("What was seen: ");

    json(sari.send("POST", path, "{\"values\": {\"text\": \"All is well.\"}}"), 201);
    assertThat(records()).isEqualTo(1);
    assertThat(logged.performed.get(logged.performed.size() - 1).text("text"))
        .isEqualTo("All is well.");
  }

  @Test
  void an_action_that_fails_leaves_no_record() {
    var path = "/api/cases/" + number + "/actions/log-visit";
    assertProblem(sari.send("POST", path, "{\"values\": {\"text\": \"fail\"}}"), 403, "on purpose");
    assertThat(records()).isZero();
  }

  @Test
  void an_action_is_for_those_who_work_on_the_case() {
    assertProblem(
        visitor("joko").get("/api/cases/" + number + "/actions/log-visit"), 404, "no such case");
    assertProblem(
        sari.get("/api/cases/" + number + "/actions/record-visit"), 404, "no such action");
    assertProblem(sari.get("/api/cases/nonsense/actions/log-visit"), 404, "no such case");
  }

  private HttpResponse<String> withFault(Supplier<HttpResponse<String>> submission) {
    visits.fault = Optional.of("Siti Contoh was not expected.");
    try {
      return submission.get();
    } finally {
      visits.fault = Optional.empty();
    }
  }

  private static void assertFault(HttpResponse<String> answer, CapturedOutput log) {
    assertThat(answer.body()).doesNotContain("Siti", "IllegalState", "Exception");
    var body = json(answer, 500);
    var reference = body.path("reference").asText();
    assertThat(reference).hasSize(8);
    assertThat(body.path("message").asText())
        .startsWith("Something went wrong on our side. Nothing was stored")
        .endsWith("Tell your administrator this reference: " + reference);
    assertThat(log.getOut())
        .contains("Reference: " + reference)
        .contains("java.lang.IllegalStateException")
        .contains("at org.alur.forms.DoorFixtures$Visits.")
        .doesNotContain("Siti");
  }

  private long allCases() {
    return database.sql("select count(*) from cases").query(Long.class).single();
  }

  private Visitor visitor(String userId) {
    return Visitor.program(port, userId, PASSWORD);
  }

  private HttpResponse<String> submit(Way way, String userId, String variables) {
    return way.visitor(port, userId)
        .send(
            "POST",
            way.path + "/task/" + task + "/submit-form",
            "{\"variables\": " + variables + "}");
  }

  private static String start(Way way) {
    return way.path + "/process-definition/key/social-security/submit-form";
  }

  private HttpResponse<String> upload(Visitor visitor, String name, String content) {
    var body =
        """
        --limit\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        %s\r
        --limit--\r
        """
            .formatted(name, content);
    return visitor.send(
        "POST", "/api/documents?task=" + task, "multipart/form-data; boundary=limit", body);
  }

  private static JsonNode json(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Json.tree(answer.body());
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String sentence) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Json.tree(answer.body()).path("detail").asText()).contains(sentence);
  }

  private long records() {
    return database
        .sql("select count(*) from case_records where case_number = ?")
        .param(number.value())
        .query(Long.class)
        .single();
  }

  private void user(String id, String role) {
    var user = identity.createUserQuery().userId(id).singleResult();
    if (user == null) {
      user = identity.newUser(id);
      user.setFirstName(id);
      user.setLastName("Test");
    }
    user.setPassword(PASSWORD);
    identity.saveUser(user);
    if (identity.createGroupQuery().groupId(role).count() == 0) {
      var group = identity.newGroup(role);
      group.setName(role);
      group.setType("ROLE");
      identity.saveGroup(group);
    }
    if (identity.createGroupQuery().groupId(role).groupMember(id).count() == 0) {
      identity.createMembership(id, role);
    }
  }
}
