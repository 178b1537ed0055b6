package org.alur.deadlines;

import java.time.Instant;

/**
 * What the deadlines of a case depend on.
 *
 * @param riskLevel the level; before triage that of the first impression if it was high, else
 *     UNKNOWN
 * @param field the key of the field
 * @param stageEnteredAt since when the case is in its stage
 * @param place of the office
 */
record CaseClock(String riskLevel, String field, Instant stageEnteredAt, OfficePlace place) {}
