package org.alur.casework;

/**
 * A case was brought to an end, or turned down at intake.
 *
 * @param by the user who decided it
 */
public record CaseClosed(CaseNumber number, ClosureReason reason, String by) {}
