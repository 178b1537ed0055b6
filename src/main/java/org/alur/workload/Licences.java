package org.alur.workload;

import java.time.Clock;
import org.alur.casework.WesternIndonesia;
import org.alur.organisation.Worker;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whose licence is valid today, by the calendar of western Indonesia. */
@Component
public class Licences {

  private final Clock clock;
  private final boolean required;

  Licences(Clock clock, @Value("${alur.workload.licence-required:true}") boolean required) {
    this.clock = clock;
    this.required = required;
  }

  /** Whether somebody may work on cases: UU 14/2019 art. 28 asks social workers for an STR. */
  boolean mayPractise(Worker worker) {
    var today = WesternIndonesia.today(clock);
    return !required || worker.str().filter(str -> str.isValidOn(today)).isPresent();
  }

  /** Whether somebody holds any licence of the trade, an STR or a SIPPS. */
  public boolean isLicensed(Worker worker) {
    return worker.isLicensedOn(WesternIndonesia.today(clock));
  }
}
