package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alur.casework.Activities;
import org.alur.casework.ActivityDetails;
import org.alur.casework.CaseNumber;
import org.alur.casework.HouseholdMember;
import org.alur.catalogue.ServiceCatalogue;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the forms of services who lives in the household, and which activity is delivered. */
@Component
class ServiceForms implements FormFiller {

  private static final Set<String> WITHOUT_SERVICE =
      Set.of("deliver-activity", "follow-up-activity");

  private final CaseMembers members;
  private final Activities activities;
  private final ServiceCatalogue catalogue;

  ServiceForms(CaseMembers members, Activities activities, ServiceCatalogue catalogue) {
    this.members = members;
    this.activities = activities;
    this.catalogue = catalogue;
  }

  /** Those of all services, also of such as are added later. */
  @Override
  public Set<String> forms() {
    return Stream.concat(catalogue.forms().stream(), WITHOUT_SERVICE.stream())
        .collect(Collectors.toSet());
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    List<HouseholdMember> household =
        members.of(new CaseNumber(context.caseNumber().orElseThrow()));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("memberOptions", household.stream().map(ServiceForms::option).toList());
    facts.putAll(member(context, household));
    find(context, "activityId").ifPresent(id -> facts.put("activity", activity(id)));
    return facts;
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

  private Map<String, String> activity(String id) {
    ActivityDetails activity = activities.get(UUID.fromString(id)).details();
    return Map.of(
        "description", activity.description(),
        "provider", Words.of(activity.provider()),
        "frequency", Words.of(activity.frequency()));
  }

  private static Optional<String> find(FormContext context, String variable) {
    @Nullable Object value = context.variables().get(variable);
    return Optional.ofNullable(value).map(Object::toString);
  }
}
