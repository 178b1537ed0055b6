package org.alur.casework;

/** Hands on what comes to a case from outside to whoever in the case waits for it. */
public interface MessageReceiver {

  /**
   * Hands a message on.
   *
   * @param name what happened: {@code case.beneficiary-died}
   * @return whether anybody waited for it
   */
  boolean receive(CaseNumber number, String name);
}
