package org.alur.casework;

import java.util.Optional;

/**
 * A caseworker became responsible for a case.
 *
 * @param previous who was responsible before
 */
public record LeadAssigned(CaseNumber number, String lead, Optional<String> previous) {}
