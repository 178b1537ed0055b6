package org.alur.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** A form on the screen, or a part of it. Fields are found by what stands beside them. */
final class FormPage {

  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);

  /** A word of an element's class, not a part of one. */
  private static final String HAS_CLASS =
      "contains(concat(' ', normalize-space(@class), ' '), ' %s ')";

  /** The field whose label reads so; the names of options look the same but for one class. */
  private static final String FIELD =
      "xpath=.//label[%s and not(%s) and normalize-space(translate(., '*', '')) = \"%%s\"]"
              .formatted(
                  HAS_CLASS.formatted("fjs-form-field-label"),
                  HAS_CLASS.formatted("fjs-inline-label"))
          + "/ancestor::*[%s][1]".formatted(HAS_CLASS.formatted("fjs-form-field"));

  private static final String ROW = ".fjs-repeat-row-container";

  private static final int THE_ONLY_ONE = -1;

  private final Locator part;
  private final int place;

  FormPage(Locator part) {
    this(part, THE_ONLY_ONE);
  }

  private FormPage(Locator part, int place) {
    this.part = part;
    this.place = place;
  }

  /** Types a line or several, in place of what stood there. */
  FormPage write(String label, String text) {
    field(label).locator("input, textarea").fill(text);
    return this;
  }

  /** Checks what stands in a field. */
  FormPage reads(String label, String text) {
    assertThat(field(label).locator("input, textarea")).hasValue(text);
    return this;
  }

  /** Chooses from a list that unfolds, or from options that all stand there. */
  FormPage choose(String label, String option) {
    Locator field = field(label);
    Locator standing = option(field, option);
    Locator folded = field.locator(".fjs-input-group, .fjs-taglist-input");
    standing.or(folded).first().waitFor();
    if (folded.count() == 0) {
      standing.click();
      return this;
    }
    Locator item = field.locator(".fjs-dropdownlist-item").filter(exactly(option));
    // The list unfolds when it gets the focus, and a click on an unfolded list folds it.
    for (int i = 0; i < 3 && !item.isVisible(); i++) {
      folded.click();
      await(item, 1_000);
    }
    item.click();
    // A list of several stays unfolded and would cover what is below.
    field.locator("input").blur();
    return this;
  }

  private static void await(Locator item, int milliseconds) {
    try {
      item.waitFor(new Locator.WaitForOptions().setTimeout(milliseconds));
    } catch (TimeoutError notYet) {
      // The caller looks again.
    }
  }

  private static Locator option(Locator field, String name) {
    return field
        .locator(".fjs-inline-label label, label.fjs-inline-label")
        .filter(exactly(name))
        .first();
  }

  /** The browser reads the pattern, and knows no {@code \\Q}. */
  static Locator.FilterOptions exactly(String text) {
    String literally = text.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0");
    return new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + literally + "\\s*$"));
  }

  /** Ticks a box that is not ticked. */
  FormPage tick(String label) {
    field(label).locator("input[type=checkbox]").check();
    return this;
  }

  /** Types a day. */
  FormPage date(String label, LocalDate day) {
    Locator input = field(label).locator("input").first();
    input.fill(TYPED.format(day));
    input.press("Enter");
    input.press("Tab");
    return this;
  }

  /** Types a day and a time. */
  FormPage moment(String label, LocalDate day, String time) {
    date(label, day);
    Locator input = field(label).locator(".fjs-timepicker input");
    input.fill(time);
    input.press("Tab");
    return this;
  }

  /** Adds a file and waits until it is there. */
  FormPage attach(String label, Path file) {
    Locator field = field(label);
    field.locator("input[type=file]").setInputFiles(file);
    field.locator(".alur-files__list a").filter(exactly(file.getFileName().toString())).waitFor();
    return this;
  }

  /** A row of a list that cannot grow, counted from one; nothing on the page frames it. */
  FormPage within(String list, int number) {
    return new FormPage(field(list), number - 1);
  }

  /** A row of a list that can grow, counted from one; it is added if there are less. */
  FormPage row(String list, int number) {
    Locator whole = field(list);
    Locator rows = whole.locator(ROW);
    whole.locator(".fjs-repeat-render-add").waitFor();
    if (rows.count() < number) {
      whole.locator(".fjs-repeat-render-add").click();
    }
    Locator row = rows.nth(number - 1);
    row.waitFor();
    return new FormPage(row);
  }

  /** Checks what stands in red beside a field. */
  FormPage isRefused(String label, String reason) {
    assertThat(field(label).locator(".fjs-form-field-error")).containsText(reason);
    return this;
  }

  /** Waits until the draft is on the server. */
  FormPage isSaved() {
    assertThat(part.page().locator(".alur-host__state[data-state=saved]")).isVisible();
    return this;
  }

  /** Checks what stands above the form. */
  FormPage says(String sentence) {
    assertThat(part.page().locator(".alur-host__banner")).containsText(sentence);
    return this;
  }

  /** Shows a field as far up as the page allows. */
  FormPage scrollTo(String label) {
    field(label).evaluate("field => field.scrollIntoView({ block: 'start' })");
    return this;
  }

  private Locator field(String label) {
    Locator fields = part.locator(FIELD.formatted(label));
    Locator field = place == THE_ONLY_ONE ? fields : fields.nth(place);
    field.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    return field;
  }
}
