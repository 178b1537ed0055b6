package org.alur.stages;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.Person;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/**
 * Nothing is granted, paid or handed over to somebody who has died, also when the death was told in
 * another of their cases. What they received before is noted as it was.
 */
@Component
class DeadRecipients implements FormRule {

  private final CaseFacts facts;

  DeadRecipients(CaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        "approve-benefit",
        "approve-benefit-as-head",
        "approve-benefit-in-committee",
        "prepare-payment",
        "approve-payment",
        "pay-out",
        "deliver-assistance",
        SocialAssistanceRequests.FORM);
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    facts
        .person(new CaseNumber(said.context().caseNumber().orElseThrow()))
        .filter(person -> person.deceasedOn().filter(died -> isGivenAfter(died, said)).isPresent())
        .ifPresent(person -> refusals.form(sentence(person)));
  }

  private static boolean isGivenAfter(LocalDate died, Submission said) {
    return said.context().formId().equals(SocialAssistanceRequests.FORM)
        || Stream.of("approval", "payable", "paymentApproval")
            .anyMatch(key -> said.findText(key).filter("YES"::equals).isPresent())
        || List.of("paidOn", "deliveredOn").stream()
            .anyMatch(key -> said.findDate(key).filter(on -> on.isAfter(died)).isPresent());
  }

  private static String sentence(Person person) {
    return "%s died on %s, so nothing more is granted, paid or handed over to them. Say so here, and tell the caseworker: what heirs or the family need is asked for in a case of theirs."
        .formatted(person.name(), Days.of(person.deceasedOn().orElseThrow()));
  }
}
