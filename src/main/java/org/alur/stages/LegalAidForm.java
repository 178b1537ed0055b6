package org.alur.stages;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.alur.forms.Submission;
import org.alur.legalaid.LegalAidRequest;
import org.alur.legalaid.LegalAidStep;
import org.alur.legalaid.LegalCaseType;
import org.alur.legalaid.Proceeding;
import org.alur.legalaid.ProviderAnswer;
import org.alur.legalaid.ProviderReferral;

/** Reads the forms of legal aid. */
final class LegalAidForm {

  private LegalAidForm() {}

  static LegalAidRequest request(FiledForm form, UUID activity) {
    Submission said = form.said();
    var papers = LegalAidPapers.of(said);
    boolean sexualViolence = isYes(said, "sexualViolence");
    return new LegalAidRequest(
        form.number(),
        activity,
        said.text("manner").equals("ORAL"),
        said.choice("caseType", LegalCaseType.class),
        sexualViolence,
        !sexualViolence || isYes(said, "offenderIsChild"),
        papers.proof(),
        papers.areComplete(),
        form.by(),
        form.record());
  }

  static ProviderReferral referral(UUID request, Submission said, Instant answerDue) {
    return new ProviderReferral(
        request,
        said.text("provider"),
        isYes(said, "accredited"),
        said.findText("accreditationNumber"),
        said.findDate("sentOn").orElseThrow(),
        answerDue,
        Optional.empty());
  }

  static ProviderAnswer answer(FiledForm form) {
    Submission said = form.said();
    return new ProviderAnswer(
        said.choice("answer", ProviderAnswer.Kind.class),
        said.findDate("answeredOn"),
        said.findText("reasons"),
        form.by(),
        form.record());
  }

  static LegalAidStep step(FiledForm form) {
    Submission said = form.said();
    return new LegalAidStep(
        said.choice("proceeding", Proceeding.class),
        said.findDate("heldOn").orElseThrow(),
        said.text("summary"),
        said.findText("nextStep"),
        said.findDate("nextOn"),
        form.by(),
        form.record());
  }

  private static boolean isYes(Submission said, String key) {
    return said.findText(key).filter("YES"::equals).isPresent();
  }
}
