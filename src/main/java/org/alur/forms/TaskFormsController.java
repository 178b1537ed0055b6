package org.alur.forms;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The forms of open tasks. They are submitted through the engine's own interface. */
@RestController
@RequestMapping("/api/tasks/{taskId}")
class TaskFormsController {

  private final OpenForms forms;
  private final FormDesk desk;

  TaskFormsController(OpenForms forms, FormDesk desk) {
    this.forms = forms;
    this.desk = desk;
  }

  @GetMapping("/form")
  FormView form(@PathVariable String taskId) {
    return desk.show(forms.ofTask(taskId));
  }

  @PutMapping("/draft")
  DraftSaved saveDraft(@PathVariable String taskId, @RequestBody DraftEntry draft) {
    return DraftSaved.of(desk.keepOfTask(taskId, draft));
  }

  @DeleteMapping("/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discardDraft(@PathVariable String taskId) {
    desk.discard(forms.ofTask(taskId));
  }
}
