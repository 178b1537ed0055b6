package org.alur.stages;

import java.util.List;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.empowerment.Aspect;
import org.alur.empowerment.AspectScores;
import org.alur.empowerment.FourAspects;
import org.alur.empowerment.Measurement;
import org.alur.empowerment.Participants;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of measuring empowerment that the platform does. */
@Component
@OfferedToModels
public class FourAspectsTasks {

  private final Submissions submissions;
  private final Participants participants;
  private final FourAspects aspects;
  private final AspectItems items;

  FourAspectsTasks(
      Submissions submissions, Participants participants, FourAspects aspects, AspectItems items) {
    this.submissions = submissions;
    this.participants = participants;
    this.aspects = aspects;
    this.items = items;
  }

  /** The ids of the people who are heard, each alone. */
  public List<String> participants(DelegateExecution execution) {
    return participants.of(number(execution), ActivityIds.of(execution)).stream()
        .map(person -> person.id().toString())
        .toList();
  }

  /** Files what one person told, if the person could be heard. */
  public void recordRating(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    if (form.said().text("heard").equals("YES")) {
      items.file(form, ActivityIds.of(execution), Variables.PARTICIPANT_ID.from(execution));
    }
  }

  /** Files the median, and says how far each aspect has risen since the first measurement. */
  public void recordMedian(DelegateExecution execution) {
    var by = submissions.of(execution).context().userId();
    var earlier = aspects.history(ActivityIds.of(execution)).stream().findFirst();
    aspects
        .fileMedian(
            number(execution), ActivityIds.of(execution), execution.getProcessInstanceId(), by)
        .ifPresent(now -> tellChange(execution, earlier, now));
  }

  private static void tellChange(
      DelegateExecution execution, Optional<Measurement> earlier, AspectScores now) {
    for (var aspect : Aspect.values()) {
      Variables.change(aspect)
          .on(
              execution,
              earlier.map(first -> now.wholeRiseSince(first.scores(), aspect)).orElse(0L));
    }
  }

  private static CaseNumber number(DelegateExecution execution) {
    return new CaseNumber(execution.getProcessBusinessKey());
  }
}
