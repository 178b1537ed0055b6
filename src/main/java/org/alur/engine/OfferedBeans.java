package org.alur.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * Lets expressions call the methods of beans that are offered to models, and read the business key
 * of the execution. Everything else that the engine's own resolver would do with an object (its
 * properties, its methods, {@code getClass()}) is left out.
 */
final class OfferedBeans extends ELResolver {

  private static final String BUSINESS_KEY = "processBusinessKey";

  private final ApplicationContext beans;
  private final BeanELResolver invocation = new BeanELResolver();

  OfferedBeans(ApplicationContext beans) {
    this.beans = beans;
  }

  @Override
  public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
    if (base == null) {
      return findBean(context, property.toString());
    }
    if (base instanceof DelegateExecution execution && BUSINESS_KEY.equals(property)) {
      context.setPropertyResolved(true);
      return execution.getProcessBusinessKey();
    }
    return null;
  }

  private @Nullable Object findBean(ELContext context, String name) {
    // Expressions of task queries are evaluated without variables: they may not call beans at all.
    if (!isWithinModel(context) || !beans.containsBean(name)) {
      return null;
    }
    if (beans.findAnnotationOnBean(name, OfferedToModels.class) == null) {
      throw new ProcessEngineException("The bean " + name + " is not offered to models.");
    }
    context.setPropertyResolved(true);
    return beans.getBean(name);
  }

  private static boolean isWithinModel(ELContext context) {
    return context.getContext(VariableScope.class) != null
        || context.getContext(VariableContext.class) != null;
  }

  @Override
  public @Nullable Object invoke(
      ELContext context,
      @Nullable Object base,
      Object method,
      Class<?> @Nullable [] parameterTypes,
      Object @Nullable [] arguments) {
    if (base == null) {
      return null;
    }
    if (!isOffered(base, method.toString())) {
      throw new ProcessEngineException(
          "A model may call methods of offered beans only, not " + method + "().");
    }
    return invocation.invoke(context, base, method, parameterTypes, arguments);
  }

  private static boolean isOffered(Object base, String method) {
    Class<?> type = ClassUtils.getUserClass(base);
    return AnnotatedElementUtils.hasAnnotation(type, OfferedToModels.class)
        && Arrays.stream(Object.class.getMethods()).noneMatch(own -> own.getName().equals(method))
        && Arrays.stream(type.getDeclaredMethods())
            .anyMatch(own -> own.getName().equals(method) && Modifier.isPublic(own.getModifiers()));
  }

  @Override
  public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
    return null;
  }

  @Override
  public void setValue(
      ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
    // Models cannot change beans.
  }

  @Override
  public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
    return true;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(
      ELContext context, @Nullable Object base) {
    return Collections.emptyIterator();
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
    return Object.class;
  }
}
