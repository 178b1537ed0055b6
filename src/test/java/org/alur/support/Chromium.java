package org.alur.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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

  /** The page of somebody who sends user and password with each request. */
  public Page page(String user) {
    String pair =
        Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    return browser.newPage(
        new Browser.NewPageOptions()
            .setViewportSize(1280, 900)
            .setTimezoneId("Asia/Jakarta")
            .setExtraHTTPHeaders(Map.of("Authorization", "Basic " + pair)));
  }

  /** Photographs a whole page, for people to look at. */
  public static void photograph(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/pictures/" + name + ".png")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
