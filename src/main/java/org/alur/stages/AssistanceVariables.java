package org.alur.stages;

import java.util.Optional;
import java.util.UUID;
import org.alur.engine.ProcessVariable;
import org.alur.forms.FormContext;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** The process variables of sustained direct assistance. */
final class AssistanceVariables {

  /** The id of the enrolment; written when the application is filed. */
  static final ProcessVariable<String> ENROLMENT_ID =
      new ProcessVariable<>("enrolmentId", String.class);

  /** The first year of payments is 1; written when it is asked for. */
  static final ProcessVariable<Long> YEAR_NUMBER = new ProcessVariable<>("yearNumber", Long.class);

  /** How many quarters of the year are over; read by DMN. */
  static final ProcessVariable<Long> QUARTERS_PAID =
      new ProcessVariable<>("quartersPaid", Long.class);

  /** The instant at which the next quarter begins, UTC; read by timers. */
  static final ProcessVariable<String> QUARTER_BEGINS =
      new ProcessVariable<>("quarterBegins", String.class);

  /** CHANGED as soon as somebody has confirmed a change; read by DMN and a condition. */
  static final ProcessVariable<String> CHANGE_FOUND =
      new ProcessVariable<>("changeFound", String.class);

  /** Whether what is known does not fit what the family is paid for. */
  static final ProcessVariable<Boolean> MISMATCH_FOUND =
      new ProcessVariable<>("mismatchFound", Boolean.class);

  /** Whether a component of the family asks for something in return. */
  static final ProcessVariable<Boolean> COMMITMENTS_ASKED =
      new ProcessVariable<>("commitmentsAsked", Boolean.class);

  /** Whether the quarter comes to more than nothing. */
  static final ProcessVariable<Boolean> AMOUNT_DUE =
      new ProcessVariable<>("amountDue", Boolean.class);

  /** The instant at which the notice of a removal is over, UTC; read by timers. */
  static final ProcessVariable<String> NOTICE_ENDS_AT =
      new ProcessVariable<>("noticeEndsAt", String.class);

  /** CONTINUE, GRADUATE or REMOVE; written by the decision, and by an objection that is upheld. */
  static final ProcessVariable<String> RECERTIFICATION_OUTCOME =
      new ProcessVariable<>("recertificationOutcome", String.class);

  private AssistanceVariables() {}

  /** The enrolment that the process is about. */
  static UUID enrolment(DelegateExecution execution) {
    return UUID.fromString(ENROLMENT_ID.from(execution));
  }

  /** The enrolment that the form is about; none before the application was filed. */
  static Optional<UUID> enrolment(FormContext context) {
    return find(context, ENROLMENT_ID.name()).map(UUID::fromString);
  }

  /** The value of a variable that the task can see. */
  static Optional<String> find(FormContext context, String variable) {
    @Nullable Object value = context.variables().get(variable);
    return Optional.ofNullable(value).map(Object::toString);
  }
}
