package org.alur.casework;

/** A case was brought to an end, or turned down at intake. */
public record CaseClosed(CaseNumber number, ClosureReason reason) {}
