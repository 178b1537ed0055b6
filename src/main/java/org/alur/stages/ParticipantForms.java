package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Person;
import org.alur.casework.ServiceSessions;
import org.alur.empowerment.AssistanceKind;
import org.alur.empowerment.BusinessAssistance;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.BusinessGroups;
import org.alur.empowerment.GroupMember;
import org.alur.empowerment.Participants;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Tells forms of empowerment whom the activity wants to make stronger. */
@Component
class ParticipantForms implements FormFiller, FormRule {

  private static final String TRAINING = "hold-business-training";

  private final Participants participants;
  private final BusinessAssistances assistances;
  private final BusinessGroups groups;
  private final ServiceSessions sessions;

  ParticipantForms(
      Participants participants,
      BusinessAssistances assistances,
      BusinessGroups groups,
      ServiceSessions sessions) {
    this.participants = participants;
    this.assistances = assistances;
    this.groups = groups;
    this.sessions = sessions;
  }

  @Override
  public Set<String> forms() {
    return Set.of(TRAINING, "coach-business", "rate-four-aspects");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    List<Person> people =
        participants.of(
            new CaseNumber(context.caseNumber().orElseThrow()), ActivityIds.of(context));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("participantOptions", people.stream().map(ParticipantForms::option).toList());
    people.stream()
        .filter(person -> person.id().toString().equals(context.variables().get("participantId")))
        .findFirst()
        .ifPresent(person -> values.put("participant", Map.of("name", person.name())));
    return values;
  }

  static Map<String, String> option(Person person) {
    return Map.of("label", person.name(), "value", person.id().toString());
  }

  /** Who holds an office has to know what it is about. */
  @Override
  public void check(Submission said, Refusals refusals) {
    if (said.context().formId().equals(TRAINING) && said.text("moreTraining").equals("NO")) {
      var assistance = assistances.get(ActivityIds.of(said.context()));
      if (assistance.kind() == AssistanceKind.GROUP) {
        untrained(assistance, said.texts("present"))
            .forEach(
                officer ->
                    refusals.field(
                        "moreTraining",
                        officer.person().name()
                            + ", "
                            + Words.of(officer.office().name()).toLowerCase(Locale.ROOT)
                            + ", has not come to any training yet; plan another one."));
      }
    }
  }

  private List<GroupMember> untrained(BusinessAssistance assistance, List<String> present) {
    Set<UUID> trained = sessions.present(assistance.activityId(), "TRAINING");
    return groups.members(assistance.group()).stream()
        .filter(member -> member.office().isHeldByOne())
        .filter(member -> !trained.contains(member.person().id()))
        .filter(member -> !present.contains(member.person().id().toString()))
        .toList();
  }
}
