package org.alur.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Enters the people and cases of the demo before the server answers and the job executor works:
 * until then the engine has no administrator, and while cases are played its clock is in the past.
 */
@Component
@Profile("demo")
class DemoStart implements SmartLifecycle {

  private final DemoOrganisation organisation;
  private final ObjectProvider<DemoCases> cases;

  private volatile boolean done;

  DemoStart(DemoOrganisation organisation, ObjectProvider<DemoCases> cases) {
    this.organisation = organisation;
    this.cases = cases;
  }

  @Override
  public void start() {
    try {
      organisation.enter();
      for (var wanted : cases) {
        wanted.enter();
      }
    } catch (IOException cause) {
      throw new UncheckedIOException("The demo's own files cannot be read.", cause);
    }
    done = true;
  }

  @Override
  public void stop() {
    done = false;
  }

  @Override
  public boolean isRunning() {
    return done;
  }

  /** The server starts 1024 below the constant, and lower numbers start earlier. */
  @Override
  public int getPhase() {
    return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 2048;
  }
}
