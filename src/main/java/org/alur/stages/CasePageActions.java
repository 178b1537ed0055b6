package org.alur.stages;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Contact;
import org.alur.casework.Contacts;
import org.alur.casework.Notes;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.forms.FormAction;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** What happens in a case without a task that asks for it, from a note to a death. */
@Component
class CasePageActions implements FormAction {

  static final String LOG_CONTACT = "log-contact";
  static final String ADD_NOTE = "add-note";
  static final String RAISE_RISK = "raise-risk";
  static final String EMERGENCY = "request-emergency-measure";
  static final String FURTHER_MEASURE = "request-further-measure";
  static final String DEATH = "report-death";

  private final Contacts contacts;
  private final Notes notes;
  private final RiskAssessments risks;
  private final SignsOfDanger signs;
  private final SuddenEvents events;

  CasePageActions(
      Contacts contacts,
      Notes notes,
      RiskAssessments risks,
      SignsOfDanger signs,
      SuddenEvents events) {
    this.contacts = contacts;
    this.notes = notes;
    this.risks = risks;
    this.signs = signs;
    this.events = events;
  }

  @Override
  public Set<String> forms() {
    return Set.of(LOG_CONTACT, ADD_NOTE, RAISE_RISK, EMERGENCY, FURTHER_MEASURE, DEATH);
  }

  @Override
  public void perform(Submission said) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    var by = said.context().userId();
    var record = Optional.of(said.recordId());
    switch (said.context().formId()) {
      case LOG_CONTACT -> {
        contacts.log(number, contact(said), by, record);
        signs.note(new FiledForm(said), said.findText("summary").orElse("Seen at a contact."));
      }
      case ADD_NOTE -> notes.add(number, said.findText("subject"), said.text("text"), by, record);
      case RAISE_RISK -> raise(said, number, record);
      case EMERGENCY -> events.emergency(number, said.text("danger"), by, record);
      case FURTHER_MEASURE -> events.furtherMeasure(number, said.text("reason"), by, record);
      case DEATH ->
          events.death(
              number,
              said.findDate("diedOn").orElseThrow(),
              said.text("circumstances"),
              by,
              record);
      default -> throw new IllegalStateException("Nothing follows " + said.context().formId());
    }
  }

  private void raise(Submission said, CaseNumber number, Optional<UUID> record) {
    var reason = said.text("reason");
    if (SignsOfDanger.in(said).isEmpty()) {
      var level = said.choice("riskLevel", RiskLevel.class);
      risks.raise(number, level, reason, said.context().userId(), record);
    } else {
      signs.note(new FiledForm(said), reason);
    }
  }

  private static Contact contact(Submission said) {
    var outcome = said.choice("outcome", Contact.Outcome.class);
    var at = Optional.of(OffsetDateTime.parse(said.text("contactAt")).toInstant());
    boolean tried = outcome != Contact.Outcome.PLANNED && outcome != Contact.Outcome.CANCELLED;
    return new Contact(
        said.choice("contactType", Contact.Type.class),
        tried ? Optional.empty() : at,
        tried ? at : Optional.empty(),
        outcome,
        said.findText("withWhom"),
        said.findText("summary").or(() -> said.findText("remark")),
        said.findText("nextStep"));
  }
}
