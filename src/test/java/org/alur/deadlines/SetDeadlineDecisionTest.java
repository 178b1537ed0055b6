package org.alur.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetDeadlineDecisionTest {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static DmnDecision decision;

  @BeforeAll
  static void parse() throws IOException {
    try (var model = Files.newInputStream(Path.of("processes/stages/set-deadline.dmn"))) {
      decision = ENGINE.parseDecision("set-deadline", model);
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          UNKNOWN,   SecureSafety,         PT2H,  PT4H,   PT1H,  TASK,  ROUND_THE_CLOCK, 100
          LOW,       SecureSafety,         PT2H,  PT4H,   PT1H,  TASK,  ROUND_THE_CLOCK, 100
          LOW,       ReviewMeasureEarly,   P3D,   P10D,   P1D,   TASK,  WORKING_DAYS,    75
          UNKNOWN,   AnswerObjectionAsHead, P3D,  P10D,   P1D,   TASK,  WORKING_DAYS,    75
          UNKNOWN,   FindHead,       P2D,  P3D,    P1D,   TASK,  WORKING_DAYS,    75
          UNKNOWN,   FindHeadForAppeal, P2D, P3D,  P1D,   TASK,  WORKING_DAYS,    75
          LOW,       AnswerObjection,      P7D,   P10D,   P5D,   TASK,  WORKING_DAYS,    75
          EMERGENCY, DecideAppeal,         P7D,   P10D,   P5D,   TASK,  WORKING_DAYS,    75
          LOW,       CarryOutGrant,        P3D,   P5D,    P1D,   TASK,  WORKING_DAYS,    75
          LOW,       ClarifySilence,       P3D,   P5D,    P1D,   TASK,  WORKING_DAYS,    50
          LOW,       ReviewEmergencyAccess, P2D,  P2D,    PT1H,  TASK,  ROUND_THE_CLOCK, 80
          EMERGENCY, PrepareConference,    PT24H, PT48H,  PT12H, TASK,  ROUND_THE_CLOCK, 100
          UNKNOWN,   PrepareConference,    P2D,   P4D,    P1D,   TASK,  WORKING_DAYS,    75
          EMERGENCY, HoldConference,       P1D,   P3D,    P1D,   AGREED, WORKING_DAYS,   75
          LOW,       CarryOutDecision,     PT0S,  P3D,    P1D,   AGREED, WORKING_DAYS,   75
          LOW,       GiveMeasureNotice,    PT24H, PT24H,  PT12H, TASK,  ROUND_THE_CLOCK, 100
          LOW,       RespondToWithdrawnConsent, PT48H, PT72H, PT24H, TASK, ROUND_THE_CLOCK, 80
          EMERGENCY, RecallSummary,        PT48H, PT72H,  PT24H, TASK,  ROUND_THE_CLOCK, 80
          EMERGENCY, NoteReferralAnswer,   P5D,   P10D,   P3D,   TASK,  WORKING_DAYS,    50
          EMERGENCY, NoteAnswer,           P3D,   P3D,    P2D,   TASK,  WORKING_DAYS,    50
          LOW,       NoteProgress,         P30D,  P45D,   P25D,  TASK,  ROUND_THE_CLOCK, 25
          UNKNOWN,   RegisterBeneficiary,  P1D,   P2D,    PT4H,  TASK,  WORKING_DAYS,    50
          UNKNOWN,   AssessNeeds,          P1D,   P2D,    PT4H,  TASK,  WORKING_DAYS,    50
          EMERGENCY, RegisterBeneficiary,  PT2H,  PT4H,   PT1H,  TASK,  ROUND_THE_CLOCK, 100
          UNKNOWN,   ScreenRisk,           P1D,   P2D,    PT4H,  TASK,  WORKING_DAYS,    50
          EMERGENCY, ScreenRisk,           PT2H,  PT4H,   PT1H,  TASK,  ROUND_THE_CLOCK, 100
          HIGH,      ScreenRisk,           PT24H, PT48H,  PT12H, TASK,  ROUND_THE_CLOCK, 75
          EMERGENCY, CompareDuplicates,    PT2H,  PT4H,   PT1H,  TASK,  ROUND_THE_CLOCK, 100
          HIGH,      AskForConsent,        PT24H, PT48H,  PT12H, TASK,  ROUND_THE_CLOCK, 75
          MEDIUM,    CheckEligibility,     P1D,   P2D,    PT4H,  TASK,  WORKING_DAYS,    50
          LOW,       HandOverCase,         P2D,   P3D,    P1D,   TASK,  WORKING_DAYS,    25
          LOW,       ExplainRejection,     P2D,   P3D,    P1D,   TASK,  WORKING_DAYS,    25
          EMERGENCY, MakeFirstContact,     PT2H,  PT4H,   PT1H,  STAGE, ROUND_THE_CLOCK, 100
          HIGH,      MakeFirstContact,     PT24H, PT48H,  PT12H, STAGE, ROUND_THE_CLOCK, 75
          MEDIUM,    MakeFirstContact,     P3D,   P5D,    P2D,   STAGE, WORKING_DAYS,    50
          LOW,       MakeFirstContact,     P7D,   P10D,   P5D,   STAGE, WORKING_DAYS,    25
          EMERGENCY, MeetPerson,           PT24H, PT48H,  PT12H, STAGE, ROUND_THE_CLOCK, 100
          HIGH,      MeetPerson,           PT72H, PT120H, PT48H, STAGE, ROUND_THE_CLOCK, 75
          MEDIUM,    MeetPerson,           P7D,   P10D,   P5D,   STAGE, WORKING_DAYS,    50
          LOW,       MeetPerson,           P14D,  P21D,   P10D,  STAGE, WORKING_DAYS,    25
          EMERGENCY, AssessNeeds,          P7D,   P10D,   P5D,   STAGE, ROUND_THE_CLOCK, 100
          HIGH,      AssessNeeds,          P14D,  P21D,   P10D,  STAGE, ROUND_THE_CLOCK, 75
          MEDIUM,    AssessNeeds,          P21D,  P30D,   P18D,  STAGE, WORKING_DAYS,    50
          LOW,       AssessNeeds,          P30D,  P45D,   P25D,  STAGE, WORKING_DAYS,    25
          EMERGENCY, ExploreWillingness,   P2D,   P3D,    P1D,   STAGE, ROUND_THE_CLOCK, 100
          HIGH,      WriteCasePlan,        P5D,   P8D,    P4D,   STAGE, ROUND_THE_CLOCK, 75
          MEDIUM,    WriteCasePlan,        P6D,   P9D,    P5D,   STAGE, WORKING_DAYS,    50
          LOW,       WriteCasePlan,        P10D,  P15D,   P8D,   STAGE, WORKING_DAYS,    25
          EMERGENCY, ApproveCasePlan,      P3D,   P5D,    P2D,   STAGE, ROUND_THE_CLOCK, 100
          HIGH,      ApproveCasePlan,      P7D,   P10D,   P5D,   STAGE, ROUND_THE_CLOCK, 75
          MEDIUM,    ApproveCasePlan,      P9D,   P14D,   P7D,   STAGE, WORKING_DAYS,    50
          LOW,       ApproveCasePlan,      P15D,  P23D,   P12D,  STAGE, WORKING_DAYS,    25
          EMERGENCY, VisitPerson,          P3D,   P5D,    P2D,   TASK,  ROUND_THE_CLOCK, 100
          HIGH,      VisitPerson,          P7D,   P10D,   P5D,   TASK,  ROUND_THE_CLOCK, 75
          MEDIUM,    VisitPerson,          P14D,  P21D,   P10D,  TASK,  ROUND_THE_CLOCK, 50
          LOW,       VisitPerson,          P30D,  P45D,   P25D,  TASK,  ROUND_THE_CLOCK, 25
          EMERGENCY, RespondToRaisedRisk,  PT4H,  PT8H,   PT2H,  TASK,  ROUND_THE_CLOCK, 100
          HIGH,      ReassessRisk,         PT24H, PT48H,  PT12H, TASK,  ROUND_THE_CLOCK, 75
          MEDIUM,    ConfirmLowerRisk,     P2D,   P3D,    P1D,   TASK,  WORKING_DAYS,    50
          LOW,       ReassessRisk,         P3D,   P5D,    P2D,   TASK,  WORKING_DAYS,    25
          EMERGENCY, DeliverActivity,      PT24H, PT48H,  PT12H, TASK,  ROUND_THE_CLOCK, 100
          HIGH,      DeliverActivity,      PT72H, PT120H, PT48H, TASK,  ROUND_THE_CLOCK, 75
          MEDIUM,    DeliverActivity,      P5D,   P8D,    P4D,   TASK,  WORKING_DAYS,    50
          LOW,       DeliverActivity,      P10D,  P15D,   P8D,   TASK,  WORKING_DAYS,    25
          """)
  void each_step_has_the_time_of_its_risk(
      String risk,
      String step,
      String due,
      String fatal,
      String followUp,
      String countedFrom,
      String countedIn,
      int priority) {
    var row = evaluate(risk, "UserTask_" + step);

    assertThat(row)
        .containsEntry("due", due)
        .containsEntry("fatal", fatal)
        .containsEntry("followUp", followUp)
        .containsEntry("countedFrom", countedFrom)
        .containsEntry("countedIn", countedIn);
    assertThat(row.get("priority")).hasToString(Integer.toString(priority));
  }

  @Test
  void a_step_that_nobody_thought_of_has_a_deadline_too() {
    assertThat(evaluate("HIGH", "UserTask_SomethingNew")).containsEntry("due", "PT72H");
  }

  private static Map<String, Object> evaluate(String risk, String step) {
    var variables =
        Variables.createVariables()
            .putValue("riskLevel", risk)
            .putValue("step", step)
            .putValue("field", "social-rehabilitation");
    return ENGINE.evaluateDecisionTable(decision, variables).getSingleResult().getEntryMap();
  }
}
