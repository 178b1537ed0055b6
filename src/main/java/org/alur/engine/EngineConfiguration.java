package org.alur.engine;

import java.time.Clock;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets on purpose what the engine would otherwise decide by default. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  Clock clock() {
    return new EngineClock();
  }

  @Bean
  AbstractProcessEnginePlugin engineSettings() {
    return new EngineSettings();
  }

  static final class EngineSettings extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
      behaveAsModelled(engine);
      keepHistoryForATime(engine);
      engine.setCmmnEnabled(false);
      engine.setStandaloneTasksEnabled(false);
      engine.setJavaSerializationFormatEnabled(false);
      engine.setDisableStrictCamundaFormParsing(false);
      engine.setLoggingContextBusinessKey("caseNumber");
      engine.setEnableReducedJobExceptionLogging(true);
      engine.setFailedJobRetryTimeCycle("R3/PT5M");
      engine.setEnableFetchProcessDefinitionDescription(true);
    }

    private static void behaveAsModelled(ProcessEngineConfigurationImpl engine) {
      // A boundary event that cancels a user task must not evaluate ${form.x} of a form nobody
      // sent.
      engine.setSkipOutputMappingOnCanceledActivities(true);
      // An uncaught BPMN error is a fault, never a case that ends silently.
      engine.setEnableExceptionsAfterUnhandledBpmnError(true);
      // The keys of roles and teams contain hyphens.
      engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*");
      engine.setUserResourceWhitelistPattern("[a-zA-Z0-9]+([-._@][a-zA-Z0-9]+)*");
    }

    private static void keepHistoryForATime(ProcessEngineConfigurationImpl engine) {
      // With its zone, or a server that keeps UTC cleans from eight to eleven in the morning.
      engine.setHistoryCleanupBatchWindowStartTime("01:00+0700");
      engine.setHistoryCleanupBatchWindowEndTime("04:00+0700");
      engine.setHistoryCleanupDegreeOfParallelism(1);
      engine.setBatchOperationHistoryTimeToLive("P30D");
      engine.setHistoryCleanupJobLogTimeToLive("P30D");
      engine.setTaskMetricsTimeToLive("P180D");
    }
  }
}
