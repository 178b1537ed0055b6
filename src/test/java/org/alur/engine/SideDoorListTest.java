package org.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;

/** Looks at each command that the engine has, so that none was forgotten. */
class SideDoorListTest {

  /** Reads, or only looks for something to read. */
  private static final Pattern READING =
      Pattern.compile(
          "(Get|Find|Is|Check|Execute.*Filter|Optimize|Create\\w+Query|Authorization"
              + "CheckCmd|Query|Determine).*|.*(Query|Report)Impl(\\$.*)?|.*Query(Cmd)?|"
              + "MetricsQuery.*|\\w*\\$\\w*Query\\w*Cmd");

  /** Keeps users, groups, rights and filters; for those with the right. */
  private static final Pattern KEEPING =
      Pattern.compile(
          "(Create|Save|Delete|Set|Unlock)(User|Group|Tenant|Membership|Authorization|Filter)\\w*|"
              + "CreateMembershipCmd|DeleteMembershipCmd|CreateAuthorizationCommand");

  /** Runs and repairs the engine; for those with the right. */
  private static final Pattern OPERATING =
      Pattern.compile(
          "(Activate|Suspend|Update|Delete|Register|Unregister|Deploy|Unlock|Lock|Fetch|Extend)\\w*|"
              + "(Set|Recalculate|Acquire|Execute|Default|Report|Purge|History|Resolve|Telemetry)"
              + "\\w*(Job|Jobs|ExternalTask|ExternalTasks|RemovalTime|Incident|Property|LicenseKey|"
              + "ProcessDefinitionVersion|Metrics|Cleanup|Retry|DatabaseAndCache|Configure|Operation"
              + "Log)\\w*|JobRetryCmd|CreateIncidentCmd|CreateMigrationPlanCmd|Migrate\\w*|LicenseCmd|"
              + "AbstractLicense\\w*|ExternalTaskCmd|HandleExternalTaskCmd|Schema\\w*|HistoryLevel\\w*|"
              + "\\w*FailedJob\\w*|SuccessfulJob\\w*|\\w*Deployment\\w*Listener\\w*|DbMetrics\\w*|"
              + "Metrics\\w*|ManagementServiceImpl.*|HistoryCleanup\\w*|GetUnlocked\\w*|"
              + "AddIdentityLinkForProcessDefinitionCmd|SetJob\\w*|AbstractSet\\w*State\\w*");

  /** Gives a task to somebody, or says by when; for those with the right. */
  private static final Set<String> PLANNING =
      Set.of(
          "ClaimTaskCmd",
          "AssignTaskCmd",
          "SetTaskPriorityCmd",
          "SetTaskDueDateCmd",
          "SetTaskFollowUpDateCmd");

  /** What the engine does by itself, at start, in jobs and after deployments. */
  private static final Pattern OWN =
      Pattern.compile(
          "BootstrapEngineCommand|DbSchema\\w+\\$1|\\w*FailedJobListener\\$\\w+|"
              + "HistoryCleanupHandler\\$\\w+|DbMetricsReporter\\$\\w+|MetricsCollectionTask\\$\\w+|"
              + "\\w*Deployment\\w*FailListener\\$\\w+|AbstractProcessEngineTestCase\\$1");

  /** Looked at by the guard itself: what is changed, or which form is submitted. */
  private static final Set<String> EXAMINED =
      Set.of("SaveTaskCmd", "SubmitTaskFormCmd", "SubmitStartFormCmd");

  @Test
  void each_command_of_the_engine_is_closed_or_left_open_on_purpose() {
    Set<String> undecided = new TreeSet<>();
    new ClassFileImporter()
        .importPackages("org.camunda.bpm.engine.impl").stream()
            .filter(type -> type.isAssignableTo(Command.class))
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .filter(type -> !isDecided(type))
            .forEach(type -> undecided.add(type.getName()));
    assertThat(undecided).isEmpty();
  }

  private static boolean isDecided(JavaClass type) {
    String name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
    return SideDoors.refusalForPeople(type.reflect()).isPresent()
        || READING.matcher(name).matches()
        || KEEPING.matcher(name).matches()
        || OPERATING.matcher(name).matches()
        || OWN.matcher(name).matches()
        || PLANNING.contains(name)
        || EXAMINED.contains(name);
  }
}
