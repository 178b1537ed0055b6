package org.alur.stages;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.alur.casework.Contact;
import org.alur.casework.Contacts;
import org.springframework.stereotype.Component;

/** Enters what forms say about a contact in the contacts of the case. */
@Component
class ContactLog {

  private final Contacts contacts;

  ContactLog(Contacts contacts) {
    this.contacts = contacts;
  }

  /** Enters a contact from the fields contactAt, contactType, outcome, withWhom and summary. */
  void enter(FiledForm form) {
    var said = form.said();
    var contact =
        new Contact(
            said.choice("contactType", Contact.Type.class),
            Optional.empty(),
            Optional.of(instant(said.text("contactAt"))),
            said.findText("outcome").map(Contact.Outcome::valueOf).orElse(Contact.Outcome.HELD),
            said.findText("withWhom"),
            said.findText("summary"),
            said.findText("nextStep"));
    contacts.log(form.number(), contact, form.by(), Optional.of(form.record()));
  }

  static Instant instant(String moment) {
    return OffsetDateTime.parse(moment).toInstant();
  }
}
