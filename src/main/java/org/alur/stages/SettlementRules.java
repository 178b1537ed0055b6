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

  /** The question that plans and conferences answer for each thing that is done. */
  private static final String QUESTION = "settlement";

  /**
   * What people call a settlement, in the two languages that they write: the second net, for what
   * was answered otherwise or not asked by an older form.
   */
  private static final Pattern SETTLEMENT =
      Pattern.compile(
          "\\b(mediat(e|ion|ing|or)|reconcil\\w+|out-of-court|mediasi|rekonsiliasi|damai"
              + "|perdamaian|berdamai|didamaikan|mendamaikan|islah|musyawarah|kekeluargaan)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final String IN_OTHER_WORDS =
      " If this says only that such an offer is turned down, say so in other words.";

  private final SexualViolence violence;

  SettlementRules(SexualViolence violence) {
    this.violence = violence;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        "decide-on-joint-work",
        "hold-family-meeting",
        "hold-family-session",
        "write-case-plan",
        ConferenceForms.HOLD);
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (!violence.forbidsSettlement(new CaseNumber(said.context().caseNumber().orElseThrow()))) {
      return;
    }
    switch (said.context().formId()) {
      case "decide-on-joint-work" -> refuse("jointWork", said, "SAFE", refusals);
      case "write-case-plan" -> checkRows(said, "activities", "description", refusals);
      case ConferenceForms.HOLD -> checkRows(said, ConferenceInput.DECISIONS, "decision", refusals);
      default -> refuse("offenderThere", said, "YES", refusals);
    }
  }

  private static void refuse(String field, Submission said, String choice, Refusals refusals) {
    if (said.findText(field).filter(choice::equals).isPresent()) {
      refusals.field(field, SexualViolence.NO_SETTLEMENT);
    }
  }

  private static void checkRows(Submission said, String list, String text, Refusals refusals) {
    List<FormRow> rows = FormRow.of(said, list);
    for (int i = 0; i < rows.size(); i++) {
      var path = list + "." + i + ".";
      if (rows.get(i).findText(QUESTION).filter("YES"::equals).isPresent()) {
        refusals.field(path + QUESTION, SexualViolence.NO_SETTLEMENT);
      } else if (rows.get(i).findText(text).filter(SettlementRules::settles).isPresent()) {
        refusals.field(path + text, SexualViolence.NO_SETTLEMENT + IN_OTHER_WORDS);
      }
    }
  }

  private static boolean settles(String text) {
    return SETTLEMENT.matcher(text).find();
  }
}
