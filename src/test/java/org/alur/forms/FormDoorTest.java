package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.alur.casework.CaseNumber;
import org.alur.catalogue.Field;
import org.alur.documents.Documents;
import org.alur.engine.Platform;
import org.alur.engine.SideDoorClosed;
import org.alur.forms.DoorFixtures.VisitProcess;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
@Import(DoorFixtures.class)
class FormDoorTest {

  @Autowired ProcessEngine engine;
  @Autowired JdbcClient database;
  @Autowired DoorFixtures.Cases cases;
  @Autowired DoorFixtures.Visits visits;
  @Autowired VisitProcess process;
  @Autowired Drafts drafts;
  @Autowired Documents documents;

  private static final byte[] PNG =
      HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");

  private CaseNumber number;
  private Task task;

  @BeforeEach
  void a_visit_is_due() {
    number = cases.open(Field.SOCIAL_SECURITY, "ida");
    task = process.begin(number, "sari");
  }

  @Test
  void tasklist_is_given_the_address_of_our_form_host() {
    var form = as("sari", () -> engine.getFormService().getTaskFormData(task.getId()));
    assertThat(form.getFormKey()).isEqualTo("embedded:/alur/task-form.html");
    assertThat(form.getCamundaFormRef()).isNull();
  }

  @Test
  void the_assignee_submits_and_the_record_is_filed_under_the_case() {
    submit("sari", visit());

    var row =
        database
            .sql(
                """
                select form_id, form_version, form_title, task_id, process_key, activity_id,
                       activity_name, submitted_by, payload ->> 'nik' as nik
                from case_records where case_number = ?
                """)
            .param(number.value())
            .query()
            .singleRow();
    assertThat(row)
        .containsEntry("form_id", "record-visit")
        .containsEntry("form_version", 1)
        .containsEntry("form_title", "Record visit")
        .containsEntry("task_id", task.getId())
        .containsEntry("process_key", VisitProcess.KEY)
        .containsEntry("activity_id", "UserTask_RecordVisit")
        .containsEntry("activity_name", "Record visit")
        .containsEntry("submitted_by", "sari")
        .containsEntry("nik", DoorFixtures.NIK);
  }

  @Test
  void the_model_maps_out_routing_facts_and_the_step_behind_reads_the_submission() {
    submit("sari", visit());

    assertThat(variables()).containsEntry("mood", "GOOD").containsEntry("hours", 2L);
    var submission = visits.recorded.get(visits.recorded.size() - 1);
    assertThat(submission.text("nik")).isEqualTo(DoorFixtures.NIK);
    assertThat(submission.context().caseNumber()).contains(number.value());
  }

  @Test
  void an_empty_field_is_null_for_the_model() {
    var values = visit();
    values.remove("hours");
    submit("sari", values);
    assertThat(variables()).containsKey("hours").extractingByKey("hours").isNull();
  }

  @Test
  void nothing_that_was_typed_reaches_a_table_of_the_engine() {
    submit("sari", visit());

    for (var table : engineTables()) {
      assertThat(
              database
                  .sql("select count(*) from " + table + " t where t::text like ?")
                  .param("%" + DoorFixtures.NIK + "%")
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
    assertThat(
            count(
                "act_ge_bytearray where convert_from(bytes_, 'LATIN1') like '%"
                    + DoorFixtures.NIK
                    + "%'"))
        .isZero();
    assertThat(variables()).doesNotContainKeys("form", "recordId", "nik", "members");
  }

  @Test
  void only_the_assignee_can_submit() {
    assertThatThrownBy(() -> submit("wulan", visit()))
        .isInstanceOf(NotYourForm.class)
        .hasMessageContaining("You may not work on this task.");
    Platform.run(() -> engine.getTaskService().setAssignee(task.getId(), null));
    assertRefused("sari", visit(), "Nobody has claimed this task yet.");
    assertThatThrownBy(
            () -> engine.getFormService().submitTaskForm(task.getId(), new HashMap<>(visit())))
        .isInstanceOf(NotYourForm.class)
        .hasMessageContaining("Log in");
  }

  @Test
  void a_delegated_task_is_not_resolved_by_a_form() {
    Platform.run(() -> engine.getTaskService().delegateTask(task.getId(), "sari"));
    assertRefused("sari", visit(), "This task was delegated");
  }

  @Test
  void a_rule_of_the_domain_refuses_and_nothing_is_stored() {
    drafts.save(Drafts.Place.task(task.getId()), 0, Map.of("nik", "00"), "sari");
    var values = visit();
    values.put("hours", 13);
    var recordedBefore = visits.recorded.size();

    assertThatThrownBy(() -> submit("sari", values))
        .isInstanceOfSatisfying(
            SubmissionRefused.class,
            refused ->
                assertThat(refused.fields())
                    .containsExactly(
                        new SubmissionRefused.FieldRefusal(
                            "hours",
                            "Hours",
                            "Thirteen hours bring bad luck; enter another number.")))
        .hasMessage("Hours: Thirteen hours bring bad luck; enter another number.");

    assertThat(count("case_records where case_number = '" + number + "'")).isZero();
    assertThat(visits.recorded).hasSize(recordedBefore);
    assertThat(drafts.find(Drafts.Place.task(task.getId()))).isPresent();
    assertThat(openTask()).isEqualTo("UserTask_RecordVisit");
    assertThat(variables()).doesNotContainKeys("mood", "form");
  }

  @Test
  void completing_without_the_form_is_refused_but_not_to_the_platform() {
    assertThatThrownBy(
            () ->
                as(
                    "sari",
                    () -> {
                      engine.getTaskService().complete(task.getId());
                      return true;
                    }))
        .isInstanceOf(SideDoorClosed.class)
        .hasMessageContaining("Tasks are completed with their form.");
    assertThat(openTask()).isEqualTo("UserTask_RecordVisit");

    submit("sari", visit());
    Platform.run(
        () ->
            engine
                .getTaskService()
                .complete(
                    engine
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getId()));
    assertThat(
            count("act_ru_execution where proc_inst_id_ = '" + task.getProcessInstanceId() + "'"))
        .isZero();
  }

  @Test
  void the_draft_vanishes_when_the_task_is_completed() {
    drafts.save(Drafts.Place.task(task.getId()), 0, Map.of("nik", "00"), "sari");
    submit("sari", visit());
    assertThat(drafts.find(Drafts.Place.task(task.getId()))).isEmpty();
  }

  @Test
  void the_draft_vanishes_when_the_task_is_cancelled() {
    drafts.save(Drafts.Place.task(task.getId()), 0, Map.of("nik", "00"), "sari");
    Platform.run(
        () ->
            engine
                .getRuntimeService()
                .deleteProcessInstance(task.getProcessInstanceId(), "wrong case", true));
    assertThat(drafts.find(Drafts.Place.task(task.getId()))).isEmpty();
  }

  @Test
  void structured_values_arrive_as_json_or_as_java() {
    var values = visit();
    values.put(
        "members",
        Variables.serializedObjectValue("[{\"name\":\"Anak\"}]")
            .serializationDataFormat("application/json")
            .objectTypeName("java.util.ArrayList")
            .create());
    submit("sari", values);
    assertThat(visits.recorded.get(visits.recorded.size() - 1).rows("members"))
        .containsExactly(Map.of("name", "Anak"));
  }

  @Test
  void a_value_that_is_a_serialized_class_is_refused() {
    var values = visit();
    values.put(
        "members",
        Variables.serializedObjectValue("rO0ABQ==")
            .serializationDataFormat("application/x-java-serialized-object")
            .objectTypeName("java.util.ArrayList")
            .create());
    assertRefused("sari", values, "could not be read");
  }

  @Test
  void the_form_decides_what_is_required_and_what_it_knows() {
    var values = visit();
    values.remove("nik");
    values.put("approved", true);
    assertThatThrownBy(() -> submit("sari", values))
        .isInstanceOfSatisfying(
            SubmissionRefused.class,
            refused ->
                assertThat(refused.fields())
                    .anySatisfy(
                        field -> {
                          assertThat(field.key()).isEqualTo("nik");
                          assertThat(field.label()).isEqualTo("NIK");
                          assertThat(field.message()).doesNotStartWith("NIK");
                        }));
    assertRefused("sari", values, "approved");
  }

  @Test
  void a_hidden_field_is_dropped_and_a_read_only_one_is_not_taken_from_the_client() {
    var values = visit();
    values.put("reason", "Nobody sees this.");
    values.put("village", "Elsewhere");
    submit("sari", values);
    var submission = visits.recorded.get(visits.recorded.size() - 1);
    assertThat(submission.findText("reason")).isEmpty();
    assertThat(submission.text("village")).isEqualTo("Sukamaju");
  }

  @Test
  void documents_are_filed_with_the_record_or_everything_is_refused() {
    var document = documents.upload("photo.png", PNG, "task:" + task.getId(), "joko");
    var other = documents.upload("photo.png", PNG, "", "joko");
    var values = visit();
    values.put("papers", List.of(document.id().toString(), other.id().toString()));
    assertThatThrownBy(() -> submit("sari", values))
        .isInstanceOfSatisfying(
            SubmissionRefused.class,
            refused ->
                assertThat(refused.fields())
                    .extracting(SubmissionRefused.FieldRefusal::key)
                    .containsExactly("papers"))
        .hasMessageContaining("Papers: A document is no longer there.");
    assertThat(count("case_records where case_number = '" + number + "'")).isZero();
    assertThat(documents.find(document.id()).orElseThrow().caseNumber()).isEmpty();

    values.put("papers", List.of(document.id().toString()));
    submit("sari", values);
    assertThat(documents.find(document.id()).orElseThrow().caseNumber()).contains(number);
  }

  @Test
  void the_step_behind_the_form_refuses_in_a_sentence_and_nothing_is_stored() {
    visits.refusal = Optional.of("The case is sealed. Ask your supervisor.");
    try {
      assertThatThrownBy(() -> submit("sari", visit()))
          .isInstanceOf(NotYourForm.class)
          .hasMessage("The case is sealed. Ask your supervisor.");
    } finally {
      visits.refusal = Optional.empty();
    }
    assertThat(count("case_records where case_number = '" + number + "'")).isZero();
    assertThat(openTask()).isEqualTo("UserTask_RecordVisit");
  }

  @Test
  void a_form_that_is_submitted_twice_is_told_that_the_task_is_done() {
    submit("sari", visit());
    assertThatThrownBy(() -> submit("sari", visit()))
        .isInstanceOf(FormMissing.class)
        .hasMessageContaining("no longer open");
    assertThat(count("case_records where case_number = '" + number + "'")).isEqualTo(1);
  }

  @Test
  void of_two_submissions_at_the_same_moment_one_is_filed() throws Exception {
    var values = visit();
    var together = new CyclicBarrier(2);
    var outcomes = new ConcurrentLinkedQueue<String>();
    Runnable tab =
        () -> {
          try {
            together.await();
            submit("sari", new HashMap<>(values));
            outcomes.add("filed");
          } catch (FormMissing | TaskOvertaken late) {
            outcomes.add("late");
          } catch (Exception other) {
            outcomes.add(other.toString());
          }
        };
    var first = new Thread(tab);
    var second = new Thread(tab);
    first.start();
    second.start();
    first.join();
    second.join();
    assertThat(outcomes).containsExactlyInAnyOrder("filed", "late");
    assertThat(count("case_records where case_number = '" + number + "'")).isEqualTo(1);
  }

  @Test
  void a_start_form_opens_the_case_and_gives_the_process_its_number() {
    var instance =
        as(
            "ida",
            () ->
                engine
                    .getFormService()
                    .submitStartForm(
                        startable(), Map.of("narrative", "A child sleeps in a shop.")));

    var given = new CaseNumber(instance.getBusinessKey());
    assertThat(cases.exists(given)).isTrue();
    assertThat(count("act_hi_procinst where business_key_ = '" + given + "'")).isEqualTo(1);
    assertThat(
            count(
                "case_records where form_id = 'ask-for-help' and submitted_by = 'ida' and"
                    + " activity_id = 'StartEvent_HelpAsked' and process_key = 'social-security'"
                    + " and case_number = '"
                    + given
                    + "'"))
        .isEqualTo(1);
    assertThat(visits.recorded.get(visits.recorded.size() - 1).context().caseNumber())
        .contains(given.value());
  }

  @Test
  void a_client_cannot_choose_the_case_number() {
    assertThatThrownBy(
            () ->
                as(
                    "ida",
                    () ->
                        engine
                            .getFormService()
                            .submitStartForm(
                                startable(), number.value(), Map.of("narrative", "Help."))))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("given by the server");
  }

  @Test
  void an_empty_business_key_is_none() {
    var instance =
        as(
            "ida",
            () ->
                engine
                    .getFormService()
                    .submitStartForm(startable(), "", Map.of("narrative", "Help.")));
    assertThat(cases.exists(new CaseNumber(instance.getBusinessKey()))).isTrue();
  }

  @Test
  void a_process_with_a_start_form_is_not_started_without_it() {
    assertThatThrownBy(
            () ->
                as(
                    "ida",
                    () ->
                        engine
                            .getRuntimeService()
                            .startProcessInstanceByKey(Field.SOCIAL_SECURITY.key())))
        .isInstanceOf(SideDoorClosed.class)
        .hasMessageContaining("started with its start form");
  }

  private String startable() {
    return engine
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey(Field.SOCIAL_SECURITY.key())
        .latestVersion()
        .singleResult()
        .getId();
  }

  private void submit(String userId, Map<String, Object> values) {
    as(
        userId,
        () -> {
          engine.getFormService().submitTaskForm(task.getId(), values);
          return true;
        });
  }

  private void assertRefused(String userId, Map<String, Object> values, String sentence) {
    assertThatThrownBy(() -> submit(userId, values))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining(sentence);
    assertThat(count("case_records where case_number = '" + number + "'")).isZero();
  }

  private <T> T as(String userId, Supplier<T> action) {
    try {
      engine.getIdentityService().setAuthentication(userId, groups(userId));
      return action.get();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  private List<String> groups(String userId) {
    return engine.getIdentityService().createGroupQuery().groupMember(userId).list().stream()
        .map(Group::getId)
        .toList();
  }

  private static Map<String, Object> visit() {
    return new HashMap<>(
        Map.of(
            "nik",
            DoorFixtures.NIK,
            "mood",
            "GOOD",
            "hours",
            2,
            "members",
            List.of(Map.of("name", "Anak " + DoorFixtures.NIK))));
  }

  private Map<String, Object> variables() {
    return Platform.call(
        () -> engine.getRuntimeService().getVariables(task.getProcessInstanceId()));
  }

  private String openTask() {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(task.getProcessInstanceId())
        .singleResult()
        .getTaskDefinitionKey();
  }

  private List<String> engineTables() {
    return database
        .sql(
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_name like 'act\\_%'
            """)
        .query(String.class)
        .list();
  }

  private long count(String from) {
    return database.sql("select count(*) from " + from).query(Long.class).single();
  }
}
