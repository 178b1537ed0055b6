package org.alur.deadlines;

import org.alur.casework.CaseNumber;

/** A step is late, so that the supervisor is told. */
public record StepEscalated(CaseNumber number, String step) {}
