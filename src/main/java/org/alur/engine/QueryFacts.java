package org.alur.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.QueryVariableValue;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.rest.dto.VariableQueryParameterDto;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Who may not read what processes know may not search or sort by it either: the number of hits
 * tells a value to whoever guesses. The engine itself looks at rights only when it shows one.
 */
final class QueryFacts {

  /** What lists of late work search by; it says nothing about a person. */
  private static final Set<String> OPEN = Set.of("escalation");

  private static final List<String> VALUES =
      List.of(
          "queryVariableValues", "queryVariableNameToValuesMap", "queryVariableValue", "variables");

  /** Where commands keep the queries that they run, and queries those nested in them. */
  private static final List<String> QUERIES =
      List.of("parameter", "queryParameter", "extendingQuery", "queries");

  private final ProcessEngineConfigurationImpl engine;

  QueryFacts(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  /** Looks at a query, or at a command that runs some. */
  void check(Object query) {
    if (!Platform.isActing() && searches(query, identities()) && isHidden()) {
      throw new BadUserRequestException(
          "Only those who may read variables of processes can search or sort by them. Use number,"
              + " step, dates or people instead.");
    }
  }

  private static Set<Object> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static boolean searches(Object query, Set<Object> seen) {
    if (!query.getClass().getName().startsWith("org.camunda.") || !seen.add(query)) {
      return false;
    }
    var fields = new DirectFieldAccessor(query);
    return Stream.concat(
                VALUES.stream().flatMap(name -> each(fields, name)).filter(QueryFacts::isHidden),
                each(fields, "orderingProperties").filter(QueryFacts::isByVariable))
            .findAny()
            .isPresent()
        || QUERIES.stream()
            .flatMap(name -> each(fields, name))
            .anyMatch(nested -> searches(nested, seen));
  }

  private static Stream<?> each(DirectFieldAccessor fields, String name) {
    return fields.isReadableProperty(name) ? flat(fields.getPropertyValue(name)) : Stream.of();
  }

  private static Stream<?> flat(@Nullable Object value) {
    if (value instanceof Map<?, ?> named) {
      return named.values().stream().flatMap(QueryFacts::flat);
    }
    return value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
  }

  private static boolean isHidden(Object value) {
    if (value instanceof VariableQueryParameterDto typed) {
      return !OPEN.contains(typed.getName());
    }
    return value instanceof QueryVariableValue variable && !OPEN.contains(variable.getName());
  }

  private static boolean isByVariable(Object order) {
    return order instanceof QueryOrderingProperty property
        && QueryOrderingProperty.RELATION_VARIABLE.equals(property.getRelation());
  }

  private boolean isHidden() {
    var user = engine.getIdentityService().getCurrentAuthentication();
    return user != null
        && !engine
            .getAuthorizationService()
            .isUserAuthorized(
                user.getUserId(),
                user.getGroupIds(),
                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                Resources.PROCESS_DEFINITION);
  }
}
