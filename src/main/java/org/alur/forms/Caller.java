package org.alur.forms;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** Who uses a form: the person whom the engine knows, and nobody without a login. */
final class Caller {

  private Caller() {}

  /**
   * The user id.
   *
   * @throws NotYourForm if nobody is logged in
   */
  static String of(CommandContext context) {
    var userId = context.getAuthenticatedUserId();
    if (userId == null || userId.isEmpty()) {
      throw new NotYourForm("Nobody is logged in. Log in and open the form again.");
    }
    return userId;
  }
}
