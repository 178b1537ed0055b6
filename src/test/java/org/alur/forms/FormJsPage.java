package org.alur.forms;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.alur.support.Chromium;

/** A blank page in Chromium with the form-js of the form host on it. */
final class FormJsPage implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FRONTEND = Path.of("src/main/frontend");
  private static final Path BUNDLE = Path.of("target/form-js.js").toAbsolutePath();

  private final Chromium chromium;
  private final Page page;

  FormJsPage() throws IOException, InterruptedException {
    bundle();
    chromium = new Chromium();
    page = chromium.browser().newPage(new Browser.NewPageOptions().setTimezoneId("Asia/Jakarta"));
    page.addScriptTag(new Page.AddScriptTagOptions().setPath(BUNDLE));
    page.addScriptTag(
        new Page.AddScriptTagOptions().setPath(Path.of("src/test/resources/forms/agreement.js")));
  }

  /** The packages of the front end are there because Maven has built it before the tests. */
  private static void bundle() throws IOException, InterruptedException {
    Files.createDirectories(BUNDLE.getParent());
    Process esbuild =
        new ProcessBuilder(
                "node",
                "node_modules/esbuild/bin/esbuild",
                "node_modules/@bpmn-io/form-js-viewer/dist/index.es.js",
                "--bundle",
                "--format=iife",
                "--global-name=FormJs",
                "--log-level=error",
                "--outfile=" + BUNDLE)
            .directory(FRONTEND.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(esbuild.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!esbuild.waitFor(1, TimeUnit.MINUTES) || esbuild.exitValue() != 0) {
      throw new IllegalStateException("form-js could not be bundled: " + output);
    }
  }

  /** What form-js made of one submission. */
  record Verdict(List<String> refused, Map<String, Object> data, Optional<String> failed) {}

  List<Verdict> submit(List<AgreementCase> lines) {
    List<Map<String, Object>> arguments =
        lines.stream()
            .map(
                line ->
                    Map.<String, Object>of(
                        "schema",
                        JSON.convertValue(line.schema(), Map.class),
                        "context",
                        line.context(),
                        "submitted",
                        line.submitted()))
            .toList();
    return call("run", arguments).stream().map(FormJsPage::verdict).toList();
  }

  @SuppressWarnings("unchecked")
  private static Verdict verdict(Map<String, Object> answer) {
    return new Verdict(
        (List<String>) answer.getOrDefault("refused", List.of()),
        (Map<String, Object>) answer.getOrDefault("data", Map.of()),
        Optional.ofNullable((String) answer.get("failed")));
  }

  /** Evaluates expressions; each answer has {@code value} and {@code holds}. */
  List<Map<String, Object>> feel(List<Map<String, Object>> expressions) {
    return call("feel", expressions);
  }

  private List<Map<String, Object>> call(String function, List<Map<String, Object>> arguments) {
    try {
      String answer =
          (String)
              page.evaluate(
                  "async ([name, lines]) =>"
                      + " JSON.stringify(await agreement[name](JSON.parse(lines)))",
                  List.of(function, JSON.writeValueAsString(arguments)));
      return JSON.readValue(answer, new TypeReference<>() {});
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    chromium.close();
  }
}
