package org.alur.forms;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads forms from the engine's deployments. A deployed form never changes, so what was read once
 * is kept.
 */
@Component
class DeployedForms {

  private final ProcessEngineConfigurationImpl engine;
  private final Map<String, DeployedForm> read = new ConcurrentHashMap<>();

  DeployedForms(ProcessEngine engine) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  /** The form with which a process was deployed. */
  DeployedForm of(String deploymentId, String formId) {
    return command(
            context ->
                context
                    .getCamundaFormDefinitionManager()
                    .findDefinitionByDeploymentAndKey(deploymentId, formId))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The deployment %s has no form %s.".formatted(deploymentId, formId)));
  }

  /** The newest version of a form that belongs to no process. */
  Optional<DeployedForm> newest(String formId) {
    return command(
        context -> context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(formId));
  }

  private Optional<DeployedForm> command(Lookup lookup) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> Optional.ofNullable(lookup.in(context)).map(form -> read(context, form)));
  }

  private DeployedForm read(CommandContext context, CamundaFormDefinitionEntity definition) {
    return read.computeIfAbsent(
        definition.getId(),
        unread -> {
          var resource =
              context
                  .getResourceManager()
                  .findResourceByDeploymentIdAndResourceName(
                      definition.getDeploymentId(), definition.getResourceName());
          var schema = new String(resource.getBytes(), StandardCharsets.UTF_8);
          return DeployedForm.read(definition.getKey(), definition.getVersion(), schema);
        });
  }

  private interface Lookup {
    @Nullable CamundaFormDefinitionEntity in(CommandContext context);
  }
}
