package org.alur.casework;

/** A closed case is worked on again, as a new episode. */
public record CaseReopened(CaseNumber number, int episode) {}
