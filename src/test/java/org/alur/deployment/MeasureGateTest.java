package org.alur.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alur.engine.Platform;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Weakens the guard of coercive measures in every way that was thought of, and goes round it. */
@AlurTest
class MeasureGateTest {

  private static final List<String> FORMS =
      List.of(
          "request-measure",
          "give-second-opinion",
          "approve-measure",
          "approve-long-placement",
          "review-measure",
          "give-measure-notice",
          "clarify-late-notice");

  @Autowired RepositoryService repository;

  @AfterEach
  void removeWhatWasDeployed() {
    repository.createDeploymentQuery().deploymentSource("measure gate test").list().stream()
        .map(deployment -> deployment.getId())
        .forEach(id -> Platform.run(() -> repository.deleteDeployment(id, true)));
  }

  @Test
  void the_guard_as_it_stands_passes() {
    assertThatCode(() -> deploy("guard.bpmn", guard().text())).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("weakenings")
  void a_weaker_guard_is_refused(String what, ModelText model, String sentence) {
    long before = repository.createDeploymentQuery().count();
    ParseException refusal =
        catchThrowableOfType(ParseException.class, () -> deploy("guard.bpmn", model.text()));
    assertThat(refusal).as(what).isNotNull();
    assertThat(refusal).hasMessageContaining(sentence);
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  static Stream<Arguments> weakenings() {
    return Stream.of(
            gates(), flows(), approved(), jumps(), force(), reviews(), notices(), variables())
        .flatMap(each -> each);
  }

  private static Stream<Arguments> gates() {
    ModelText ok = guard();
    String noGate = "without its gate: the task with the form ";
    String noStep = "without its gate: the step ${coercionTasks.";
    return Stream.of(
        Arguments.of(
            "the request is skipped",
            ok.with(
                "sourceRef=\"Gateway_BesideServices\" targetRef=\"UserTask_RequestMeasure\"",
                "sourceRef=\"Gateway_BesideServices\" targetRef=\"ServiceTask_RecordRequest\""),
            noGate + "request-measure"),
        Arguments.of(
            "the second opinion is skipped",
            ok.with(
                "sourceRef=\"ServiceTask_RecordRequest\" targetRef=\"UserTask_GiveSecondOpinion\"",
                "sourceRef=\"ServiceTask_RecordRequest\" targetRef=\"UserTask_ApproveMeasure\""),
            noGate + "give-second-opinion"),
        Arguments.of(
            "the approval is skipped",
            ok.with(
                "sourceRef=\"Gateway_OpinionAgrees\" targetRef=\"UserTask_ApproveMeasure\"",
                "sourceRef=\"Gateway_OpinionAgrees\" targetRef=\"Gateway_HeadDecides\""),
            noGate + "approve-measure"),
        Arguments.of(
            "the head is skipped",
            ok.with(
                "sourceRef=\"Gateway_HeadDecides\" targetRef=\"UserTask_ApproveLongPlacement\"",
                "sourceRef=\"Gateway_HeadDecides\" targetRef=\"SubProcess_CarryOutMeasure\""),
            noGate + "approve-long-placement"),
        Arguments.of(
            "the request is recorded by nobody",
            ok.with("${coercionTasks.recordRequest(execution)}", "${riskLevel}"),
            noStep + "recordRequest"),
        Arguments.of(
            "the opinion is recorded by nobody",
            ok.with("${coercionTasks.recordOpinion(execution)}", "${riskLevel}"),
            noStep + "recordOpinion"),
        Arguments.of(
            "the opinion counts as an approval",
            ok.with(
                "${coercionTasks.recordOpinion(execution)}",
                "${coercionTasks.recordApproval(execution)}"),
            noStep + "recordOpinion"),
        Arguments.of(
            "the approval is recorded by nobody",
            ok.with("${coercionTasks.recordApproval(execution)}", "${riskLevel}"),
            noStep + "recordApproval"),
        Arguments.of(
            "the decision of the head is recorded by nobody",
            ok.with("${coercionTasks.recordHeadDecision(execution)}", "${riskLevel}"),
            noStep + "recordHeadDecision"),
        Arguments.of(
            "the same group asks and approves",
            group(ok, "UserTask_ApproveMeasure", "supervisor", "caseworker"),
            noGate + "approve-measure, for supervisor"),
        Arguments.of(
            "the supervisor asks and approves",
            group(ok, "UserTask_RequestMeasure", "caseworker", "supervisor"),
            noGate + "request-measure, for caseworker"),
        Arguments.of(
            "a volunteer gives the second opinion",
            group(ok, "UserTask_GiveSecondOpinion", "clinician", "volunteer"),
            noGate + "give-second-opinion, for clinician or caseworker"),
        Arguments.of(
            "a supervisor decides in place of the head",
            group(ok, "UserTask_ApproveLongPlacement", "agency-head", "supervisor"),
            noGate + "approve-long-placement, for agency-head"),
        Arguments.of(
            "another form approves",
            ok.with("camunda:formRef=\"approve-measure\"", "camunda:formRef=\"review-measure\""),
            noGate + "approve-measure"),
        Arguments.of(
            "the gates are in another order",
            ok.with("\"UserTask_GiveSecondOpinion\" name", "\"UserTask_X\" name")
                .with("\"UserTask_ApproveMeasure\" name", "\"UserTask_GiveSecondOpinion\" name")
                .with("\"UserTask_X\" name", "\"UserTask_ApproveMeasure\" name"),
            noGate),
        Arguments.of(
            "a boundary event leads round the approval",
            adding(
                ok,
                "<bpmn:boundaryEvent id=\"BoundaryEvent_Hurry\" name=\"Hurry\""
                    + " attachedToRef=\"UserTask_ApproveMeasure\"><bpmn:timerEventDefinition"
                    + " id=\"T_Hurry\"><bpmn:timeDuration>PT1H</bpmn:timeDuration>"
                    + "</bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:sequenceFlow"
                    + " id=\"Flow_Hurry\" sourceRef=\"BoundaryEvent_Hurry\""
                    + " targetRef=\"SubProcess_CarryOutMeasure\" />"),
            noGate + "approve-measure"));
  }

  private static Stream<Arguments> flows() {
    ModelText ok = guard();
    String noAnswer = "without its gate: the answer ${";
    return Stream.of(
        Arguments.of(
            "an opinion against it does not matter",
            ok.with("${opinionAgrees == 'YES'}", "${opinionAgrees != 'MAYBE'}"),
            noAnswer + "opinionAgrees == 'YES'}"),
        Arguments.of(
            "silence approves",
            ok.with(
                "name=\"Approved?\" default=\"Flow_MeasureApproved_No\"",
                "name=\"Approved?\" default=\"Flow_MeasureApproved_Yes\""),
            noAnswer + "measureApproved == 'YES'}"),
        Arguments.of(
            "a rejection leads into force",
            ok.with(
                "name=\"no\" sourceRef=\"Gateway_MeasureApproved\" targetRef=\"EndEvent_MeasureRejected\"",
                "name=\"no\" sourceRef=\"Gateway_MeasureApproved\" targetRef=\"Gateway_HeadDecides\""),
            noAnswer + "measureApproved == 'YES'}"),
        Arguments.of(
            "a rejection by the head leads into force",
            ok.with(
                "sourceRef=\"Gateway_PlacementApproved\" targetRef=\"EndEvent_MeasureRejected\"",
                "sourceRef=\"Gateway_PlacementApproved\" targetRef=\"SubProcess_CarryOutMeasure\""),
            noAnswer + "placementApproved == 'YES'}"),
        Arguments.of(
            "the head decides about other measures",
            ok.with("${headDecides}", "${!headDecides}"),
            "approve-long-placement"),
        Arguments.of(
            "every way is taken at once",
            ok.with(
                    "exclusiveGateway id=\"Gateway_OpinionAgrees\" name=\"Opinion agrees?\" default=\"Flow_OpinionAgrees_No\"",
                    "inclusiveGateway id=\"Gateway_OpinionAgrees\" name=\"Opinion agrees?\" default=\"Flow_OpinionAgrees_No\"")
                .with(
                    "<bpmn:outgoing>Flow_OpinionAgrees_No</bpmn:outgoing>\n    </bpmn:exclusiveGateway>",
                    "<bpmn:outgoing>Flow_OpinionAgrees_No</bpmn:outgoing>\n    </bpmn:inclusiveGateway>"),
            noAnswer + "opinionAgrees == 'YES'}"));
  }

  private static Stream<Arguments> approved() {
    ModelText ok = guard();
    String bare = "Once it is approved, a measure is in force, so its guard begins at once";
    String two = "After the approval the head decides or not, and there is no third way";
    String flow =
        "<bpmn:sequenceFlow id=\"Flow_Extra\" sourceRef=\"%s\" targetRef=\"%s\">%s</bpmn:sequenceFlow>";
    String low =
        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${riskLevel == 'LOW'}"
            + "</bpmn:conditionExpression>";
    String later =
        "<bpmn:intermediateCatchEvent id=\"Later\" name=\"Later\"><bpmn:timerEventDefinition"
            + " id=\"T_Later\"><bpmn:timeDuration>PT1H</bpmn:timeDuration>"
            + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>";
    return Stream.of(
        Arguments.of(
            "what is approved has no guard",
            ok.with(
                "sourceRef=\"Gateway_HeadDecides\" targetRef=\"SubProcess_CarryOutMeasure\"",
                "sourceRef=\"Gateway_HeadDecides\" targetRef=\"EndEvent_MeasureRejected\""),
            bare),
        Arguments.of(
            "what the head approved has no guard",
            ok.with(
                "sourceRef=\"Gateway_PlacementApproved\" targetRef=\"SubProcess_CarryOutMeasure\"",
                "sourceRef=\"Gateway_PlacementApproved\" targetRef=\"EndEvent_MeasureRejected\""),
            bare),
        Arguments.of(
            "the guard begins later",
            adding(
                ok.with(
                    "sourceRef=\"Gateway_HeadDecides\" targetRef=\"SubProcess_CarryOutMeasure\"",
                    "sourceRef=\"Gateway_HeadDecides\" targetRef=\"Later\""),
                later + flow.formatted("Later", "SubProcess_CarryOutMeasure", "")),
            bare),
        Arguments.of(
            "the guard waits for the notice",
            ok.with(
                "sourceRef=\"ServiceTask_RecordNotice\" targetRef=\"EndEvent_NoticeGiven\"",
                "sourceRef=\"ServiceTask_RecordNotice\" targetRef=\"Gateway_WithNotice\""),
            bare),
        Arguments.of(
            "an approval is recorded on a way of its own",
            adding(
                ok,
                "<bpmn:serviceTask id=\"ServiceTask_Twice\" name=\"Twice\""
                    + " camunda:expression=\"${coercionTasks.recordApproval(execution)}\" />"
                    + flow.formatted("UserTask_ApproveMeasure", "ServiceTask_Twice", "")
                    + flow.replace("Flow_Extra", "Flow_Twice")
                        .formatted("ServiceTask_Twice", "EndEvent_MeasureRejected", "")),
            bare),
        Arguments.of(
            "a third way leads round the head",
            adding(ok, flow.formatted("Gateway_HeadDecides", "SubProcess_CarryOutMeasure", low)),
            two),
        Arguments.of(
            "a third way leads out of the guard",
            adding(ok, flow.formatted("Gateway_HeadDecides", "EndEvent_MeasureRejected", low)),
            two),
        Arguments.of(
            "the head decides about what nobody approved",
            ok.with(
                "name=\"yes\" sourceRef=\"Gateway_MeasureApproved\" targetRef=\"Gateway_HeadDecides\"",
                "name=\"yes\" sourceRef=\"Gateway_MeasureApproved\" targetRef=\"UserTask_ApproveLongPlacement\""),
            two),
        Arguments.of(
            "what has ended comes into force again",
            ok.with(
                "sourceRef=\"SubProcess_CarryOutMeasure\" targetRef=\"EndEvent_MeasureOver\"",
                "sourceRef=\"SubProcess_CarryOutMeasure\" targetRef=\"SubProcess_CarryOutMeasure\""),
            "What has ended does not come into force again"));
  }

  private static Stream<Arguments> jumps() {
    ModelText ok = guard();
    String drawn = "The guard of a measure goes the ways that are drawn";
    String repeated = "Nothing in the guard of a measure is repeated but the services";
    String each =
        "<bpmn:multiInstanceLoopCharacteristics"
            + " camunda:collection=\"${interventionTasks.plannedServices(execution)}\""
            + " camunda:elementVariable=\"activityId\"/>";
    return Stream.of(
        Arguments.of(
            "a link jumps into force",
            adding(
                ok.with(
                    "sourceRef=\"Gateway_OpinionAgrees\" targetRef=\"EndEvent_MeasureRejected\"",
                    "sourceRef=\"Gateway_OpinionAgrees\" targetRef=\"Jump\""),
                "<bpmn:intermediateThrowEvent id=\"Jump\" name=\"Jump\"><bpmn:linkEventDefinition"
                    + " id=\"L_Jump\" name=\"jump\" /></bpmn:intermediateThrowEvent>"
                    + "<bpmn:intermediateCatchEvent id=\"Land\" name=\"Land\">"
                    + "<bpmn:linkEventDefinition id=\"L_Land\" name=\"jump\" />"
                    + "</bpmn:intermediateCatchEvent><bpmn:sequenceFlow id=\"Flow_Land\""
                    + " sourceRef=\"Land\" targetRef=\"SubProcess_CarryOutMeasure\" />"),
            drawn),
        Arguments.of(
            "a compensation approves",
            adding(
                ok,
                "<bpmn:boundaryEvent id=\"Undo\" name=\"Undo\""
                    + " attachedToRef=\"ServiceTask_RecordOpinion\">"
                    + "<bpmn:compensateEventDefinition id=\"C_Undo\" /></bpmn:boundaryEvent>"
                    + "<bpmn:serviceTask id=\"ServiceTask_Undo\" name=\"Undo opinion\""
                    + " isForCompensation=\"true\""
                    + " camunda:expression=\"${coercionTasks.recordOpinion(execution)}\" />"
                    + "<bpmn:association id=\"A_Undo\" associationDirection=\"One\""
                    + " sourceRef=\"Undo\" targetRef=\"ServiceTask_Undo\" />"),
            drawn),
        Arguments.of(
            "the scope in force is entered once for each service, or not at all",
            ok.with(
                "<bpmn:outgoing>Flow_CarryOutMeasureToMeasureOver</bpmn:outgoing>",
                "<bpmn:outgoing>Flow_CarryOutMeasureToMeasureOver</bpmn:outgoing>" + each),
            repeated));
  }

  private static Stream<Arguments> force() {
    ModelText ok = guard();
    String timer = "An interrupting timer at ${validUntil} ends a measure";
    String out = "A measure that is no longer in force is ended in the case file at once";
    String attached = "attachedToRef=\"SubProcess_MeasureInForce\"";
    return Stream.of(
        Arguments.of(
            "the end date does not interrupt",
            ok.with(attached, attached + " cancelActivity=\"false\""),
            timer),
        Arguments.of(
            "the end date is on another activity",
            ok.with(attached, "attachedToRef=\"UserTask_RequestMeasure\""),
            timer),
        Arguments.of(
            "another date ends it", ok.with("${validUntil}", "2099-01-01T00:00:00Z"), timer),
        Arguments.of("another variable ends it", ok.with("${validUntil}", "${reviewEvery}"), timer),
        Arguments.of(
            "the end date is a duration",
            ok.with(
                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${validUntil}</bpmn:timeDate>",
                "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">${validUntil}</bpmn:timeDuration>"),
            timer),
        Arguments.of(
            "the end date leads to nothing",
            ok.with(
                "sourceRef=\"BoundaryEvent_EndDateReached\" targetRef=\"ServiceTask_EndMeasure\"",
                "sourceRef=\"BoundaryEvent_EndDateReached\" targetRef=\"EndEvent_MeasureEnded\""),
            out),
        Arguments.of(
            "the end date leads back into force",
            ok.with(
                "sourceRef=\"BoundaryEvent_EndDateReached\" targetRef=\"ServiceTask_EndMeasure\"",
                "sourceRef=\"BoundaryEvent_EndDateReached\" targetRef=\"SubProcess_MeasureInForce\""),
            out),
        Arguments.of(
            "a review that ends it ends nothing",
            ok.with(
                "sourceRef=\"SubProcess_MeasureInForce\" targetRef=\"ServiceTask_EndMeasure\"",
                "sourceRef=\"SubProcess_MeasureInForce\" targetRef=\"EndEvent_MeasureEnded\""),
            out),
        Arguments.of(
            "nobody ends it in the file",
            ok.with("${coercionTasks.endMeasure(execution)}", "${riskLevel}"),
            out),
        Arguments.of(
            "the services end the guard",
            ok.with(
                "<bpmn:incoming>Flow_ServicesDelivered</bpmn:incoming>",
                "<bpmn:incoming>Flow_ServicesDelivered</bpmn:incoming>"
                    + "<bpmn:terminateEventDefinition id=\"Terminate_1\" />"),
            "Nothing cuts the guard of a measure short"),
        Arguments.of(
            "an event sub-process ends the guard",
            adding(
                ok,
                "<bpmn:subProcess id=\"SubProcess_Stop\" name=\"Stop\" triggeredByEvent=\"true\">"
                    + "<bpmn:startEvent id=\"StartEvent_Stop\" name=\"Stop\">"
                    + "<bpmn:timerEventDefinition id=\"T_Stop\"><bpmn:timeDuration>PT1H"
                    + "</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>"
                    + "</bpmn:subProcess>"),
            "Nothing cuts the guard of a measure short"));
  }

  private static Stream<Arguments> reviews() {
    ModelText ok = guard();
    String review = "While a measure is in force, it is reviewed";
    String inForce = "A measure is in force in one sub-process, in which it is reviewed";
    return Stream.of(
        Arguments.of(
            "no review",
            ok.with(
                "sourceRef=\"IntermediateCatchEvent_ReviewDue\" targetRef=\"UserTask_ReviewMeasure\"",
                "sourceRef=\"IntermediateCatchEvent_ReviewDue\" targetRef=\"EndEvent_EndedByReview\""),
            review),
        Arguments.of(
            "whoever asks reviews",
            group(ok, "UserTask_ReviewMeasure", "supervisor", "caseworker"),
            inForce),
        Arguments.of(
            "another form reviews",
            ok.with("formRef=\"review-measure\"", "formRef=\"approve-measure\""),
            inForce),
        Arguments.of("reviews too late", ok.with("${reviewEvery}", "P999D"), review),
        Arguments.of(
            "a review is not recorded",
            ok.with("${coercionTasks.recordReview(execution)}", "${riskLevel}"),
            review),
        Arguments.of(
            "a review cannot end it",
            ok.with("${reviewOutcome == 'END'}", "${reviewOutcome == 'NEVER'}"),
            review),
        Arguments.of(
            "the end by a review leads on",
            ok.with(
                "sourceRef=\"Gateway_MeasureGoesOn\" targetRef=\"EndEvent_EndedByReview\"",
                "sourceRef=\"Gateway_MeasureGoesOn\" targetRef=\"IntermediateCatchEvent_ReviewDue\""),
            review),
        Arguments.of(
            "one review and no more",
            ok.with(
                "sourceRef=\"Gateway_MeasureGoesOn\" targetRef=\"IntermediateCatchEvent_ReviewDue\"",
                "sourceRef=\"Gateway_MeasureGoesOn\" targetRef=\"EndEvent_EndedByReview\""),
            review));
  }

  private static Stream<Arguments> notices() {
    ModelText ok = guard();
    String told = "Whom a measure compels is told at once";
    String late = "A notice is late after 24 hours at most";
    String cut = "Nothing cuts the notice of a measure short";
    String task = "attachedToRef=\"UserTask_GiveMeasureNotice\"";
    return Stream.of(
        Arguments.of(
            "nobody is told",
            ok.with(
                "sourceRef=\"Gateway_WithNotice\" targetRef=\"UserTask_GiveMeasureNotice\"",
                "sourceRef=\"Gateway_WithNotice\" targetRef=\"EndEvent_NoticeGiven\""),
            told),
        Arguments.of(
            "either in force or told",
            ok.with(
                    "parallelGateway id=\"Gateway_WithNotice\"",
                    "exclusiveGateway id=\"Gateway_WithNotice\"")
                .with(
                    "<bpmn:outgoing>Flow_ToGiveMeasureNotice</bpmn:outgoing>\n      </bpmn:parallelGateway>",
                    "<bpmn:outgoing>Flow_ToGiveMeasureNotice</bpmn:outgoing>\n      </bpmn:exclusiveGateway>"),
            told),
        Arguments.of(
            "somebody comes into force another way",
            ok.with(
                "sourceRef=\"StartEvent_MeasureDecided\" targetRef=\"Gateway_WithNotice\"",
                "sourceRef=\"StartEvent_MeasureDecided\" targetRef=\"SubProcess_MeasureInForce\""),
            told),
        Arguments.of(
            "another group tells them",
            group(ok, "UserTask_GiveMeasureNotice", "caseworker", "volunteer"),
            told),
        Arguments.of(
            "another form tells them",
            ok.with("formRef=\"give-measure-notice\"", "formRef=\"clarify-late-notice\""),
            told),
        Arguments.of(
            "the notice is recorded by nobody",
            ok.with("${coercionTasks.recordNotice(execution)}", "${riskLevel}"),
            "The notice is filed"),
        Arguments.of(
            "time ends the duty to tell them",
            ok.with("cancelActivity=\"false\" " + task, task),
            cut),
        Arguments.of(
            "a timer ends the measure and the notice",
            ok.with(
                "attachedToRef=\"SubProcess_MeasureInForce\"",
                "attachedToRef=\"SubProcess_CarryOutMeasure\""),
            cut),
        Arguments.of("nobody learns that it is late", ok.with("PT24H", "PT25H"), late),
        Arguments.of("it is late after days", ok.with("PT24H", "P3D"), late),
        Arguments.of("a variable says when it is late", ok.with("PT24H", "${reviewEvery}"), late),
        Arguments.of(
            "the caseworker looks after the own delay",
            group(ok, "UserTask_ClarifyLateNotice", "supervisor", "caseworker"),
            late),
        Arguments.of(
            "the delay leads to nobody",
            ok.with(
                "sourceRef=\"BoundaryEvent_NoticeOverdue\" targetRef=\"UserTask_ClarifyLateNotice\"",
                "sourceRef=\"BoundaryEvent_NoticeOverdue\" targetRef=\"EndEvent_LateNoticeClarified\""),
            late));
  }

  @Test
  void an_agency_may_promise_an_earlier_notice() {
    assertThatCode(() -> deploy("guard.bpmn", guard().with("PT24H", "PT12H").text()))
        .doesNotThrowAnyException();
  }

  private static Stream<Arguments> variables() {
    ModelText ok = guard();
    String written = " is written by the guard's own steps and forms only";
    String agrees =
        "<camunda:outputParameter name=\"opinionAgrees\">${form.agrees}</camunda:outputParameter>";
    return Stream.of(
        Arguments.of(
            "a constant agrees",
            ok.with("name=\"opinionAgrees\">${form.agrees}", "name=\"opinionAgrees\">YES"),
            "opinionAgrees" + written),
        Arguments.of(
            "the second opinion approves as well",
            ok.with(
                agrees,
                agrees
                    + "<camunda:outputParameter name=\"measureApproved\">${form.agrees}"
                    + "</camunda:outputParameter>"),
            "measureApproved" + written),
        Arguments.of(
            "a form moves the end date",
            ok.with(
                agrees,
                agrees
                    + "<camunda:outputParameter name=\"validUntil\">${form.opinion}"
                    + "</camunda:outputParameter>"),
            "validUntil" + written),
        Arguments.of(
            "a form says that the head does not decide",
            ok.with(
                agrees,
                agrees
                    + "<camunda:outputParameter name=\"headDecides\">${form.agrees}"
                    + "</camunda:outputParameter>"),
            "headDecides" + written),
        Arguments.of(
            "a step moves the reviews",
            ok.with(
                "camunda:expression=\"${coercionTasks.recordOpinion(execution)}\"",
                "camunda:expression=\"${coercionTasks.recordOpinion(execution)}\""
                    + " camunda:resultVariable=\"reviewEvery\""),
            "reviewEvery" + written),
        Arguments.of(
            "an error approves, with two variables",
            adding(
                ok,
                "<bpmn:boundaryEvent id=\"Caught\" name=\"Caught\""
                    + " attachedToRef=\"CallActivity_DeliverPlannedServices\">"
                    + "<bpmn:errorEventDefinition id=\"E_Caught\""
                    + " camunda:errorMessageVariable=\"text\""
                    + " camunda:errorCodeVariable=\"measureApproved\" /></bpmn:boundaryEvent>"
                    + "<bpmn:sequenceFlow id=\"Flow_Caught\" sourceRef=\"Caught\""
                    + " targetRef=\"EndEvent_ServicesDelivered\" />"),
            "measureApproved" + written),
        Arguments.of(
            "the text of an error agrees",
            adding(
                ok,
                "<bpmn:boundaryEvent id=\"Caught\" name=\"Caught\""
                    + " attachedToRef=\"CallActivity_DeliverPlannedServices\">"
                    + "<bpmn:errorEventDefinition id=\"E_Caught\""
                    + " camunda:errorMessageVariable=\"opinionAgrees\" /></bpmn:boundaryEvent>"
                    + "<bpmn:sequenceFlow id=\"Flow_Caught\" sourceRef=\"Caught\""
                    + " targetRef=\"EndEvent_ServicesDelivered\" />"),
            "opinionAgrees" + written),
        Arguments.of(
            "an escalation moves the end date",
            adding(
                ok,
                "<bpmn:boundaryEvent id=\"Caught\" name=\"Caught\" cancelActivity=\"false\""
                    + " attachedToRef=\"CallActivity_DeliverPlannedServices\">"
                    + "<bpmn:escalationEventDefinition id=\"E_Caught\""
                    + " camunda:escalationCodeVariable=\"validUntil\" /></bpmn:boundaryEvent>"
                    + "<bpmn:sequenceFlow id=\"Flow_Caught\" sourceRef=\"Caught\""
                    + " targetRef=\"EndEvent_ServicesDelivered\" />"),
            "validUntil" + written),
        Arguments.of(
            "whoever starts it is the answer",
            ok.with(
                "<bpmn:startEvent id=\"StartEvent_CompulsionNeeded\"",
                "<bpmn:startEvent id=\"StartEvent_CompulsionNeeded\""
                    + " camunda:initiator=\"placementApproved\""),
            "placementApproved" + written),
        Arguments.of(
            "a service decides",
            ok.with(
                "<camunda:in source=\"field\" target=\"field\"/>",
                "<camunda:in source=\"field\" target=\"field\"/>"
                    + "<camunda:out source=\"x\" target=\"measureApproved\"/>"),
            "measureApproved" + written));
  }

  @Test
  void a_form_that_does_not_ask_for_an_end_is_refused() {
    ParseException refusal =
        catchThrowableOfType(
            ParseException.class,
            () ->
                deploy(
                    "guard.bpmn",
                    guard().text(),
                    Map.of(
                        "request-measure",
                        form("request-measure")
                            .replace("\"key\": \"endsAt\"", "\"key\": \"ends\""))));
    assertThat(refusal).hasMessageContaining("The form of a measure asks for endsAt");
  }

  @ParameterizedTest
  @MethodSource("ways_round")
  void no_other_process_brings_a_measure_into_force(String what, ModelText model, String sentence) {
    ParseException refusal =
        catchThrowableOfType(ParseException.class, () -> deploy("ask.bpmn", model.text()));
    assertThat(refusal).as(what).isNotNull();
    assertThat(refusal).hasMessageContaining(sentence);
  }

  static Stream<Arguments> ways_round() {
    ModelText ok = ModelText.correct();
    String only = "Only the process coercive-intervention brings a measure into force";
    String step = "<serviceTask id=\"ServiceTask_Run\" name=\"Run\" camunda:expression=\"%s\" />";
    String call =
        "<callActivity id=\"CallActivity_Guard\" name=\"Guard\""
            + " calledElement=\"coercive-intervention\"><extensionElements>"
            + "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />"
            + "<camunda:in source=\"x\" target=\"%s\" /></extensionElements></callActivity>";
    return Stream.of(
        Arguments.of(
            "a step of the guard",
            ok.adding(
                "ServiceTask_Run", step.formatted("${coercionTasks.recordApproval(execution)}")),
            only),
        Arguments.of(
            "a step of the guard, written otherwise",
            ok.adding(
                "ServiceTask_Run", step.formatted("#{ coercionTasks.recordRequest( execution ) }")),
            only),
        Arguments.of(
            "a step of the guard as a parameter",
            ok.with("${form.answer}", "${coercionTasks.recordApproval(execution)}"),
            only),
        Arguments.of(
            "a form of the guard",
            ok.with("formRef=\"give-answer\"", "formRef=\"approve-measure\""),
            "is shown by the process coercive-intervention only"),
        Arguments.of(
            "an approval that is handed to the guard",
            ok.adding("CallActivity_Guard", call.formatted("measureApproved")),
            "What the guard of a measure decides is not handed to it"),
        Arguments.of(
            "a measure that is handed to the guard",
            ok.adding("CallActivity_Guard", call.formatted("measureId")),
            "What the guard of a measure decides is not handed to it"),
        Arguments.of(
            "the guard under another name",
            guard().with("\"coercive-intervention\"", "\"quick-measure\""),
            only));
  }

  @Test
  void the_guard_shares_its_file_with_nobody() {
    ParseException refusal =
        catchThrowableOfType(
            ParseException.class,
            () ->
                deploy(
                    "guard.bpmn",
                    guard()
                        .with(
                            "<bpmndi:BPMNDiagram",
                            "<bpmn:process id=\"other\" name=\"Other\" isExecutable=\"true\""
                                + " camunda:historyTimeToLive=\"P1D\" />"
                                + "<bpmndi:BPMNDiagram")
                        .text()));
    assertThat(refusal).hasMessageContaining("stands in a file of its own");
  }

  /** Changes the role of one task. */
  private static ModelText group(ModelText model, String task, String from, String to) {
    String text = model.text();
    int start = text.indexOf("<bpmn:userTask id=\"" + task + "\"");
    int end = text.indexOf(">", start);
    String element = text.substring(start, end);
    return model.with(
        element, element.replace("candidateGroups=\"" + from, "candidateGroups=\"" + to));
  }

  private static ModelText adding(ModelText model, String xml) {
    return model.with("</bpmn:process>", xml + "</bpmn:process>");
  }

  private static ModelText guard() {
    return new ModelText(read("processes/stages/coercive-intervention.bpmn"));
  }

  private static String form(String id) {
    return read("forms/stages/" + id + ".form");
  }

  private static String read(String path) {
    try (var file = MeasureGateTest.class.getClassLoader().getResourceAsStream(path)) {
      assertThat(file).as(path).isNotNull();
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private void deploy(String name, String model) {
    deploy(name, model, Map.of());
  }

  private void deploy(String name, String model, Map<String, String> changed) {
    var builder =
        repository
            .createDeployment()
            .name("measure gate test")
            .source("measure gate test")
            .addString(name, model)
            .addString("give-answer.form", ModelText.FORM);
    FORMS.forEach(
        form -> builder.addString(form + ".form", changed.getOrDefault(form, form(form))));
    builder.deploy();
  }
}
