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
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the FEEL expressions of forms as the form in the browser does. Both sides have an
 * implementation of their own; {@link #check} lets pass only what means the same in both.
 */
final class Feel {

  private static final FeelEngineApi PARSER = FeelEngineBuilder.forJava().build();

  private final FeelEngineApi engine;
  private final Map<String, ParseResult> parsed = new ConcurrentHashMap<>();

  Feel(Clock clock) {
    FeelEngineClock feelClock = () -> ZonedDateTime.now(clock);
    engine =
        FeelEngineBuilder.forJava()
            .withClock(feelClock)
            .withFunctionProvider(new BrowserFunctions())
            .build();
  }

  /** Whether a property is an expression and not a plain value. */
  static boolean isExpression(String property) {
    return property.startsWith("=");
  }

  /** Why an expression cannot be used in a form, empty if it can. */
  static Optional<String> check(String expression) {
    ParseResult parse = PARSER.parseExpression(expression.substring(1));
    return parse.isFailure()
        ? Optional.of("it cannot be read: " + parse.failure().message())
        : FeelGate.refusal(parse.parsedExpression());
  }

  /** The value of an expression; null also if it cannot be evaluated. */
  @Nullable Object value(String expression, Map<String, @Nullable Object> scope) {
    ParseResult parse = parse(expression);
    return parse.isFailure() ? null : value(parse.parsedExpression(), scope).orElse(null);
  }

  /**
   * Whether a condition holds. The form in the browser evaluates conditions as unary tests of
   * nothing: a condition that comes out as null holds too, and {@code not} around all of it turns
   * that round.
   */
  boolean holds(String condition, Map<String, @Nullable Object> scope) {
    ParseResult parse = parse(condition);
    if (parse.isFailure()) {
      return false;
    }
    ParsedExpression whole = parse.parsedExpression();
    return negated(whole)
        .map(inner -> !matches(inner, scope))
        .orElseGet(() -> matches(whole, scope));
  }

  private boolean matches(ParsedExpression test, Map<String, @Nullable Object> scope) {
    EvaluationResult result = engine.evaluate(test, scope);
    return result.isSuccess() && (result.result() == null || Boolean.TRUE.equals(result.result()));
  }

  private static Optional<ParsedExpression> negated(ParsedExpression condition) {
    return condition.expression() instanceof FunctionInvocation call
            && call.function().equals("not")
            && call.params() instanceof PositionalFunctionParameters parameters
            && parameters.params().size() == 1
        ? Optional.of(new ParsedExpression(parameters.params().head(), condition.text()))
        : Optional.empty();
  }

  private ParseResult parse(String expression) {
    return parsed.computeIfAbsent(
        expression.substring(1), text -> engine.parseExpression(BrowserFunctions.named(text)));
  }

  private Optional<Object> value(ParsedExpression expression, Map<String, @Nullable Object> scope) {
    EvaluationResult result = engine.evaluate(expression, scope);
    return result.isSuccess() ? Optional.ofNullable(result.result()) : Optional.empty();
  }
}
