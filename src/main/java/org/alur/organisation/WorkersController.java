package org.alur.organisation;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the workers. */
@RestController
@RequestMapping("/api/organisation/workers")
class WorkersController extends RegisterController<WorkerEntry, Worker> {

  WorkersController(WorkerRegister register, Registrar registrar, CurrentUser user) {
    super(register, registrar, user);
  }
}
