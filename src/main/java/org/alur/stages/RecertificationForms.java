package org.alur.stages;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.assistance.AssistanceRulebook;
import org.alur.assistance.Recertification;
import org.alur.assistance.Recertifications;
import org.alur.casework.CaseNumber;
import org.alur.casework.WesternIndonesia;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.springframework.stereotype.Component;

/** Shows to those who recertify a family what was seen and decided. */
@Component
class RecertificationForms implements FormFiller {

  private static final String VISIT = "visit-for-recertification";
  private static final String DECIDE = "decide-recertification";

  private final AssistanceView view;
  private final Recertifications recertifications;
  private final AssistanceRulebook rulebook;
  private final WorkerNames names;
  private final Clock clock;

  RecertificationForms(
      AssistanceView view,
      Recertifications recertifications,
      AssistanceRulebook rulebook,
      WorkerNames names,
      Clock clock) {
    this.view = view;
    this.recertifications = recertifications;
    this.rulebook = rulebook;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        VISIT, DECIDE, "give-removal-notice", "take-removal-objection", "review-removal-objection");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    Map<String, Object> facts = new LinkedHashMap<>();
    Optional<UUID> enrolment = AssistanceVariables.enrolment(context);
    if (context.formId().equals(VISIT) || context.formId().equals(DECIDE)) {
      var number = new CaseNumber(context.caseNumber().orElseThrow());
      facts.put("memberOptions", view.memberOptions(number));
      facts.put("assistance", view.household(enrolment.orElseThrow()));
    } else {
      facts.put("recertification", decision(recertifications.newest(enrolment.orElseThrow())));
    }
    return facts;
  }

  private Map<String, Object> decision(Recertification decision) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("reason", decision.reason());
    shown.put("decidedBy", names.of(decision.decidedBy()));
    shown.put("decidedOn", Days.of(decision.decidedOn()));
    shown.put("noticeDays", rulebook.on(WesternIndonesia.today(clock)).noticeDays());
    decision.noticeEndsOn().ifPresent(day -> shown.put("noticeEndsOn", Days.of(day)));
    decision.objection().ifPresent(text -> shown.put("objection", text));
    return shown;
  }
}
