package org.alur.forms;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Checks a submission against the form from which it says it comes, by the same rules as the form
 * in the browser, because what a browser checks can be left out.
 */
@Service
public final class FormValidator {

  private final Feel feel;
  private final DateCheck dates;

  FormValidator(Clock clock) {
    feel = new Feel(clock);
    dates = new DateCheck(clock);
  }

  /**
   * Checks a submission.
   *
   * @param submitted what was sent, by key of the form
   * @param context what the form opened with: values for its keys, and what its conditions and
   *     texts refer to; read-only fields get their values from here
   */
  public Validated validate(
      FormSchema schema, Map<String, Object> submitted, Map<String, Object> context) {
    Refusals refusals = new Refusals();
    new KeyCheck(refusals).check(KeyTree.of(schema.components()), submitted);
    FormRun run = FormRun.of(schema, Tree.copyOf(submitted), context, feel);
    if (!run.isSettled()) {
      refusals.form("The conditions of the form contradict each other. Tell the analyst.");
    }
    Tree kept = Tree.empty();
    FieldCheck check = new FieldCheck(dates, run.initial());
    for (Instance instance : run.visible()) {
      if (instance.component().type().isList()) {
        keepRows(run, instance, submitted, kept, refusals);
      } else {
        keep(instance, check.check(instance, run.value(instance)), kept, refusals);
      }
    }
    return new Validated(kept.root(), refusals);
  }

  private static void keep(Instance field, Checked checked, Tree kept, Refusals refusals) {
    // Nobody can correct a disabled field, so the browser does not check it either.
    if (!field.component().flag("disabled")) {
      checked
          .complaints()
          .forEach(
              complaint ->
                  refusals.field(Paths.name(field.path()), field.label() + ": " + complaint));
    }
    if (checked.value() != null) {
      kept.set(field.path(), checked.value());
    }
  }

  private static void keepRows(
      FormRun run, Instance list, Map<String, Object> submitted, Tree kept, Refusals refusals) {
    int sent = Tree.copyOf(submitted).get(list.path()) instanceof List<?> rows ? rows.size() : 0;
    String path = Paths.name(list.path());
    if (list.component().hasOpenRows() && sent > FormRun.MOST_ROWS) {
      refusals.field(
          path,
          list.label() + ": enter at most " + FormRun.MOST_ROWS + " rows; it has " + sent + ".");
    }
    if (!list.component().hasOpenRows() && sent > run.initialRows(list.path())) {
      refusals.field(path, list.label() + ": rows cannot be added here.");
    }
    @Nullable Object rows = run.value(list);
    for (int i = 0; rows instanceof List<?> all && i < all.size(); i++) {
      kept.set(Paths.below(list.path(), i), Tree.empty().root());
    }
  }
}
