package org.alur.deployment;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alur.engine.OfferedToModels;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The shapes that an expression in a model may have. */
@Component
class AllowedExpressions {

  private static final String NAME = "[a-zA-Z][a-zA-Z0-9]*";
  private static final String CONSTANT = "'[^'{}\\\\]*'|-?\\d+(?:\\.\\d+)?|true|false|null";
  private static final String ARGUMENT = "(?:" + CONSTANT + "|" + NAME + ")";

  private static final Pattern VARIABLE = Pattern.compile("!?\\s*" + NAME);
  private static final Pattern COMPARISON =
      Pattern.compile(NAME + "\\s*(?:==|!=|<=|>=|<|>)\\s*(?:" + CONSTANT + ")");
  private static final Pattern FORM_FIELD = Pattern.compile("form\\.(" + NAME + ")");
  private static final Pattern CALL =
      Pattern.compile(
          "(%s)\\.(%s)\\(\\s*(%s(?:\\s*,\\s*%s)*)?\\s*\\)"
              .formatted(NAME, NAME, ARGUMENT, ARGUMENT));
  private static final Pattern EXPRESSION =
      Pattern.compile("\\s*[$#]\\{(.*)\\}\\s*", Pattern.DOTALL);

  private final ListableBeanFactory beans;

  AllowedExpressions(ListableBeanFactory beans) {
    this.beans = beans;
  }

  static boolean isExpression(String text) {
    return text.contains("${") || text.contains("#{");
  }

  /** The field of the submitted form that an expression reads, if that is what it does. */
  static Optional<String> formField(String text) {
    Matcher field = FORM_FIELD.matcher(inner(text).orElse(""));
    return field.matches() ? Optional.of(field.group(1)) : Optional.empty();
  }

  /** Says why an expression is not allowed; empty if it is. */
  Optional<String> refuse(String text) {
    String inner = inner(text).orElse("").strip();
    if (VARIABLE.matcher(inner).matches()
        || COMPARISON.matcher(inner).matches()
        || FORM_FIELD.matcher(inner).matches()) {
      return Optional.empty();
    }
    Matcher call = CALL.matcher(inner);
    if (!call.matches()) {
      return Optional.of(
          "The expression %s is not allowed: use a variable, a comparison with a constant, "
                  .formatted(text.strip())
              + "${form.field} or a call of an offered method.");
    }
    return isOffered(call.group(1), call.group(2), arguments(call.group(3)))
        ? Optional.empty()
        : Optional.of(
            "%s calls what Alur does not offer to models; check the spelling."
                .formatted(text.strip()));
  }

  private static Optional<String> inner(String text) {
    Matcher expression = EXPRESSION.matcher(text);
    if (!expression.matches()) {
      return Optional.empty();
    }
    return Optional.of(expression.group(1).strip());
  }

  private static int arguments(@Nullable String list) {
    return list == null || list.isBlank() ? 0 : list.split(",", -1).length;
  }

  private boolean isOffered(String bean, String method, int arguments) {
    if (!List.of(beans.getBeanNamesForAnnotation(OfferedToModels.class)).contains(bean)) {
      return false;
    }
    Class<?> type = beans.getType(bean);
    return type != null
        && Arrays.stream(type.getMethods())
            .filter(candidate -> candidate.getDeclaringClass() != Object.class)
            .filter(candidate -> !Modifier.isStatic(candidate.getModifiers()))
            .filter(candidate -> candidate.getName().equals(method))
            .mapToInt(Method::getParameterCount)
            .anyMatch(count -> count == arguments);
  }
}
