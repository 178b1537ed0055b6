package org.alur.casework;

/**
 * What somebody outside is told.
 *
 * @param name of the recipient
 * @param summary all that is told, nothing else
 */
public record Disclosure(Recipient recipient, String name, SharingPurpose purpose, String summary) {

  /** Not the summary: it is personal data and would end in logs. */
  @Override
  public String toString() {
    return "disclosure to a " + recipient + " for " + purpose;
  }
}
