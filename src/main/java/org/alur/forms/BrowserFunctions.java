package org.alur.forms;

import camundajar.impl.scala.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.context.JavaFunction;
import org.camunda.feel.context.JavaFunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;

/**
 * Functions that browsers compute in another way than the engine's own FEEL. The engine prefers its
 * own ones, so these have names of their own that are put into an expression before it is read.
 */
final class BrowserFunctions extends JavaFunctionProvider {

  private static final String NUMBER = "browserNumber";
  private static final Pattern TEXT_OR_CALL =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|\\bnumber\\s*\\(");

  /** Puts these functions in the place of the engine's. */
  static String named(String expression) {
    return TEXT_OR_CALL
        .matcher(expression)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group().startsWith("\"") ? found.group() : NUMBER + "("));
  }

  @Override
  public Optional<JavaFunction> resolveFunction(String name) {
    return name.equals(NUMBER)
        ? Optional.of(new JavaFunction(List.of("from"), arguments -> number(arguments.get(0))))
        : Optional.empty();
  }

  @Override
  public Collection<String> getFunctionNames() {
    return List.of(NUMBER);
  }

  /** A text field that nobody has filled holds an empty text, which browsers take for zero. */
  private static Val number(Val from) {
    if (!(from instanceof ValString text)) {
      return ValNull$.MODULE$;
    }
    if (TextCheck.trim(text.value()).isEmpty()) {
      return new ValNumber(BigDecimal.int2bigDecimal(0));
    }
    return Numbers.parse(text.value())
        .<Val>map(number -> new ValNumber(BigDecimal.javaBigDecimal2bigDecimal(number)))
        .orElse(ValNull$.MODULE$);
  }
}
