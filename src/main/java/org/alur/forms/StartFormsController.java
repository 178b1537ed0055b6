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

/** The forms with which processes are started; submitted through the engine's own interface. */
@RestController
@RequestMapping("/api/processes/{processKey}")
class StartFormsController {

  private final OpenForms forms;
  private final FormDesk desk;

  StartFormsController(OpenForms forms, FormDesk desk) {
    this.forms = forms;
    this.desk = desk;
  }

  @GetMapping("/start-form")
  FormView form(@PathVariable String processKey) {
    return desk.show(forms.ofProcess(processKey));
  }

  @PutMapping("/draft")
  DraftSaved saveDraft(@PathVariable String processKey, @RequestBody DraftEntry draft) {
    return DraftSaved.of(desk.keep(forms.ofProcess(processKey), draft));
  }

  @DeleteMapping("/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discardDraft(@PathVariable String processKey) {
    desk.discard(forms.ofProcess(processKey));
  }
}
