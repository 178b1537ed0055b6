package org.alur.workload;

import java.util.Optional;

/**
 * Who works on a case.
 *
 * @param lead the caseworker who keeps the case from stage to stage; empty until one has taken it
 * @param sealed whether even the team must not see its tasks once somebody does them
 */
record CaseCrew(
    String caseNumber,
    Optional<String> lead,
    Optional<String> team,
    Optional<String> office,
    boolean sealed) {}
