package org.alur.stages;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.Closure;
import org.alur.casework.ClosureReason;
import org.alur.casework.Closures;
import org.alur.casework.Contacts;
import org.alur.casework.ServiceConsent;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.springframework.stereotype.Component;

/** Fills the forms of termination with what was proposed, decided and tried. */
@Component
class TerminationForms implements FormFiller {

  /** Attempts that count before contact is lost. */
  static final Duration LOOKED_FOR = Duration.ofDays(30);

  private final Closures closures;
  private final Contacts contacts;
  private final CaseFacts facts;
  private final Workers workers;
  private final ServiceConsent consent;
  private final Clock clock;

  TerminationForms(
      Closures closures,
      Contacts contacts,
      CaseFacts facts,
      Workers workers,
      ServiceConsent consent,
      Clock clock) {
    this.closures = closures;
    this.contacts = contacts;
    this.facts = facts;
    this.workers = workers;
    this.consent = consent;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of("prepare-closure", "approve-closure");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var number = new CaseNumber(context.caseNumber().orElseThrow());
    return context.formId().equals("prepare-closure") ? preparation(number) : approval(number);
  }

  private Map<String, Object> preparation(CaseNumber number) {
    Map<String, Object> values = new LinkedHashMap<>();
    var attempts = contacts.failedSince(number, clock.instant().minus(LOOKED_FOR));
    values.put("attempts", Map.of("total", attempts.total(), "homeVisits", attempts.homeVisits()));
    if (consent.isEnded(number)) {
      values.put("closureReason", ClosureReason.CLIENT_WITHDREW.name());
    }
    facts
        .person(number)
        .flatMap(person -> person.deceasedOn())
        .ifPresent(
            on -> {
              values.put("closureReason", ClosureReason.DECEASED.name());
              values.put("deceasedOn", on.toString());
            });
    closures.latest(number).ifPresent(closure -> values.putAll(returned(closure)));
    return values;
  }

  private static Map<String, Object> returned(Closure closure) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("closureReason", closure.reason().name());
    values.put("summary", closure.summary());
    closure.decisionReason().ifPresent(reason -> values.put("returned", Map.of("reason", reason)));
    return values;
  }

  private Map<String, Object> approval(CaseNumber number) {
    return closures
        .latest(number)
        .map(
            closure ->
                Map.<String, Object>of(
                    "closure",
                    Map.of(
                        "reason", Words.of(closure.reason().name()),
                        "preparedBy", name(closure.proposedBy()),
                        "summary", closure.summary())))
        .orElse(Map.of());
  }

  private String name(String userId) {
    return workers.find(userId).map(Worker::fullName).orElse(userId);
  }
}
