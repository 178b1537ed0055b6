package org.alur.engine;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.context.ApplicationContext;

/**
 * What expressions in processes and decisions can do: read variables, entries of maps and lists,
 * and call beans that are {@link OfferedToModels}. The engine's own expressions reach every method
 * of every object, and so any code on the machine.
 */
final class OfferedExpressions extends JuelExpressionManager {

  private final ApplicationContext applicationContext;

  OfferedExpressions(ApplicationContext applicationContext) {
    this.applicationContext = applicationContext;
  }

  @Override
  protected ELResolver createElResolver() {
    boolean readOnly = true;
    CompositeELResolver resolver = new CompositeELResolver();
    resolver.add(new VariableScopeElResolver());
    resolver.add(new VariableContextElResolver());
    resolver.add(new ArrayELResolver(readOnly));
    resolver.add(new ListELResolver(readOnly));
    resolver.add(new MapELResolver(readOnly));
    resolver.add(new OfferedBeans(applicationContext));
    return resolver;
  }
}
