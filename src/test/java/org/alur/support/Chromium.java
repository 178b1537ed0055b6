package org.alur.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The browser that the build made sure of, for the tests that need one. */
public final class Chromium implements AutoCloseable {

  /** Written by {@code src/build/ensure-browser.mjs}: a path, or that Playwright brings its own. */
  private static final Path FOUND = Path.of("target/browser");

  private static final String OWN_DOWNLOAD = "playwright";

  private final Playwright playwright;
  private final Browser browser;

  /** Starts the browser. */
  public Chromium() {
    String found = found();
    boolean own = found.equals(OWN_DOWNLOAD);
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment(own)));
    var options =
        new BrowserType.LaunchOptions()
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync"));
    if (!own) {
      options.setExecutablePath(Path.of(found));
    }
    browser = playwright.chromium().launch(options);
  }

  private static String found() {
    try {
      return Files.readString(FOUND).strip();
    } catch (IOException cause) {
      throw new UncheckedIOException(
          "No browser was looked for. Run the tests with Maven, which makes sure of one.", cause);
    }
  }

  private static Map<String, String> environment(boolean own) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (!own) {
      environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    }
    return environment;
  }

  /** The running browser. */
  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
