package org.alur.workload;

import java.util.Map;
import java.util.Optional;
import org.alur.casework.Beneficiary;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseRequest;
import org.alur.casework.Cases;
import org.alur.casework.Channel;
import org.alur.casework.Collectives;
import org.alur.catalogue.Field;
import org.alur.engine.Platform;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;

/** Cases without a field's process, and processes with one task for one role. */
record OneTask(ProcessEngine engine, Cases cases, Collectives collectives) {

  private static final String FORM =
      """
      {"id": "do-work", "type": "default", "schemaVersion": 18, "components": [],
       "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0"}
      """;

  CaseNumber caseOpenedBy(String intakeOfficer) {
    var community =
        collectives.createCommunity("Kampung Uji", Optional.empty(), false, intakeOfficer);
    return cases.open(
        Field.SOCIAL_REHABILITATION,
        new Beneficiary(BeneficiaryType.COMMUNITY, community),
        new CaseRequest(
            Channel.WALK_IN, Optional.empty(), Optional.empty(), Optional.empty(), true, "-"),
        intakeOfficer);
  }

  Task of(Role role, CaseNumber number) {
    deploy(role);
    var instance =
        Platform.call(
            () ->
                engine
                    .getRuntimeService()
                    .startProcessInstanceByKey("one-task-" + role.key(), number.value(), Map.of()));
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance.getId())
        .singleResult();
  }

  private void deploy(Role role) {
    var model =
        Bpmn.createExecutableProcess("one-task-" + role.key())
            .name("One task")
            .camundaHistoryTimeToLiveString("P180D")
            .startEvent("StartEvent_Asked")
            .name("Asked")
            .userTask("UserTask_DoWork")
            .name("Do work")
            .documentation("Do it.")
            .camundaCandidateGroups(role.key())
            .camundaFormRef("do-work")
            .camundaFormRefBinding("deployment")
            .endEvent("EndEvent_Done")
            .name("Done")
            .done();
    Platform.call(
        () ->
            engine
                .getRepositoryService()
                .createDeployment()
                .name("one-task-" + role.key())
                .enableDuplicateFiltering(false)
                .addModelInstance("one-task-" + role.key() + ".bpmn", model)
                .addString("forms/do-work.form", FORM)
                .deploy());
  }
}
