package org.alur.stages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.Activities;
import org.alur.casework.ActivityDetails;
import org.alur.casework.CaseNumber;
import org.alur.casework.HouseholdMember;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the forms of services who lives in the household, and which activity is delivered. */
@Component
class ServiceForms implements FormFiller {

  private final CaseMembers members;
  private final Activities activities;

  ServiceForms(CaseMembers members, Activities activities) {
    this.members = members;
    this.activities = activities;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        "see-member-alone",
        "hold-family-meeting",
        "agree-contract",
        "hold-family-session",
        "deliver-activity",
        "follow-up-activity");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    List<HouseholdMember> household =
        members.of(new CaseNumber(context.caseNumber().orElseThrow()));
    return switch (context.formId()) {
      case "see-member-alone" -> member(context, household);
      case "deliver-activity", "follow-up-activity" -> activity(context);
      default -> Map.of("memberOptions", household.stream().map(ServiceForms::option).toList());
    };
  }

  private static Map<String, String> option(HouseholdMember member) {
    return Map.of(
        "label",
        member.person().name() + " (" + Words.of(member.relation().name()) + ")",
        "value",
        member.person().id().toString());
  }

  private static Map<String, Object> member(FormContext context, List<HouseholdMember> household) {
    return household.stream()
        .filter(member -> find(context, "memberId").filter(is(member)::equals).isPresent())
        .findFirst()
        .<Map<String, Object>>map(
            member ->
                Map.of(
                    "member",
                    Map.of(
                        "name", member.person().name(),
                        "relation", Words.of(member.relation().name()))))
        .orElse(Map.of());
  }

  private static String is(HouseholdMember member) {
    return member.person().id().toString();
  }

  private Map<String, Object> activity(FormContext context) {
    ActivityDetails activity =
        activities.get(UUID.fromString(find(context, "activityId").orElseThrow())).details();
    return Map.of(
        "activity",
        Map.of(
            "description", activity.description(),
            "provider", Words.of(activity.provider()),
            "frequency", Words.of(activity.frequency())));
  }

  private static Optional<String> find(FormContext context, String variable) {
    @Nullable Object value = context.variables().get(variable);
    return Optional.ofNullable(value).map(Object::toString);
  }
}
