package org.alur.deadlines;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alur.casework.CaseNumber;
import org.alur.engine.Platform;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;

/** A process that consists of one step of a caseworker, for tests that need no more. */
final class OneStep {

  private OneStep() {}

  /**
   * Begins it for a case.
   *
   * @param name of the step, such as Meet person, which gives its id as well
   */
  static Task begin(ProcessEngine engine, String name, CaseNumber number) {
    var id = new StringBuilder("UserTask_");
    for (var word : List.of(name.split(" ", -1))) {
      id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    var key = "only-" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
    deploy(engine, key, id.toString(), name);
    var instance =
        Platform.call(
            () ->
                engine
                    .getRuntimeService()
                    .startProcessInstanceByKey(key, number.value(), Map.of()));
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance.getId())
        .singleResult();
  }

  private static void deploy(ProcessEngine engine, String key, String id, String name) {
    var model =
        Bpmn.createExecutableProcess(key)
            .name(name)
            .camundaHistoryTimeToLiveString("P180D")
            .startEvent("StartEvent_Asked")
            .name("Asked")
            .userTask(id)
            .name(name)
            .documentation(name + ".")
            .camundaCandidateGroups("caseworker")
            .camundaFormRef("only-step")
            .camundaFormRefBinding("deployment")
            .endEvent("EndEvent_Done")
            .name("Done")
            .done();
    Platform.call(
        () ->
            engine
                .getRepositoryService()
                .createDeployment()
                .name(key)
                .enableDuplicateFiltering(false)
                .addModelInstance(key + ".bpmn", model)
                .addString(
                    "only-step.form",
                    """
                    {"id": "only-step", "type": "default", "schemaVersion": 18,
                     "components": [], "executionPlatform": "Camunda Platform",
                     "executionPlatformVersion": "7.24.0"}
                    """)
                .deploy());
  }
}
