package org.alur.forms;

import org.springframework.stereotype.Component;

/** Shows forms to people and keeps what they have typed so far. */
@Component
class FormDesk {

  private static final String NOT_YOURS =
      "Only the person who works on this task can keep a draft of its form. Claim the task first.";

  private final FormData data;
  private final Drafts drafts;

  FormDesk(FormData data, Drafts drafts) {
    this.data = data;
    this.drafts = drafts;
  }

  /** The form, filled, with the draft if it is this person's to go on with. */
  FormView show(OpenForm open) {
    var draft = open.mine() ? drafts.find(open.place()).orElse(null) : null;
    return new FormView(open.form().id(), open.form().schema(), data.of(open.context()), draft);
  }

  /** Keeps what was typed, valid or not. */
  Drafts.Draft keep(OpenForm open, DraftEntry typed) {
    refuseUnlessMine(open);
    return drafts.save(
        open.place(), typed.version(), Json.map(typed.data()), open.context().userId());
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
