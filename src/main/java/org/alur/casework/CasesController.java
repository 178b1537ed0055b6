package org.alur.casework;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.alur.catalogue.Field;
import org.alur.organisation.CurrentUser;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The cases for the case page, the tab beside a task and other systems. */
@RestController
@RequestMapping("/api/cases")
class CasesController {

  private static final int TIMELINE_LIMIT = 200;

  /** Whether a message was delivered by this request or by an earlier one with the same key. */
  record Delivery(boolean delivered) {}

  /** Later than anything that happens, and a time that the database knows. */
  private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

  private static final int LONGEST_KEY = 200;

  private final CaseSearch search;
  private final CaseFile file;
  private final Timeline timeline;
  private final Duplicates duplicates;
  private final CaseMessages messages;
  private final CaseReaders access;
  private final CurrentUser user;

  CasesController(
      CaseSearch search,
      CaseFile file,
      Timeline timeline,
      Duplicates duplicates,
      CaseMessages messages,
      CaseReaders access,
      CurrentUser user) {
    this.search = search;
    this.file = file;
    this.timeline = timeline;
    this.duplicates = duplicates;
    this.messages = messages;
    this.access = access;
    this.user = user;
  }

  @GetMapping
  CaseSearch.Page list(
      @RequestParam Optional<String> q,
      @RequestParam Optional<CaseState> state,
      @RequestParam Optional<CaseStage> stage,
      @RequestParam Optional<RiskLevel> risk,
      @RequestParam Optional<String> field,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(defaultValue = "0") int page) {
    return search.find(
        new CaseSearch.Query(
            q.map(text -> text.replace("\0", "")),
            state,
            stage,
            risk,
            field.map(CasesController::field),
            mine,
            Math.max(0, page)),
        user.id());
  }

  private static Field field(String key) {
    return Arrays.stream(Field.values())
        .filter(field -> field.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new UnknownField(key));
  }

  @GetMapping("/{number}")
  CaseView show(@PathVariable String number) {
    return file.of(seen(number, "case"), user.id());
  }

  @GetMapping("/{number}/timeline")
  List<TimelineEntry> timeline(
      @PathVariable String number, @RequestParam Optional<Instant> before) {
    return timeline.of(
        seen(number, "timeline"),
        before
            .filter(END_OF_TIME::isAfter)
            .map(time -> time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time)
            .orElse(END_OF_TIME),
        TIMELINE_LIMIT);
  }

  @GetMapping("/{number}/duplicates")
  List<Duplicates.Candidate> duplicates(@PathVariable String number) {
    return duplicates.of(seen(number, "duplicates"));
  }

  @PostMapping("/{number}/messages/{name}")
  ResponseEntity<Delivery> tell(
      @PathVariable String number,
      @PathVariable String name,
      @RequestHeader("Idempotency-Key") String key) {
    var found = visible(number);
    access.checkWork(user.id(), found);
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new KeyUnusable(LONGEST_KEY);
    }
    boolean delivered = messages.deliver(found, name, key, user.id());
    return ResponseEntity.accepted().body(new Delivery(delivered));
  }

  private CaseNumber seen(String number, String what) {
    var found = visible(number);
    access.viewed(found, user.id(), what);
    return found;
  }

  private CaseNumber visible(String number) {
    var parsed = CaseNumber.find(number).orElseThrow(() -> new CaseNotFound(number));
    access.check(user.id(), parsed);
    return parsed;
  }
}
