package org.alur.engine;

import java.util.function.Supplier;
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
    call(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  /** Runs the work as one command of the engine, and gives what it found. */
  public <T> T call(Supplier<T> work) {
    return engine
        .getObject()
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(work::get));
  }
}
