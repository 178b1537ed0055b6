package org.alur.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the form door into the engine. */
@Component
class FormDoorPlugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<FormDoor> door;

  /** The door itself needs the engine, so it is looked up when the first form is used. */
  FormDoorPlugin(ObjectProvider<FormDoor> door) {
    this.door = door;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomPostBPMNParseListeners(
        with(
            engine.getCustomPostBPMNParseListeners(),
            List.of(new FormDoorInstaller(door::getObject))));
    engine.setCustomSessionFactories(
        with(engine.getCustomSessionFactories(), List.of(new AcceptedSubmissions.Factory())));
    // First of all, because other guards hand on a command in a wrapping of their own.
    engine.setCustomPreCommandInterceptorsTxRequired(
        with(List.of(new RefusalsTold()), engine.getCustomPreCommandInterceptorsTxRequired()));
    // A refused form is no fault; whoever catches an exception of a command logs it.
    engine.setEnableCmdExceptionLogging(false);
  }

  private static <T> List<T> with(
      @Nullable List<? extends T> first, @Nullable List<? extends T> second) {
    var both = new ArrayList<T>();
    for (var part : Arrays.asList(first, second)) {
      if (part != null) {
        both.addAll(part);
      }
    }
    return both;
  }
}
