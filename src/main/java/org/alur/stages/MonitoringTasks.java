package org.alur.stages;

import java.util.Optional;
import java.util.stream.IntStream;
import org.alur.casework.GoalRatings;
import org.alur.casework.Occasion;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of monitoring that the platform does. */
@Component
@OfferedToModels
public class MonitoringTasks {

  private final Submissions submissions;
  private final ContactLog contacts;
  private final FunctioningScale functioning;
  private final GoalRatings ratings;
  private final SignsOfDanger signs;

  MonitoringTasks(
      Submissions submissions,
      ContactLog contacts,
      FunctioningScale functioning,
      GoalRatings ratings,
      SignsOfDanger signs) {
    this.submissions = submissions;
    this.contacts = contacts;
    this.functioning = functioning;
    this.ratings = ratings;
    this.signs = signs;
  }

  private FiledForm form(DelegateExecution execution) {
    return new FiledForm(submissions.of(execution));
  }

  /** Enters the visit, and the signs of danger that were seen. */
  public void recordVisit(DelegateExecution execution) {
    var form = form(execution);
    contacts.enter(form);
    signs.note(form, form.said().text("summary"));
  }

  /** Enters the ratings of the goals and the functioning. */
  public void recordReview(DelegateExecution execution) {
    var form = form(execution);
    rateGoals(form);
    functioning.file(form, Occasion.REVIEW);
  }

  /** The form lists the goals in their order, without a way to add or remove one. */
  private void rateGoals(FiledForm form) {
    var goals = ratings.goals(form.number());
    var rows = form.said().rows("goals");
    IntStream.range(0, Math.min(goals.size(), rows.size()))
        .forEach(
            index -> {
              var row = rows.get(index);
              ratings.rate(
                  goals.get(index).id(),
                  Integer.parseInt(String.valueOf(row.get("attainment"))),
                  Optional.<Object>ofNullable(row.get("comment")).map(Object::toString),
                  form.by(),
                  form.record());
            });
  }
}
