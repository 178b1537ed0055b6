package org.alur.forms;

import org.alur.casework.CaseNumber;
import org.alur.casework.CaseReaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows forms to people and keeps what they have typed so far. */
@Component
class FormDesk {

  private static final String NOT_YOURS =
      "Only the person who works on this task can keep a draft of its form. Claim the task first.";

  private final OpenForms forms;
  private final FormData data;
  private final Drafts drafts;
  private final CaseReaders readers;

  FormDesk(OpenForms forms, FormData data, Drafts drafts, CaseReaders readers) {
    this.forms = forms;
    this.data = data;
    this.drafts = drafts;
    this.readers = readers;
  }

  /** The form, filled, with the draft if it is this person's to go on with. */
  FormView show(OpenForm open) {
    var context = open.context();
    context
        .caseNumber()
        .flatMap(CaseNumber::find)
        .ifPresent(number -> readers.viewed(number, context.userId(), "form " + context.formId()));
    var draft = open.mine() ? drafts.find(open.place()).orElse(null) : null;
    return new FormView(
        open.form().id(), open.form().schema(), data.of(open.form(), open.context()), draft);
  }

  /**
   * Keeps what was typed for a task, unless it is completed at this moment: then nothing is left.
   */
  @Transactional
  Drafts.Draft keepOfTask(String taskId, DraftEntry typed) {
    drafts.lock(Drafts.Place.task(taskId));
    return keep(forms.ofTask(taskId), typed);
  }

  /** Keeps what was typed, valid or not. */
  Drafts.Draft keep(OpenForm open, DraftEntry typed) {
    refuseUnlessMine(open);
    return drafts.save(
        open.place(), typed.version(), Json.map(typed.typed()), open.context().userId());
  }

  void discard(OpenForm open) {
    refuseUnlessMine(open);
    drafts.forget(open.place());
  }

  private static void refuseUnlessMine(OpenForm open) {
    if (!open.mine()) {
      throw new NotYourForm(NOT_YOURS);
    }
  }
}
