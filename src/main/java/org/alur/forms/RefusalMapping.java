package org.alur.forms;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * Adds {@link RefusalMapper} to the engine's interface and to that of the web applications, which
 * are set up apart from each other and offer no common place for it.
 */
public final class RefusalMapping implements AutoDiscoverable {

  @Override
  public void configure(FeatureContext context) {
    context.register(new RefusalMapper());
  }
}
