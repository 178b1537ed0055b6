package org.alur.deadlines;

import org.alur.deadlines.Allowance.CountedIn;

/**
 * What the law gives a step at most.
 *
 * @param amount ISO 8601: P3D, PT24H
 * @param basis which law
 */
record LegalLimit(String amount, CountedIn countedIn, String basis) {}
