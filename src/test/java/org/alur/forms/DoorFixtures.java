package org.alur.forms;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.alur.casework.CaseAccess;
import org.alur.casework.CaseNumber;
import org.alur.catalogue.Field;
import org.alur.engine.OfferedToModels;
import org.alur.engine.Platform;
import org.alur.engine.Processes;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small process with a form, and what Alur would otherwise add to it. */
@TestConfiguration(proxyBeanMethods = false)
class DoorFixtures {

  static final String NIK = "0012345678900001";

  /** May see every case of these tests. */
  private static final String READER = "sari";

  @Bean
  Cases doorCases(JdbcClient database, Clock clock) {
    return new Cases(database, clock);
  }

  @Bean
  @Primary
  CaseOpener doorOpener(Cases cases) {
    return (field, submission) -> cases.open(field, submission.context().userId());
  }

  @Bean
  CaseAccess doorAccess(Cases cases) {
    return (userId, number) -> userId.equals(READER) && cases.exists(number);
  }

  @Bean
  Visits doorVisits(Submissions submissions) {
    return new Visits(submissions);
  }

  @Bean
  FormRule doorRule() {
    return new FormRule() {
      @Override
      public Set<String> forms() {
        return Set.of("record-visit");
      }

      @Override
      public void check(Submission submission, Refusals refusals) {
        if (submission.findNumber("hours").filter(hours -> hours == 13).isPresent()) {
          refusals.field("hours", "Thirteen hours bring bad luck; enter another number.");
        }
      }
    };
  }

  @Bean
  FormFiller doorFiller() {
    return new FormFiller() {
      @Override
      public Set<String> forms() {
        return Set.of("record-visit");
      }

      @Override
      public Map<String, Object> fill(FormContext context) {
        return Map.of("village", "Sukamaju");
      }
    };
  }

  @Bean
  LoggedVisits doorAction() {
    return new LoggedVisits();
  }

  @Bean
  VisitProcess doorProcess(ProcessEngine engine, Processes processes) {
    return new VisitProcess(engine, processes);
  }

  /** Cases without anything in them. */
  static final class Cases {

    private static final AtomicLong LAST = new AtomicLong(900_000);

    private final JdbcClient database;
    private final Clock clock;

    Cases(JdbcClient database, Clock clock) {
      this.database = database;
      this.clock = clock;
    }

    CaseNumber open(Field field, String userId) {
      var number = CaseNumber.of(field, 2026, LAST.incrementAndGet());
      var household = UUID.randomUUID();
      var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
      database
          .sql("insert into households (id, created_at, created_by) values (?, ?, ?)")
          .params(household, now, userId)
          .update();
      database
          .sql(
              """
              insert into cases (number, field, beneficiary_type, household_id, state, stage,
                stage_entered_at, channel, opened_at, opened_by, updated_at)
              values (?, ?, 'FAMILY', ?, 'OPEN', 'INTAKE', ?, 'WALK_IN', ?, ?, ?)
              """)
          .params(number.value(), field.name(), household, now, now, userId, now)
          .update();
      return number;
    }

    boolean exists(CaseNumber number) {
      return database
          .sql("select exists (select from cases where number = ?)")
          .param(number.value())
          .query(Boolean.class)
          .single();
    }
  }

  /** The service task behind the form. */
  @OfferedToModels
  public static final class Visits {

    private final Submissions submissions;
    final List<Submission> recorded = new ArrayList<>();
    Optional<String> refusal = Optional.empty();
    Optional<String> fault = Optional.empty();

    Visits(Submissions submissions) {
      this.submissions = submissions;
    }

    public void recordVisit(DelegateExecution execution) {
      refusal.ifPresent(
          sentence -> {
            throw new NotYourForm(sentence);
          });
      fault.ifPresent(
          message -> {
            throw new IllegalStateException(message);
          });
      recorded.add(submissions.of(execution));
    }
  }

  /** An action of the case page. */
  static final class LoggedVisits implements FormAction {

    final List<Submission> performed = new ArrayList<>();

    @Override
    public Set<String> forms() {
      return Set.of("log-visit");
    }

    @Override
    public void perform(Submission submission) {
      if (submission.text("text").contains("fail")) {
        throw new NotYourForm("This action failed on purpose.");
      }
      performed.add(submission);
    }
  }

  /** The process, deployed once. */
  static final class VisitProcess {

    static final String KEY = "door-visit";

    private final ProcessEngine engine;
    private final Processes processes;

    VisitProcess(ProcessEngine engine, Processes processes) {
      this.engine = engine;
      this.processes = processes;
      deploy(visit(), KEY, "record-visit", "log-visit");
      deploy(field(), Field.SOCIAL_SECURITY.key(), "ask-for-help", "record-visit");
    }

    /** Starts the process for a case and assigns its task. */
    Task begin(CaseNumber number, String assignee) {
      var instance =
          processes.start(
              KEY, number.value(), Map.of("field", "social-security", "riskLevel", "HIGH"));
      var task =
          Platform.call(
              () ->
                  engine
                      .getTaskService()
                      .createTaskQuery()
                      .processInstanceId(instance)
                      .singleResult());
      Platform.run(() -> engine.getTaskService().setAssignee(task.getId(), assignee));
      return task;
    }

    private void deploy(BpmnModelInstance model, String name, String... forms) {
      var deployment =
          engine
              .getRepositoryService()
              .createDeployment()
              .name("door " + name)
              .addModelInstance(name + ".bpmn", model);
      for (var form : forms) {
        deployment.addClasspathResource("door/" + form + ".form");
      }
      Platform.call(deployment::deploy);
    }

    private static BpmnModelInstance visit() {
      return Bpmn.createExecutableProcess(KEY)
          .name("Visit")
          .camundaHistoryTimeToLiveString("P180D")
          .startEvent("StartEvent_VisitDue")
          .name("Visit due")
          .userTask("UserTask_RecordVisit")
          .name("Record visit")
          .documentation("Write down what you have seen.")
          .camundaCandidateGroups("caseworker")
          .camundaFormRef("record-visit")
          .camundaFormRefBinding("deployment")
          .camundaOutputParameter("mood", "${form.mood}")
          .camundaOutputParameter("hours", "${form.hours}")
          .serviceTask("ServiceTask_RecordVisit")
          .name("Record visit")
          .camundaExpression("${doorVisits.recordVisit(execution)}")
          .userTask("UserTask_RecordNextVisit")
          .name("Record next visit")
          .documentation("Write down what you have seen.")
          .camundaCandidateGroups("caseworker")
          .camundaFormRef("record-visit")
          .camundaFormRefBinding("deployment")
          .boundaryEvent("BoundaryEvent_VisitMissed")
          .cancelActivity(false)
          .name("Visit missed")
          .timerWithDuration("P30D")
          .endEvent("EndEvent_VisitMissed")
          .name("Visit missed")
          .moveToActivity("UserTask_RecordNextVisit")
          .endEvent("EndEvent_VisitsRecorded")
          .name("Visits recorded")
          .done();
    }

    private static BpmnModelInstance field() {
      return Bpmn.createExecutableProcess(Field.SOCIAL_SECURITY.key())
          .name("Social security")
          .camundaHistoryTimeToLiveString("P180D")
          .startEvent("StartEvent_HelpAsked")
          .name("Help asked")
          .camundaFormRef("ask-for-help")
          .camundaFormRefBinding("deployment")
          .serviceTask("ServiceTask_RecordRequest")
          .name("Record request")
          .camundaExpression("${doorVisits.recordVisit(execution)}")
          .camundaOutputParameter("urgent", "${form.urgent}")
          .userTask("UserTask_RecordVisit")
          .name("Record visit")
          .documentation("Write down what you have seen.")
          .camundaCandidateGroups("caseworker")
          .camundaFormRef("record-visit")
          .camundaFormRefBinding("deployment")
          .endEvent("EndEvent_Helped")
          .name("Helped")
          .done();
    }
  }
}
