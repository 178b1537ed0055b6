package org.alur.stages;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.alur.casework.CaseNumber;
import org.alur.casework.SexualViolence;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/**
 * Nothing is mediated in a case of sexual violence, and nobody has to sit together with whoever did
 * it, unless the offender is a child (UU 12/2022 art. 23). Forms hide what would; this refuses it
 * also from forms of an older version.
 */
@Component
class SettlementRules implements FormRule {

  /** What a plan calls a settlement, in the two languages that people write. */
  private static final Pattern SETTLEMENT =
      Pattern.compile(
          "\\b(mediat(e|ion|ing|or)|reconcil\\w+|out-of-court|mediasi|rekonsiliasi|damai"
              + "|perdamaian|berdamai|didamaikan|mendamaikan|islah|musyawarah|kekeluargaan)\\b",
          Pattern.CASE_INSENSITIVE);

  private final SexualViolence violence;

  SettlementRules(SexualViolence violence) {
    this.violence = violence;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        "decide-on-joint-work", "hold-family-meeting", "hold-family-session", "write-case-plan");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (!violence.forbidsSettlement(new CaseNumber(said.context().caseNumber().orElseThrow()))) {
      return;
    }
    switch (said.context().formId()) {
      case "decide-on-joint-work" -> refuse("jointWork", said, "SAFE", refusals);
      case "write-case-plan" -> checkPlan(said, refusals);
      default -> refuse("offenderThere", said, "YES", refusals);
    }
  }

  private static void refuse(String field, Submission said, String choice, Refusals refusals) {
    if (said.findText(field).filter(choice::equals).isPresent()) {
      refusals.field(field, SexualViolence.NO_SETTLEMENT);
    }
  }

  private static void checkPlan(Submission said, Refusals refusals) {
    List<FormRow> activities = FormRow.of(said, "activities");
    for (int i = 0; i < activities.size(); i++) {
      if (activities.get(i).findText("description").filter(SettlementRules::settles).isPresent()) {
        refusals.field("activities." + i + ".description", SexualViolence.NO_SETTLEMENT);
      }
    }
  }

  private static boolean settles(String description) {
    return SETTLEMENT.matcher(description).find();
  }
}
