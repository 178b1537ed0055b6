package org.alur.stages;

import java.time.Clock;
import java.util.Set;
import org.alur.engine.Processes;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Nobody is left shackled because their case ends, and nobody is freed in the future. */
@Component
class ShacklingRules implements FormRule {

  /** With these ends somebody else goes on asking, or nobody has to any more. */
  private static final Set<String> ASKED_ELSEWHERE =
      Set.of("DUPLICATE", "DECEASED", "REFERRED_ACCEPTED", "TRANSFERRED");

  private final Processes processes;
  private final Clock clock;

  ShacklingRules(Processes processes, Clock clock) {
    this.processes = processes;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of("ask-for-release", "press-for-release", "prepare-closure", "explain-rejection");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    switch (said.context().formId()) {
      case "prepare-closure" -> checkEnd(said, "closureReason", refusals);
      case "explain-rejection" -> checkEnd(said, "rejectionReason", refusals);
      default -> {
        checkTime(said, "askedAt", refusals);
        checkTime(said, "releasedAt", refusals);
      }
    }
  }

  private void checkEnd(Submission said, String field, Refusals refusals) {
    boolean elsewhere = said.findText(field).filter(ASKED_ELSEWHERE::contains).isPresent();
    if (!elsewhere
        && processes.isRunning("shackling-found", said.context().caseNumber().orElseThrow())) {
      refusals.form(
          "The person is shackled or locked away, so the case goes on. Do the task \"Ask for"
              + " release\" first, until the person is free.");
    }
  }

  private void checkTime(Submission said, String field, Refusals refusals) {
    said.findText(field)
        .map(ContactLog::instant)
        .filter(moment -> moment.isAfter(clock.instant()))
        .ifPresent(moment -> refusals.field(field, "This time is still to come; correct it."));
  }
}
