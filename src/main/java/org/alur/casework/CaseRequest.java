package org.alur.casework;

import java.util.Optional;

/**
 * How a case came in, and in whose words.
 *
 * @param anonymous whether the reporter wants to stay unknown; then no name or telephone number is
 *     kept
 * @param narrative what was told
 */
public record CaseRequest(
    Channel channel,
    Optional<String> reporterName,
    Optional<String> reporterRelation,
    Optional<String> reporterPhone,
    boolean anonymous,
    String narrative) {

  public CaseRequest {
    if (anonymous) {
      reporterName = Optional.empty();
      reporterPhone = Optional.empty();
    }
  }
}
