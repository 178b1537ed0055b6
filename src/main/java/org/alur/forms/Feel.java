package org.alur.forms;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;

/** Evaluates the FEEL expressions of forms as the form in the browser does. */
final class Feel {

  private static final FeelEngineApi PARSER = FeelEngineBuilder.forJava().build();

  private final FeelEngineApi engine;
  private final Map<String, ParseResult> parsed = new ConcurrentHashMap<>();

  Feel(Clock clock) {
    FeelEngineClock feelClock = () -> ZonedDateTime.now(clock);
    engine = FeelEngineBuilder.forJava().withClock(feelClock).build();
  }

  /** Whether a property is an expression and not a plain value. */
  static boolean isExpression(String property) {
    return property.startsWith("=");
  }

  /** Why an expression cannot be used in a form, empty if it can. */
  static Optional<String> check(String expression) {
    ParseResult parse = PARSER.parseExpression(expression.substring(1));
    return parse.isFailure() ? Optional.of(parse.failure().message()) : Optional.empty();
  }

  /** The value of an expression; null also if it cannot be evaluated. */
  @Nullable Object value(String expression, Map<String, @Nullable Object> scope) {
    EvaluationResult result = evaluate(expression, scope);
    return result != null && result.isSuccess() ? result.result() : null;
  }

  /**
   * Whether a condition holds. The form in the browser evaluates conditions as unary tests of
   * nothing, so a condition that comes out as null holds too.
   */
  boolean holds(String condition, Map<String, @Nullable Object> scope) {
    EvaluationResult result = evaluate(condition, scope);
    if (result == null || !result.isSuccess()) {
      return false;
    }
    return result.result() == null || Boolean.TRUE.equals(result.result());
  }

  private @Nullable EvaluationResult evaluate(
      String expression, Map<String, @Nullable Object> scope) {
    ParseResult parse = parsed.computeIfAbsent(expression.substring(1), engine::parseExpression);
    if (parse.isFailure()) {
      return null;
    }
    return engine.evaluate(parse.parsedExpression(), scope);
  }
}
