package org.alur.casework;

/**
 * Something from outside reached a case.
 *
 * @param name what happened, as the processes of the case wait for it: {@code case.court-order}
 * @param sentBy the user or system that told it
 */
public record MessageArrived(CaseNumber number, String name, String sentBy) {}
