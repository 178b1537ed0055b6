package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.ConsentDetails.GivenBy;
import org.alur.casework.Consents;
import org.alur.casework.HeldConsent;
import org.alur.forms.FormAction;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Asks on the way whether data may be shared, and lets consents be taken back at any time. */
@Component
class ConsentActions implements FormAction, FormFiller, FormRule {

  private static final String ASK = "ask-to-share";
  private static final String WITHDRAW = "withdraw-consent";

  private final Consents consents;
  private final ConsentTalk talk;
  private final CaseFacts facts;

  ConsentActions(Consents consents, ConsentTalk talk, CaseFacts facts) {
    this.consents = consents;
    this.talk = talk;
    this.facts = facts;
  }

  @Override
  public Set<String> forms() {
    return Set.of(ASK, WITHDRAW);
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    return context.formId().equals(WITHDRAW)
        ? Map.of(
            "consentOptions",
            consents.holding(number(context)).stream().map(ConsentActions::option).toList())
        : Map.of();
  }

  private static Map<String, String> option(HeldConsent consent) {
    String recipients =
        consent.recipients().stream().map(Words::of).collect(Collectors.joining(", "));
    Map<String, String> option = new LinkedHashMap<>();
    option.put("value", consent.id().toString());
    option.put(
        "label",
        "%s%s, given on %s by the %s"
            .formatted(
                Words.of(consent.type().name()),
                recipients.isEmpty() ? "" : " (" + recipients + ")",
                consent.givenOn(),
                giver(consent)));
    return option;
  }

  private static String giver(HeldConsent consent) {
    return consent.givenBy() == GivenBy.SELF
        ? "person"
        : consent.givenBy().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (said.context().formId().equals(WITHDRAW)) {
      checkWithdrawal(said, refusals);
      return;
    }
    boolean self = said.text("givenBy").equals(GivenBy.SELF.name());
    if (self && said.findText("capacity").filter("NONE"::equals).isPresent()) {
      refusals.field(
          "givenBy",
          "Who cannot decide cannot consent; ask a parent, a guardian, a custodian or the court.");
    }
    boolean isChild = Boolean.TRUE.equals(facts.of(number(said.context())).get("isChild"));
    if (self && isChild && said.text("sharingDecision").equals("GIVEN")) {
      refusals.field(
          "givenBy",
          "For a child a parent, a guardian or the court consents; the child's own answer is asked"
              + " below.");
    }
  }

  private void checkWithdrawal(Submission said, Refusals refusals) {
    Optional<GivenBy> whose = whose(said);
    Set<UUID> chosen = Set.copyOf(chosen(said));
    boolean theirs =
        consents.holding(number(said.context())).stream()
            .filter(consent -> chosen.contains(consent.id()))
            .allMatch(
                consent ->
                    whose.filter(who -> Consents.mayWithdraw(who, consent.givenBy())).isPresent());
    if (!theirs) {
      refusals.field("withdrawnBy", Consents.NOT_THEIRS);
    }
  }

  @Override
  public void perform(Submission said) {
    var form = new FiledForm(said);
    if (said.context().formId().equals(ASK)) {
      talk.fileSharing(form);
      return;
    }
    consents.withdraw(
        form.number(),
        chosen(said),
        whose(said).orElseThrow(),
        said.findText("reason"),
        form.by(),
        form.record());
  }

  private static List<UUID> chosen(Submission said) {
    return said.texts("withdrawn").stream().map(UUID::fromString).toList();
  }

  /** Empty if it is somebody else. */
  private static Optional<GivenBy> whose(Submission said) {
    return said.findText("withdrawnBy")
        .filter(who -> !who.equals("SOMEBODY_ELSE"))
        .map(GivenBy::valueOf);
  }

  private static CaseNumber number(FormContext context) {
    return new CaseNumber(context.caseNumber().orElseThrow());
  }
}
