package org.alur.documents;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Removes what people uploaded to forms that they never submitted. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ForgottenDocuments {

  private static final Logger LOG = LoggerFactory.getLogger(ForgottenDocuments.class);

  private final Documents documents;

  ForgottenDocuments(Documents documents) {
    this.documents = documents;
  }

  /** Every hour; on several nodes it does no harm that each of them tries. */
  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void remove() {
    var removed = documents.removeForgotten();
    if (removed > 0) {
      LOG.info("Removed {} documents that were uploaded and never submitted.", removed);
    }
  }
}
