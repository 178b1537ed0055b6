package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.junit.jupiter.api.Test;

class RefusalsToldTest {

  /** An engine that trips over every submission. */
  private static RefusalsTold before(boolean taskIsOpen) {
    var told = new RefusalsTold();
    told.setNext(
        new CommandExecutor() {
          @Override
          @SuppressWarnings("unchecked") // The only other command asks whether the task is there.
          public <T> T execute(Command<T> command) {
            if (command instanceof SubmitTaskFormCmd) {
              throw new NullPointerException();
            }
            return (T) Boolean.valueOf(taskIsOpen);
          }
        });
    return told;
  }

  private static void submit(RefusalsTold told) {
    told.execute(new SubmitTaskFormCmd("task", Map.of(), false, false));
  }

  @Test
  void a_stumble_over_a_task_that_another_tab_completes_is_no_fault() {
    assertThatThrownBy(() -> submit(before(false)))
        .isInstanceOf(FormMissing.class)
        .hasMessageContaining("no longer open");
  }

  @Test
  void a_stumble_over_an_open_task_is_one() {
    assertThatThrownBy(() -> submit(before(true))).isInstanceOf(SubmissionFailed.class);
  }
}
