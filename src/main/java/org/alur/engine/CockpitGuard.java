package org.alur.engine;

import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.db.CommandExecutor;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Cockpit has queries of its own, which pass by the interceptors of the engine. */
@Component
public class CockpitGuard {

  private final QueryFacts facts;

  CockpitGuard(ProcessEngineConfigurationImpl engine) {
    this.facts = new QueryFacts(engine);
  }

  @EventListener(WebServerInitializedEvent.class)
  void cockpitIsThere() {
    install();
  }

  /** Looks at the queries of Cockpit from now on. */
  public void install() {
    Cockpit.setCockpitRuntimeDelegate(new Guarded(facts));
  }

  private static final class Guarded extends DefaultCockpitRuntimeDelegate {

    private final QueryFacts facts;

    Guarded(QueryFacts facts) {
      this.facts = facts;
    }

    @Override
    protected CommandExecutor createCommandExecutor(String engineName) {
      CommandExecutor commands = super.createCommandExecutor(engineName);
      return new CommandExecutor() {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // As the interface has it.
        public <T> T executeCommand(Command<T> command) {
          facts.check(command);
          return commands.executeCommand(command);
        }
      };
    }
  }
}
