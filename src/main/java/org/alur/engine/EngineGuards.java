package org.alur.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Closes what the last Community release of the engine leaves open: code in queries, filters and
 * models, and the ways round the form door.
 */
@Component
class EngineGuards extends AbstractProcessEnginePlugin {

  private final ApplicationContext applicationContext;

  EngineGuards(ApplicationContext applicationContext) {
    this.applicationContext = applicationContext;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setExpressionManager(new OfferedExpressions(applicationContext));
    NoCodeInModels noCode = new NoCodeInModels();
    engine.setScriptEngineResolver(noCode);
    engine.setArtifactFactory(noCode);
    engine.setCustomSessionFactories(
        with(
            engine.getCustomSessionFactories(),
            new GuardedFilters.Factory(new QueryFacts(engine))));
    KeptBatches.handlers()
        .forEach(
            handler ->
                engine.setCustomBatchJobHandlers(
                    with(engine.getCustomBatchJobHandlers(), handler)));
    // A chain links its interceptors to each other: each chain needs its own.
    engine.setCustomPreCommandInterceptorsTxRequired(
        guard(engine.getCustomPreCommandInterceptorsTxRequired(), engine));
    engine.setCustomPreCommandInterceptorsTxRequiresNew(
        guard(engine.getCustomPreCommandInterceptorsTxRequiresNew(), engine));
  }

  private static List<CommandInterceptor> guard(
      @Nullable List<CommandInterceptor> interceptors, ProcessEngineConfigurationImpl engine) {
    return with(
        with(interceptors, new QueryGuard(new QueryFacts(engine))), new SideDoorGuard(engine));
  }

  private static <T> List<T> with(@Nullable List<? extends T> present, T further) {
    List<T> all = new ArrayList<>(present == null ? List.<T>of() : present);
    all.add(further);
    return all;
  }
}
