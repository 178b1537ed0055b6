package org.alur.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Does what the platform decides, not the person who is logged in: keeping users, groups and rights
 * needs rights that nobody has. Who was at work is still recorded.
 */
@Component
public class WithoutRights {

  private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

  WithoutRights(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
    this.engine = engine;
  }

  /** Runs the work as one command of the engine. */
  public void run(Runnable work) {
    engine
        .getObject()
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () -> {
                      work.run();
                      return Boolean.TRUE;
                    }));
  }
}
