package org.alur.stages;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.empowerment.BusinessAssistance;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.BusinessGroups;
import org.alur.forms.FormAction;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** What happens to an assisted business without a task that asks for it. */
@Component
class BusinessActions implements FormAction, FormFiller, FormRule {

  private static final String RAISE_CONCERN = "raise-concern";
  private static final String CHANGE_MEMBERS = "change-members";

  private final BusinessAssistances assistances;
  private final BusinessGroups groups;
  private final GroupChanges changes;
  private final ConcernForms concerns;

  BusinessActions(
      BusinessAssistances assistances,
      BusinessGroups groups,
      GroupChanges changes,
      ConcernForms concerns) {
    this.assistances = assistances;
    this.groups = groups;
    this.changes = changes;
    this.concerns = concerns;
  }

  @Override
  public Set<String> forms() {
    return Set.of(RAISE_CONCERN, CHANGE_MEMBERS);
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    return Map.of(
        "participantOptions",
        group(context).map(groups::members).stream()
            .flatMap(members -> members.stream())
            .map(member -> ParticipantForms.option(member.person()))
            .toList());
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (said.context().formId().equals(RAISE_CONCERN)) {
      if (assistance(said.context()).isEmpty()) {
        refusals.form(
            "No business is assisted in this case at present, so there is nothing to stop. Add a"
                + " note instead.");
      }
      return;
    }
    Optional<UUID> group = group(said.context());
    if (group.isEmpty()) {
      refusals.form("No business group is assisted in this case at present. Add a note instead.");
    } else if (GroupChanges.isEmpty(said)) {
      refusals.form("Say who left, who came or who was elected; nothing has been entered.");
    } else {
      changes.check(said, group.get(), refusals);
    }
  }

  @Override
  public void perform(Submission said) {
    var form = new FiledForm(said);
    if (said.context().formId().equals(RAISE_CONCERN)) {
      concerns.note(form, assistance(said.context()).orElseThrow().activityId());
    } else {
      changes.file(form, group(said.context()).orElseThrow());
    }
  }

  private Optional<BusinessAssistance> assistance(FormContext context) {
    return context.caseNumber().map(CaseNumber::new).flatMap(assistances::runningIn);
  }

  private Optional<UUID> group(FormContext context) {
    return assistance(context).flatMap(BusinessAssistance::groupId);
  }
}
