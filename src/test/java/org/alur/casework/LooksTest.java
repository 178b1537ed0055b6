package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.alur.engine.Platform;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.Measures;
import org.alur.support.Visitor;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever reads of a sealed or coercive case leaves a trace, whichever door they take. */
@AlurTest
class LooksTest {

  private static final String SUPERVISOR = Crew.of(Role.SUPERVISOR);

  /** Tested below, with the emergency access, or with the register of measures. */
  private static final Set<String> DOORS_TO_CASES =
      Set.of(
          "/api/cases",
          "/api/cases/cards",
          "/api/cases/{number}",
          "/api/cases/{number}/actions/{formId}",
          "/api/cases/{number}/assignments",
          "/api/cases/{number}/duplicates",
          "/api/cases/{number}/timeline",
          "/api/caseloads/{userId}/transfer",
          "/api/documents",
          "/api/documents/{id}",
          "/api/measures",
          "/api/tasks/{taskId}/form");

  /** They tell nothing of a case. */
  private static final Set<String> OTHER_DOORS =
      Set.of(
          "/api/caseloads",
          "/api/caseloads/transfers",
          "/api/measures/statistics",
          "/api/me",
          "/api/processes/{processKey}/start-form");

  @LocalServerPort int port;
  @Autowired Crew crew;
  @Autowired Measures measures;
  @Autowired Cases cases;
  @Autowired TaskService tasks;
  @Autowired JdbcClient database;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @BeforeEach
  void arrive() {
    crew.getsLogins();
  }

  /** A new door has to be put on one of the lists, and if it shows cases, be tested. */
  @Test
  void every_door_is_known() {
    Set<String> found = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                  && method.getBeanType().getPackageName().startsWith("org.alur")) {
                found.addAll(mapping.getPatternValues());
              }
            });
    found.removeIf(path -> path.matches("/api/(organisation|services|holidays)(/.*)?"));
    Set<String> known = new TreeSet<>(DOORS_TO_CASES);
    known.addAll(OTHER_DOORS);

    assertThat(found).isEqualTo(known);
  }

  @Test
  void who_decides_about_a_measure_is_noted_by_the_form_and_the_card_of_the_task() {
    var scenario = measures.guarding(measures.aCaseWithAttempts()).runsUntil("approve-measure");
    var task =
        Platform.call(
            () ->
                tasks
                    .createTaskQuery()
                    .processInstanceBusinessKey(scenario.number().value())
                    .taskDefinitionKey("UserTask_ApproveMeasure")
                    .singleResult());
    for (int times = 0; times < 2; times++) {
      assertThat(get("/api/cases/cards?taskIds=" + task.getId()))
          .contains(scenario.number().value());
    }
    get("/api/tasks/" + task.getId() + "/form");

    assertThat(traces(scenario.number())).containsExactly("card of a task", "form approve-measure");
  }

  @Test
  void who_reads_a_document_or_the_form_of_an_action_is_noted() {
    var number = measures.inForce().number();
    cases.seal(number, "Safe house", SUPERVISOR);
    var document = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO documents (id, case_number, name, media_type, size, sha256, content, uploaded_by,
              uploaded_at, record_id)
            SELECT :id, case_number, 'order.pdf', 'application/pdf', 4, repeat('0', 64), '%PDF'::bytea,
              submitted_by, submitted_at, id
            FROM case_records WHERE case_number = :number LIMIT 1
            """)
        .param("id", document)
        .param("number", number.value())
        .update();
    get("/api/documents/" + document);
    get("/api/cases/" + number + "/actions/add-note");
    get("/api/cases/" + number + "/duplicates");
    get("/api/cases/" + number + "/assignments");
    get("/api/caseloads/" + Crew.of(Role.CASEWORKER) + "/transfer");

    assertThat(traces(number))
        .containsExactly(
            "document " + document,
            "form add-note",
            "duplicates",
            "assignments",
            "preview of a caseload");
  }

  private String get(String path) {
    var answer = Visitor.program(port, SUPERVISOR, SUPERVISOR).get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private List<String> traces(CaseNumber number) {
    return database
        .sql(
            """
            SELECT what FROM case_views
            WHERE case_number = :number AND user_id = :user AND why = 'SUPERVISOR' ORDER BY id
            """)
        .param("number", number.value())
        .param("user", SUPERVISOR)
        .query(String.class)
        .list();
  }
}
