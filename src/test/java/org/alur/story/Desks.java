package org.alur.story;

import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.alur.organisation.Role;
import org.alur.support.Chromium;
import org.alur.support.Crew;

/** The desks of the people in a story; somebody sits down when the story first needs them. */
final class Desks implements AutoCloseable {

  private static final Path STOPPED = Path.of("target/story");

  private final Chromium chromium = new Chromium();
  private final String server;
  private final Map<String, Desk> desks = new HashMap<>();

  /** Prepares a browser for the server at a port of this machine. */
  Desks(int port) {
    server = "http://127.0.0.1:" + port;
  }

  /** The desk of the first of the crew who works in a role. */
  Desk of(Role role) {
    return of(Crew.of(role));
  }

  Desk of(String user) {
    return desks.computeIfAbsent(user, missing -> new Desk(chromium.browser(), server, missing));
  }

  /** Somebody gets up; who sits down in their place later has to log in anew. */
  Desk leave(String user) {
    return Objects.requireNonNull(desks.remove(user));
  }

  /** Plays a story, and photographs what everybody has before them if something goes wrong. */
  <T> T play(Supplier<T> story) {
    try {
      return story.get();
    } catch (PlaywrightException | AssertionError stopped) {
      desks.forEach((user, desk) -> desk.photograph(STOPPED.resolve("stopped-" + user + ".png")));
      throw stopped;
    }
  }

  @Override
  public void close() {
    desks.values().forEach(Desk::close);
    chromium.close();
  }
}
