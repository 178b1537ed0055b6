package org.alur.stages;

import java.util.Optional;
import java.util.UUID;
import org.alur.coercion.CoerciveMeasures;
import org.alur.coercion.MeasureReview;
import org.alur.engine.Processes;
import org.alur.objections.Objection;
import org.alur.objections.Objection.Outcome;
import org.alur.objections.Objections;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an answer, or silence, does to the measure that an objection is about. */
@Component
class ObjectionOutcomes {

  private final Objections objections;
  private final CoerciveMeasures measures;
  private final Processes processes;

  ObjectionOutcomes(Objections objections, CoerciveMeasures measures, Processes processes) {
    this.objections = objections;
    this.measures = measures;
    this.processes = processes;
  }

  /** Files the answer to an objection as the early review of a measure in force. */
  void review(Objection objection, Objections.Given answer, UUID record) {
    inForce(objection)
        .ifPresent(
            id ->
                measures.review(
                    id,
                    new MeasureReview(
                        answer.by(),
                        answer.outcome() == Outcome.UPHELD ? "END" : "CONTINUE",
                        answer.clientHeard(),
                        answer.clientView(),
                        answer.reasons(),
                        record)));
  }

  /**
   * Ends a measure in force if the objection to it was upheld.
   *
   * @return whether something is left to carry out: what was upheld was no measure in force
   */
  boolean leavesWork(Objection objection, Outcome outcome, String by) {
    return outcome == Outcome.UPHELD && !end(objection, Optional.of(by));
  }

  /** What nobody answered in time counts as granted: silence keeps no measure alive. */
  @Transactional
  public void grantBecauseOfSilence(UUID id) {
    if (objections.grantBecauseOfSilence(id)) {
      end(objections.get(id), Optional.empty());
    }
  }

  /** Ends the measure now; its guard has nothing left to wait for then. */
  private boolean end(Objection objection, Optional<String> by) {
    var measure = inForce(objection);
    measure.ifPresent(
        id -> {
          measures.endBecauseOfObjection(id, by);
          processes.hasten(
              "coercive-intervention",
              Variables.MEASURE_ID,
              id.toString(),
              measures.get(id).request().endsAt());
        });
    return measure.isPresent();
  }

  private Optional<UUID> inForce(Objection objection) {
    return objection.measure().filter(measures::isInForce);
  }
}
