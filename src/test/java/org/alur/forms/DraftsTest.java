package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.alur.catalogue.Field;
import org.alur.engine.Platform;
import org.alur.forms.Drafts.Place;
import org.alur.organisation.Explained.Reason;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@AlurTest
@Import(DoorFixtures.class)
class DraftsTest {

  @Autowired Drafts drafts;
  @Autowired OpenForms forms;
  @Autowired FormDesk desk;
  @Autowired ProcessEngine engine;
  @Autowired DoorFixtures.Cases cases;
  @Autowired DoorFixtures.VisitProcess process;

  @Test
  void what_was_typed_comes_back_right_or_wrong() {
    var place = Place.task("drafts-1");
    Map<String, Object> typed =
        Map.of("nik", "not a number", "hours", -4L, "unknown", List.of(Map.of("a", true)));
    drafts.save(place, 0, typed, "sari");
    assertThat(drafts.find(place).orElseThrow().data()).isEqualTo(typed);
  }

  @Test
  void two_tabs_do_not_overwrite_each_other() {
    var place = Place.task("drafts-2");
    var first = drafts.save(place, 0, Map.of("nik", "1"), "sari");
    assertOvertaken(() -> drafts.save(place, 0, Map.of("nik", "2"), "sari"));
    drafts.save(place, first.version(), Map.of("nik", "3"), "sari");
    assertOvertaken(() -> drafts.save(place, first.version(), Map.of("nik", "4"), "sari"));
    assertThat(drafts.find(place).orElseThrow().data()).containsEntry("nik", "3");
  }

  @Test
  void a_draft_that_was_discarded_in_another_tab_is_not_revived() {
    var place = Place.task("drafts-3");
    var first = drafts.save(place, 0, Map.of("nik", "1"), "sari");
    drafts.forget(place);
    assertOvertaken(() -> drafts.save(place, first.version(), Map.of("nik", "2"), "sari"));
  }

  @Test
  void characters_that_the_database_cannot_hold_are_left_out() {
    Map<String, Object> sent = Map.of("a", "x\u0000y\ud800z", "b", List.of("\u0000", "😀"));
    var place = Place.task("drafts-4");
    drafts.save(place, 0, Json.map(sent), "sari");
    assertThat(drafts.find(place).orElseThrow().data())
        .containsEntry("a", "xyz")
        .containsEntry("b", List.of("", "😀"));
  }

  @Test
  void a_draft_is_no_place_for_a_book() {
    assertThatThrownBy(
            () ->
                drafts.save(
                    Place.task("drafts-5"), 0, Map.of("a", "x".repeat(Drafts.LONGEST)), "sari"))
        .isInstanceOf(DraftTooLong.class);
  }

  @Test
  void only_the_assignee_has_the_draft_and_it_stays_with_the_task() {
    var task = process.begin(cases.open(Field.SOCIAL_SECURITY, "ida"), "sari").getId();
    as("sari", () -> desk.keep(forms.ofTask(task), new DraftEntry(0, Map.of("nik", "1"))));

    assertThatThrownBy(() -> as("budi", () -> forms.ofTask(task))).isInstanceOf(FormMissing.class);

    mayRead("budi", task);
    assertThat(as("budi", () -> desk.show(forms.ofTask(task))).draft()).isNull();
    assertThatThrownBy(
            () ->
                as(
                    "budi",
                    () -> desk.keep(forms.ofTask(task), new DraftEntry(1, Map.of("nik", "2")))))
        .isInstanceOf(NotYourForm.class)
        .hasMessageContaining("Only the person who works on this task");

    Platform.run(() -> engine.getTaskService().setAssignee(task, null));
    mayRead("sari", task);
    assertThat(as("sari", () -> desk.show(forms.ofTask(task))).draft()).isNull();
    Platform.run(() -> engine.getTaskService().setAssignee(task, "sari"));
    assertThat(as("sari", () -> desk.show(forms.ofTask(task))).draft()).isNotNull();
  }

  @Test
  void a_start_form_has_one_draft_for_each_person() {
    var key = Field.SOCIAL_SECURITY.key();
    as("ida", () -> desk.keep(forms.ofProcess(key), new DraftEntry(0, Map.of("urgent", true))));
    assertThat(as("tono", () -> desk.show(forms.ofProcess(key))).draft()).isNull();
    assertThat(as("ida", () -> desk.show(forms.ofProcess(key))).draft()).isNotNull();

    as(
        "ida",
        () ->
            engine
                .getFormService()
                .submitStartForm(
                    engine
                        .getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult()
                        .getId(),
                    new HashMap<>(Map.of("narrative", "A child sleeps in a shop."))));
    assertThat(as("ida", () -> desk.show(forms.ofProcess(key))).draft()).isNull();
  }

  @Test
  void a_form_comes_with_its_schema_and_what_is_known() {
    var number = cases.open(Field.SOCIAL_SECURITY, "ida");
    var task = process.begin(number, "sari").getId();
    var view = as("sari", () -> desk.show(forms.ofTask(task)));
    assertThat(view.formId()).isEqualTo("record-visit");
    assertThat(view.schema()).contains("\"id\": \"record-visit\"");
    assertThat(view.data())
        .containsEntry("village", "Sukamaju")
        .containsEntry("riskLevel", "HIGH")
        .extractingByKey("caseFile")
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("number", number.value());
  }

  @Test
  void nobody_without_a_login_sees_a_form() {
    var task = process.begin(cases.open(Field.SOCIAL_SECURITY, "ida"), "sari").getId();
    assertThatThrownBy(() -> forms.ofTask(task)).isInstanceOf(NotYourForm.class);
    assertThatThrownBy(() -> as("sari", () -> forms.ofTask("no-task")))
        .isInstanceOf(FormMissing.class);
    assertThatThrownBy(() -> as("sari", () -> forms.ofProcess("no-process")))
        .isInstanceOf(FormMissing.class);
    assertThatThrownBy(() -> as("sari", () -> forms.ofProcess(DoorFixtures.VisitProcess.KEY)))
        .isInstanceOf(FormMissing.class);
  }

  private static void assertOvertaken(Supplier<?> save) {
    assertThatThrownBy(save::get)
        .isInstanceOfSatisfying(
            DraftOvertaken.class,
            overtaken -> assertThat(overtaken.reason()).isEqualTo(Reason.CONFLICT));
  }

  private void mayRead(String userId, String taskId) {
    var authorizations = engine.getAuthorizationService();
    var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setUserId(userId);
    grant.setResource(Resources.TASK);
    grant.setResourceId(taskId);
    grant.addPermission(TaskPermissions.READ);
    grant.addPermission(TaskPermissions.READ_VARIABLE);
    authorizations.saveAuthorization(grant);
  }

  private <T> T as(String userId, Supplier<T> action) {
    try {
      engine
          .getIdentityService()
          .setAuthentication(userId, List.of("caseworker", "intake-officer"));
      return action.get();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }
}
