package org.alur;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.alur.engine.OfferedToModels;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.RestController;

/** What keeps the parts of Alur apart. */
@AnalyzeClasses(packages = "org.alur", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /**
   * Which package may use which; what is not listed is not allowed. This map is the picture of the
   * architecture.
   */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("database", Set.of()),
          Map.entry("engine", Set.of()),
          Map.entry("organisation", Set.of("engine")),
          Map.entry("catalogue", Set.of("engine", "organisation")),
          Map.entry("casework", Set.of("engine", "organisation", "catalogue")),
          Map.entry("documents", Set.of("engine", "organisation", "catalogue", "casework")),
          Map.entry(
              "forms", Set.of("engine", "organisation", "catalogue", "casework", "documents")),
          Map.entry("payments", Set.of("casework", "catalogue")),
          Map.entry("assistance", Set.of("organisation", "casework", "payments")),
          Map.entry("socialassistance", Set.of("casework", "payments")),
          Map.entry("legalaid", Set.of("casework")),
          Map.entry("referral", Set.of("organisation", "casework")),
          Map.entry("policereport", Set.of("casework")),
          Map.entry("empowerment", Set.of("casework", "payments")),
          Map.entry("objections", Set.of("organisation", "casework")),
          Map.entry("conference", Set.of("organisation", "casework")),
          Map.entry("coercion", Set.of("engine", "organisation", "catalogue", "casework", "forms")),
          Map.entry("workload", Set.of("engine", "organisation", "catalogue", "casework", "forms")),
          Map.entry(
              "deadlines", Set.of("engine", "organisation", "catalogue", "casework", "workload")),
          Map.entry("deployment", Set.of("engine", "organisation", "catalogue", "forms")),
          Map.entry(
              "stages",
              Set.of(
                  "engine",
                  "organisation",
                  "catalogue",
                  "casework",
                  "documents",
                  "forms",
                  "coercion",
                  "payments",
                  "assistance",
                  "socialassistance",
                  "legalaid",
                  "referral",
                  "empowerment",
                  "objections",
                  "policereport",
                  "conference",
                  "workload",
                  "deadlines")),
          Map.entry(
              "security",
              Set.of("database", "engine", "organisation", "catalogue", "casework", "workload")));

  private static final String[] KNOW_THE_ENGINE = {
    "org.alur.engine..",
    "org.alur.deployment..",
    "org.alur.forms..",
    "org.alur.stages..",
    "org.alur.workload..",
    "org.alur.deadlines..",
    "org.alur.audit..",
    "org.alur.security.."
  };

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices()
          .matching("org.alur.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package that needs its user cannot be understood alone");

  @ArchTest
  static final ArchRule packages_use_only_what_the_map_says =
      classes()
          .that(resideInAnyPackage("org.alur.*").and(not(resideInAnyPackage("org.alur.demo"))))
          .should(useOnlyAllowedPackages())
          .because("the map in this test is the architecture; change it on purpose or not at all");

  @ArchTest
  static final ArchRule few_packages_know_the_engine =
      noClasses()
          .that()
          .resideOutsideOfPackages(KNOW_THE_ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..")
          .because("moving to a maintained fork must stay an import change in few packages");

  @ArchTest static final ArchRule no_field_injection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest static final ArchRule no_standard_streams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest static final ArchRule no_java_util_logging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule the_case_file_knows_nothing_of_the_web =
      noClasses()
          .that(
              resideInAnyPackage("org.alur.casework..", "org.alur.catalogue..")
                  .and(not(simpleNameEndingWith("Controller")))
                  .and(not(simpleNameEndingWith("Advice"))))
          .should(dependOnClassesThat(resideInAnyPackage("org.springframework.web..")))
          .because("rules of casework are the same whoever calls");

  @ArchTest
  static final ArchRule controllers_are_for_http_only =
      classes()
          .that()
          .areAnnotatedWith(RestController.class)
          .should()
          .bePackagePrivate()
          .andShould()
          .haveSimpleNameEndingWith("Controller")
          .because("nothing but the web may call a controller");

  @ArchTest
  static final ArchRule tasks_are_what_models_call =
      classes()
          .that()
          .haveSimpleNameEndingWith("Tasks")
          .should()
          .resideInAPackage("org.alur.stages")
          .andShould()
          .bePublic()
          .andShould()
          .beAnnotatedWith(OfferedToModels.class)
          .because("a service task calls the method of its name on the component of its part");

  @ArchTest
  static final ArchRule tasks_take_the_execution_and_nothing_else =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleNameEndingWith("Tasks")
          .and()
          .arePublic()
          .should(takeExactlyTheExecution())
          .because("what a step needs it reads by name, so that the model stays readable");

  @ArchTest
  static final ArchRule every_package_is_null_marked =
      classes()
          .that()
          .haveSimpleName("package-info")
          .should()
          .beAnnotatedWith(NullMarked.class)
          .because("null is said where it can be");

  @ArchTest
  static final ArchRule names_say_what_a_type_is =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Exception")
          .orShould()
          .haveSimpleNameStartingWith("Abstract")
          .because("such names say how a type is built, not what it is");

  @ArchTest
  static final ArchRule there_is_one_clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .because("a case and its deadlines must never disagree about the time");

  @ArchTest
  static final ArchRule the_demo_is_switched_on_by_its_profile =
      classes()
          .that()
          .resideInAPackage("org.alur.demo")
          .and()
          .areAnnotatedWith(org.springframework.stereotype.Component.class)
          .should()
          .beAnnotatedWith(Profile.class)
          .allowEmptyShould(true)
          .because("demo people never appear in a real agency");

  @ArchTest
  static final ArchRule nobody_needs_the_demo =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.alur.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.alur.demo..")
          .because("it can be left out");

  private static ArchCondition<JavaClass> useOnlyAllowedPackages() {
    return new ArchCondition<>("use only the packages that the map allows") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String own = feature(item);
        Set<String> allowed = MAY_USE.getOrDefault(own, Set.of());
        Set<String> used =
            item.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass())
                .filter(target -> target.getPackageName().startsWith("org.alur."))
                .map(ArchitectureTest::feature)
                .filter(other -> !other.equals(own) && !allowed.contains(other))
                .collect(Collectors.toSet());
        used.forEach(
            other ->
                events.add(
                    SimpleConditionEvent.violated(
                        item, "%s uses %s".formatted(item.getName(), other))));
      }
    };
  }

  private static String feature(JavaClass type) {
    return List.of(type.getPackageName().split("\\.")).get(2);
  }

  private static ArchCondition<JavaMethod> takeExactlyTheExecution() {
    return new ArchCondition<>("take exactly one DelegateExecution") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
          return;
        }
        List<String> parameters =
            method.getRawParameterTypes().stream().map(JavaClass::getSimpleName).toList();
        if (!parameters.equals(List.of("DelegateExecution"))) {
          events.add(
              SimpleConditionEvent.violated(method, method.getFullName() + " takes " + parameters));
        }
      }
    };
  }
}
