package org.alur.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.alur.AlurApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

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
public @interface AlurTest {

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
              // Tests run jobs themselves, so that time moves only when they say so.
              "camunda.bpm.job-execution.enabled=false")
          .applyTo(context);
    }
  }
}
