package org.alur.forms;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do on the case page without an open task. */
@RestController
@RequestMapping("/api/cases/{number}/actions/{formId}")
class ActionFormsController {

  private final ActionForms actions;
  private final FormDesk desk;

  ActionFormsController(ActionForms actions, FormDesk desk) {
    this.actions = actions;
    this.desk = desk;
  }

  @GetMapping
  FormView form(@PathVariable String number, @PathVariable String formId) {
    return desk.show(actions.of(number, formId));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Filed submit(@PathVariable String number, @PathVariable String formId, @RequestBody Entry entry) {
    return new Filed(actions.submit(number, formId, Json.map(entry.sent())));
  }

  /**
   * A form as it was filled.
   *
   * @param values by field key
   */
  record Entry(@Nullable Map<String, @Nullable Object> values) {

    /** Nothing sent is nothing filled in, which the form has its sentences for. */
    Map<String, @Nullable Object> sent() {
      return values == null ? Map.of() : values;
    }
  }

  /**
   * The form was accepted.
   *
   * @param recordId the record in the case file
   */
  record Filed(UUID recordId) {}
}
