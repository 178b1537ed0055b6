package org.alur.forms;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a form. Browsers read it as JavaScript does, so it is translated to what
 * means the same in Java; what has no translation is refused before the form is deployed.
 */
final class JavaScriptPattern {

  /** What JavaScript's \s stands for; Java's own \s knows ASCII only. */
  private static final String SPACES =
      "\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

  private static final String ANY = "[^\\n\\r\\u2028\\u2029]";
  private static final String WORD_EDGE = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";
  private static final String NO_WORD_EDGE = "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";
  private static final Pattern REPETITION = Pattern.compile("\\{\\d+(,\\d*)?}");
  private static final Pattern GROUP_START =
      Pattern.compile("\\(\\?(:|=|!|<=|<!|<[A-Za-z][A-Za-z0-9]*>)");

  /** Enough for any sensible pattern; stops one that would keep a processor busy for hours. */
  private static final int MOST_STEPS = 2_000_000;

  private final String source;
  private final StringBuilder java = new StringBuilder();
  private int at;

  private JavaScriptPattern(String source) {
    this.source = source;
  }

  /** Why the pattern cannot be used, empty if it can. */
  static Optional<String> refusal(String source) {
    try {
      translate(source);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e.getDescription() + ".");
    }
  }

  /** Whether the pattern occurs in a text, as {@code RegExp.test} says. */
  static boolean occursIn(String source, String text) {
    try {
      return translate(source).matcher(new Counted(text, new AtomicInteger())).find();
    } catch (TooManySteps | StackOverflowError e) {
      return false;
    }
  }

  private static Pattern translate(String source) {
    JavaScriptPattern translation = new JavaScriptPattern(source);
    while (translation.at < source.length()) {
      translation.next();
    }
    return Pattern.compile(translation.java.toString());
  }

  private void next() {
    char c = source.charAt(at);
    switch (c) {
      case '\\' -> escape(false);
      case '[' -> charClass();
      case '.' -> emit(ANY, 1);
      case '$' -> emit("\\z", 1);
      case '(' -> group();
      case '{' -> repetition();
      case '}', ']' -> emit("\\" + c, 1);
      case '*', '+', '?' -> quantifier(String.valueOf(c));
      default -> emit(String.valueOf(c), 1);
    }
  }

  private void emit(String translated, int consumed) {
    java.append(translated);
    at += consumed;
  }

  private void group() {
    if (!source.startsWith("(?", at)) {
      emit("(", 1);
      return;
    }
    var start = GROUP_START.matcher(source).region(at, source.length());
    if (!start.lookingAt()) {
      throw refuse("a group that starts with (? and is not known to browsers");
    }
    emit(start.group(), start.group().length());
  }

  private void repetition() {
    var braces = REPETITION.matcher(source).region(at, source.length());
    if (braces.lookingAt()) {
      quantifier(braces.group());
    } else {
      emit("\\{", 1);
    }
  }

  private void quantifier(String text) {
    emit(text, text.length());
    if (source.startsWith("?", at)) {
      emit("?", 1);
    }
    if (at < source.length() && "*+?".indexOf(source.charAt(at)) >= 0) {
      throw refuse("two repetitions in a row");
    }
  }

  private void charClass() {
    emit("[", 1);
    if (source.startsWith("^", at)) {
      emit("^", 1);
    }
    if (source.startsWith("]", at)) {
      throw refuse("an empty set []");
    }
    while (at < source.length() && source.charAt(at) != ']') {
      char c = source.charAt(at);
      if (c == '\\') {
        escape(true);
      } else {
        emit(c == '[' || c == '&' || c == '^' ? "\\" + c : String.valueOf(c), 1);
      }
    }
    if (at == source.length()) {
      throw refuse("a set [ that does not end");
    }
    emit("]", 1);
  }

  private void escape(boolean inClass) {
    if (at + 1 == source.length()) {
      throw refuse("a \\ at its end");
    }
    char c = source.charAt(at + 1);
    switch (c) {
      case 's' -> emit(inClass ? SPACES : "[" + SPACES + "]", 2);
      case 'S' -> emit(notSpace(inClass), 2);
      case 'b' -> emit(inClass ? "\\x08" : WORD_EDGE, 2);
      case 'B' -> emit(NO_WORD_EDGE, 2);
      case 'v' -> emit("\\x0B", 2);
      case 'x' -> hexadecimal(2);
      case 'u' -> hexadecimal(4);
      default -> plainEscape(c);
    }
  }

  private String notSpace(boolean inClass) {
    if (inClass) {
      throw refuse("\\S inside of a set");
    }
    return "[^" + SPACES + "]";
  }

  private void hexadecimal(int digits) {
    int end = at + 2 + digits;
    if (end > source.length() || !source.substring(at + 2, end).matches("[0-9a-fA-F]+")) {
      throw refuse("an incomplete \\" + source.charAt(at + 1));
    }
    emit(source.substring(at, end), digits + 2);
  }

  private void plainEscape(char c) {
    boolean letterOrDigit = Character.isLetterOrDigit(c);
    if (letterOrDigit && "dDwWtnrf123456789".indexOf(c) < 0) {
      throw refuse("\\" + c + ", which browsers do not know");
    }
    emit("\\" + c, 2);
  }

  private PatternSyntaxException refuse(String what) {
    return new PatternSyntaxException("it has " + what, source, at);
  }

  /** A text that counts how often it is read. */
  private static final class Counted implements CharSequence {

    private final String text;
    private final AtomicInteger steps;

    Counted(String text, AtomicInteger steps) {
      this.text = text;
      this.steps = steps;
    }

    @Override
    public char charAt(int index) {
      if (steps.incrementAndGet() > MOST_STEPS) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.substring(start, end), steps);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super(null, null, false, false);
    }
  }
}
