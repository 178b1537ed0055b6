package org.alur.workload;

import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this package is told from outside. */
@Configuration(proxyBeanMethods = false)
class WorkloadConfiguration {

  @Bean(ListDates.ZONE)
  ZoneId taskListZone(@Value("${alur.workload.zone:Asia/Jakarta}") String zone) {
    return ZoneId.of(zone);
  }
}
