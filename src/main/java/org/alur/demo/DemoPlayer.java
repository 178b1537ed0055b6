package org.alur.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.alur.engine.Rehearsal;
import org.alur.engine.Rehearsal.Step;
import org.alur.engine.Rehearsal.Timer;
import org.alur.organisation.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays one case: whoever is asked claims the task and answers, and time passes in between. */
@Component
@Profile("demo")
class DemoPlayer {

  /** More steps than any case takes: a script that goes round in circles ends here. */
  private static final int ENOUGH = 200;

  private final Rehearsal rehearsal;
  private final DemoFacts facts;

  DemoPlayer(Rehearsal rehearsal, DemoFacts facts) {
    this.rehearsal = rehearsal;
    this.facts = facts;
  }

  /**
   * Plays a case.
   *
   * @param now the moment that is never passed
   */
  void play(DemoScript script, Instant now) {
    try {
      var run = new Run(script, now);
      run.request();
      int step = 0;
      while (run.step()) {
        if (step++ > ENOUGH) {
          throw new IllegalStateException("It goes round in circles.");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "The demo case of %s could not be played until %s."
              .formatted(script.name(), script.until()),
          e);
    }
  }

  /** One case on its way. */
  private final class Run {

    private final DemoScript script;
    private final Instant end;
    private final DemoAnswers answers;
    private final DemoTime time;
    private final Map<Role, Integer> turns = new EnumMap<>(Role.class);
    private String number = "";

    Run(DemoScript script, Instant end) throws IOException {
      this.script = script;
      this.end = end;
      this.answers = new DemoAnswers(script.groups());
      this.time = new DemoTime(new Random(script.name().hashCode()), end);
      rehearsal.moveTo(end.minus(script.age()));
    }

    void request() throws IOException {
      String user = somebody(Role.INTAKE_OFFICER);
      number =
          rehearsal.begin(user, script.field().key(), answers.next("receive-request", words(user)));
    }

    /** Does what comes next; false when the script has come to its end. */
    boolean step() throws IOException {
      List<Step> steps = rehearsal.steps(number);
      Optional<Timer> timer = rehearsal.nextTimer(number).filter(next -> !next.due().isAfter(end));
      if (steps.stream().anyMatch(step -> step.form().equals(script.until()))) {
        // Time goes on without them.
        return timer.map(this::fire).orElse(false);
      }
      // What has to be discussed is discussed before it is decided.
      Optional<Step> next =
          steps.stream()
              .filter(step -> answers.has(step.form()))
              .min(Comparator.comparing(step -> !step.form().endsWith("-conference")));
      if (next.isEmpty() || timer.filter(each -> isOver(each.due())).isPresent()) {
        return timer.map(this::fire).orElse(false);
      }
      answer(next.get());
      return true;
    }

    private boolean isOver(Instant moment) {
      return !moment.isAfter(rehearsal.now());
    }

    private boolean fire(Timer timer) {
      if (!isOver(timer.due())) {
        rehearsal.moveTo(timer.due());
      }
      rehearsal.fire(timer);
      return true;
    }

    private void answer(Step step) throws IOException {
      rehearsal.moveTo(time.next(rehearsal.now(), script.answers()));
      String user = step.assignee().orElseGet(() -> somebody(roleOf(step)));
      rehearsal.complete(user, step, answers.next(step.form(), words(user)));
    }

    private String somebody(Role role) {
      return DemoCast.who(role, script.isNorth(), turns.merge(role, 1, Integer::sum) - 1);
    }

    private DemoWords words(String user) {
      return new DemoWords(rehearsal.now(), facts.words(script, number, user));
    }
  }

  private static Role roleOf(Step step) {
    return step.groups().stream()
        .flatMap(group -> Role.ofKey(group).stream())
        .findFirst()
        .orElseThrow();
  }
}
