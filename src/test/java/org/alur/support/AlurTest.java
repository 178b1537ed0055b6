package org.alur.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.alur.AlurApplication;
import org.alur.engine.CockpitGuard;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * The whole application on a real, fresh PostgreSQL, listening on a random port of the loopback
 * interface. Tests with the same settings share one application, so each makes its own cases.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
    classes = AlurApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    // FreshDatabase says which; it comes too late to keep the embedded one from being chosen.
    properties = "spring.datasource.url=not-known-yet")
@ContextConfiguration(initializers = AlurTest.FreshDatabase.class)
@TestExecutionListeners(
    listeners = AlurTest.OwnEngine.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface AlurTest {

  /** The only user that an application in a test has at first. */
  String ADMINISTRATOR = "keeper";

  /** The administrator's password. */
  String ADMINISTRATOR_PASSWORD = "Kunci-Gudang-7";

  /** Points the application at a database of its own. */
  final class FreshDatabase
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      // The people of the demo, but none of its cases.
      context.getEnvironment().addActiveProfile("demo");
      TestPropertyValues.of(
              "spring.datasource.url=" + TestDatabase.create(),
              "spring.datasource.username=postgres",
              "spring.datasource.password=",
              "spring.datasource.hikari.maximum-pool-size=12",
              "alur.synthetic-data=true",
              "alur.demo.cases=false",
              "alur.admin.user=" + ADMINISTRATOR,
              "alur.admin.password=" + ADMINISTRATOR_PASSWORD,
              // Tests share their people, who lead the cases of all of them.
              "alur.workload.soft-limit=500000",
              "alur.workload.hard-limit=600000",
              // Real rounds would take longer than the tests themselves.
              "alur.security.password-rounds=1000",
              // Tests look for what is late themselves, when it is as late as they want it.
              "alur.deadlines.first-sweep=P365D",
              // Tests run jobs themselves, so that time moves only when they say so.
              "camunda.bpm.job-execution.enabled=false")
          .applyTo(context);
    }
  }

  /**
   * The engine's interfaces and web applications look for the engine by its name in the whole JVM,
   * where the application that was started last has entered its own, and one that was stopped has
   * left nothing.
   */
  final class OwnEngine extends AbstractTestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext test) {
      ProcessEngines.registerProcessEngine(
          test.getApplicationContext().getBean(ProcessEngine.class));
      Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
      test.getApplicationContext().getBean(CockpitGuard.class).install();
      Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
      Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
    }

    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }
  }
}
