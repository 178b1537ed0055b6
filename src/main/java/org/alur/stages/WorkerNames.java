package org.alur.stages;

import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.springframework.stereotype.Component;

/** Colleagues as people call them. */
@Component
class WorkerNames {

  private final Workers workers;

  WorkerNames(Workers workers) {
    this.workers = workers;
  }

  /** The full name of a user, the user id if nobody is known by it. */
  String of(String userId) {
    return workers.find(userId).map(Worker::fullName).orElse(userId);
  }
}
