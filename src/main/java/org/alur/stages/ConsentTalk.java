package org.alur.stages;

import java.util.List;
import java.util.Optional;
import org.alur.casework.CaseFacts;
import org.alur.casework.ConsentDetails;
import org.alur.casework.ConsentType;
import org.alur.casework.Consents;
import org.alur.casework.Person;
import org.alur.casework.SharingPurpose;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Files what a person agreed to and refused when asked for consent, at intake or later. */
@Component
class ConsentTalk {

  private static final String GIVEN = "GIVEN";

  private final Consents consents;
  private final CaseFacts facts;

  ConsentTalk(Consents consents, CaseFacts facts) {
    this.consents = consents;
    this.facts = facts;
  }

  /** Files one row for each question that was asked. */
  void file(FiledForm form) {
    var said = form.said();
    answer(
        form, ConsentType.SERVICE, said.text("serviceDecision"), List.of(), servicePurpose(said));
    fileSharing(form);
    said.texts("otherConsents")
        .forEach(
            type -> answer(form, ConsentType.valueOf(type), GIVEN, List.of(), "Help in this case"));
  }

  /** Files that they agreed to be helped again. */
  void fileService(FiledForm form) {
    answer(form, ConsentType.SERVICE, GIVEN, List.of(), "Help in this case");
  }

  /** Files whether data may be shared, if that was asked. */
  void fileSharing(FiledForm form) {
    var said = form.said();
    said.findText("sharingDecision")
        .ifPresent(
            decision ->
                answer(
                    form,
                    ConsentType.DATA_SHARING,
                    decision,
                    said.texts("recipients"),
                    said.findText("purpose").orElse("Help by others")));
  }

  private static String servicePurpose(Submission said) {
    return said.findText("refusalReason").orElse("Help in this case");
  }

  private void answer(
      FiledForm form, ConsentType type, String decision, List<String> recipients, String purpose) {
    var details = details(form, type, recipients, purpose);
    if (decision.equals(GIVEN)) {
      consents.grant(form.number(), details, form.by(), Optional.of(form.record()));
    } else {
      consents.refuse(form.number(), details, form.by(), Optional.of(form.record()));
    }
  }

  /** Of a group or a community nobody asks whether it can decide. */
  private static ConsentDetails.Capacity capacity(Submission said) {
    return said.findText("capacity")
        .map(ConsentDetails.Capacity::valueOf)
        .orElse(ConsentDetails.Capacity.FULL);
  }

  private ConsentDetails details(
      FiledForm form, ConsentType type, List<String> recipients, String purpose) {
    var said = form.said();
    return new ConsentDetails(
        type,
        facts.person(form.number()).map(Person::id),
        said.choice("givenBy", ConsentDetails.GivenBy.class),
        capacity(said),
        said.choice("method", ConsentDetails.Method.class),
        said.findText("witness"),
        said.findText("consentLanguage"),
        recipients,
        purpose,
        type == ConsentType.DATA_SHARING ? purposes(said) : List.of(),
        said.findText("childAssent").map("YES"::equals),
        said.findDate("validUntil"));
  }

  private static List<SharingPurpose> purposes(Submission said) {
    return said.texts("sharingPurposes").stream().map(SharingPurpose::valueOf).toList();
  }
}
