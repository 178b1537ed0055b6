package org.alur.forms;

import camundajar.impl.scala.Product;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * Lets pass the part of FEEL that the browser and the server understand alike. Everything in it was
 * compared by running both; what differs, or was not compared, is refused with what to write
 * instead.
 */
final class FeelGate {

  private static final Set<String> PARTS =
      Set.of(
          "Addition",
          "ArithmeticNegation",
          "AtLeastOne",
          "Conjunction",
          "ConstBool",
          "ConstContext",
          "ConstDate",
          "ConstList",
          "ConstNull",
          "ConstNumber",
          "ConstString",
          "Disjunction",
          "Division",
          "Equal",
          "EveryItem",
          "Filter",
          "For",
          "FunctionInvocation",
          "GreaterOrEqual",
          "GreaterThan",
          "If",
          "In",
          "LessOrEqual",
          "LessThan",
          "Multiplication",
          "Not",
          "PathExpression",
          "PositionalFunctionParameters",
          "Ref",
          "SomeItem",
          "Subtraction",
          "UnaryTestExpression");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "abs",
          "ceiling",
          "contains",
          "count",
          "date",
          "ends with",
          "floor",
          "list contains",
          "lower case",
          "max",
          "min",
          "not",
          "number",
          "starts with",
          "string",
          "string length",
          "sum",
          "today",
          "upper case");

  /**
   * Browsers know the row that is looked at in comparisons only; any other filter selects nothing
   * there. A place in a list needs no row.
   */
  private static final Set<String> SELECTING =
      Set.of(
          "Conjunction",
          "ConstNumber",
          "Disjunction",
          "Equal",
          "EveryItem",
          "GreaterOrEqual",
          "GreaterThan",
          "In",
          "LessOrEqual",
          "LessThan",
          "Not",
          "SomeItem");

  private FeelGate() {}

  /** Why an expression cannot be used, empty if it can. */
  static Optional<String> refusal(ParsedExpression expression) {
    return in(expression.expression());
  }

  private static Optional<String> in(Object node) {
    if (!(node instanceof Product product)) {
      return Optional.empty();
    }
    Optional<String> here = isFeel(product) ? here(product) : Optional.empty();
    var parts = product.productIterator();
    while (here.isEmpty() && parts.hasNext()) {
      here = in(parts.next());
    }
    return here;
  }

  /** Lists and pairs of the parser are no part of the expression. */
  private static boolean isFeel(Product node) {
    return node.getClass().getPackageName().equals("org.camunda.feel.syntaxtree");
  }

  private static Optional<String> here(Product node) {
    String name = node.getClass().getSimpleName().replace("$", "");
    if (!PARTS.contains(name)) {
      return Optional.of(
          name.equals("InputInRange")
              ? "ranges are read differently by browsers; compare with >= and <=."
              : "browsers and the server may read a part of it (" + name + ") differently.");
    }
    if (node instanceof FunctionInvocation call && !FUNCTIONS.contains(call.function())) {
      return Optional.of("the function \"" + call.function() + "\" cannot be used in forms.");
    }
    if (node instanceof In in
        && !(in.test() instanceof AtLeastOne several && several.xs().size() > 1)) {
      return Optional.of(
          "\"in\" needs at least two values in parentheses, like x in (\"A\", \"B\");"
              + " otherwise use = or list contains.");
    }
    if (node instanceof Filter filter && !selects(filter.filter())) {
      return Optional.of(
          "rows are selected by a comparison; browsers find none otherwise. Write"
              + " rows[list contains(known, item.code) = true].");
    }
    if (node instanceof Equal equal
        && (equal.x() instanceof ConstList || equal.y() instanceof ConstList)) {
      return Optional.of("lists are compared differently by browsers; use count.");
    }
    if ((node instanceof SomeItem some && !neverNull(some.condition()))
        || (node instanceof EveryItem every && !neverNull(every.condition()))) {
      return Optional.of(
          "some and every may only test for = or !=; count the rows instead, like"
              + " count(rows[item.age < 18]) > 0.");
    }
    return Optional.empty();
  }

  private static boolean selects(Object condition) {
    return SELECTING.contains(condition.getClass().getSimpleName());
  }

  /** Browsers take a test without an answer for a no, the server takes it for no answer. */
  private static boolean neverNull(Object condition) {
    if (!(condition instanceof Product product)) {
      return false;
    }
    return switch (product.getClass().getSimpleName()) {
      case "Equal" -> true;
      case "Not", "Conjunction", "Disjunction" -> {
        boolean all = true;
        var parts = product.productIterator();
        while (parts.hasNext()) {
          all &= neverNull(parts.next());
        }
        yield all;
      }
      default -> false;
    };
  }
}
