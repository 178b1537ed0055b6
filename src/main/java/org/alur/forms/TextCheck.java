package org.alur.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for texts. */
final class TextCheck {

  /** Where the form itself sets no limit, a line of text may have so many characters. */
  static final int MOST_IN_A_FIELD = 1_000;

  /** Where the form itself sets no limit, a long text may have so many characters. */
  static final int MOST_IN_AN_AREA = 10_000;

  // Both expressions are the ones of form-js, so that both sides accept the same.
  private static final Pattern EMAIL =
      Pattern.compile(
          "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\\z");
  private static final Pattern PHONE =
      Pattern.compile(
          "(\\+|00)("
              + "297|93|244|1264|358|355|376|971|54|374|1684|1268|61|43|994|257|32|229|226|880|"
              + "359|973|1242|387|590|375|501|1441|591|55|1246|673|975|267|236|1|61|41|56|86|"
              + "225|237|243|242|682|57|269|238|506|53|5999|61|1345|357|420|49|253|1767|45|"
              + "1809|1829|1849|213|593|20|291|212|34|372|251|358|679|500|33|298|691|241|44|"
              + "995|44|233|350|224|590|220|245|240|30|1473|299|502|594|1671|592|852|504|385|"
              + "509|36|62|44|91|246|353|98|964|354|972|39|1876|44|962|81|76|77|254|996|855|"
              + "686|1869|82|383|965|856|961|231|218|1758|423|94|266|370|352|371|853|590|212|"
              + "377|373|261|960|52|692|389|223|356|95|382|976|1670|258|222|1664|596|230|265|"
              + "60|262|264|687|227|672|234|505|683|31|47|977|674|64|968|92|507|64|51|63|680|"
              + "675|48|1787|1939|850|351|595|970|689|974|262|40|7|250|966|249|221|65|500|4779|"
              + "677|232|503|378|252|508|381|211|239|597|421|386|46|268|1721|248|963|1649|235|"
              + "228|66|992|690|993|670|676|1868|216|90|688|886|255|256|380|598|1|998|3906698|"
              + "379|1784|58|1284|1340|84|678|681|685|967|27|260|263"
              + ")"
              + "(9[976]\\d|8[987530]\\d|6[987]\\d|5[90]\\d|42\\d|3[875]\\d|2[98654321]\\d|9[8543210]|"
              + "8[6421]|6[6543210]|5[87654321]|4[987654310]|3[9643210]|2[70]|7|1)"
              + "\\d{4,20}\\z");

  private TextCheck() {}

  static Checked check(Instance field, @Nullable Object raw) {
    if (raw == null || raw.equals("")) {
      return Checked.NOTHING;
    }
    if (!(raw instanceof String typed)) {
      return Checked.refused("enter a text.");
    }
    if (!isStorable(typed)) {
      return Checked.refused("remove the characters that cannot be stored.");
    }
    boolean oneLine = field.component().type() == ComponentType.TEXTFIELD;
    String text = oneLine ? onOneLine(typed) : typed;
    List<String> complaints = complaints(field, text);
    return new Checked(trim(text).isEmpty() ? null : text, complaints);
  }

  /** A field has one line; form-js turns line breaks into spaces too. */
  static String onOneLine(String text) {
    return text.replaceAll("[\\r\\n\\t]", " ");
  }

  /** Neither the database nor JSON can carry NUL and halves of characters. */
  private static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  private static List<String> complaints(Instance field, String text) {
    List<String> complaints = new ArrayList<>();
    length(field, text).ifPresent(complaints::add);
    pattern(field, text).ifPresent(complaints::add);
    switch (field.component().rule("validationType").asText("")) {
      case "email" -> {
        if (!EMAIL.matcher(text).find()) {
          complaints.add("enter an e-mail address, like name@example.org.");
        }
      }
      case "phone" -> {
        if (!PHONE.matcher(text).find()) {
          complaints.add("enter a phone number with the country's code, like +628123456789.");
        }
      }
      default -> {}
    }
    return complaints;
  }

  private static Optional<String> length(Instance field, String text) {
    BigDecimal length = BigDecimal.valueOf(trim(text).length());
    Optional<BigDecimal> least = field.lengthLimit("minLength");
    if (least.isPresent() && length.compareTo(least.get()) < 0) {
      return Optional.of("enter at least " + least.get().toPlainString() + " characters.");
    }
    boolean area = field.component().type() == ComponentType.TEXTAREA;
    int cap = area ? MOST_IN_AN_AREA : MOST_IN_A_FIELD;
    Optional<BigDecimal> limit = field.lengthLimit("maxLength");
    BigDecimal most = limit.orElse(BigDecimal.valueOf(cap));
    boolean tooLong = length.compareTo(most) > 0 || (limit.isEmpty() && text.length() > cap);
    return tooLong
        ? Optional.of(
            "enter at most %s characters; it has %s."
                .formatted(most.toPlainString(), length.toPlainString()))
        : Optional.empty();
  }

  private static Optional<String> pattern(Instance field, String text) {
    String pattern = field.component().rule("pattern").asText("");
    if (pattern.isEmpty() || JavaScriptPattern.occursIn(pattern, text)) {
      return Optional.empty();
    }
    String message = field.component().rule("patternErrorMessage").asText("");
    return Optional.of(message.isEmpty() ? "enter it in the form that is asked for." : message);
  }

  /** Trims as JavaScript does, which knows more spaces than Java. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r') || c == '\ufeff' || Character.isSpaceChar(c);
  }
}
