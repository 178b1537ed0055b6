package org.alur.casework;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An activity of a plan.
 *
 * @param goal the place of the goal that it serves, from 1; empty if it serves the whole plan
 * @param atensiComponent the component of social rehabilitation assistance (Permensos 7/2021)
 * @param serviceKey the process that delivers it; empty for an activity without a service
 * @param provider who does it: CASEWORKER, WELFARE_STAFF, VOLUNTEER, FAMILY or PARTNER
 */
public record ActivityDetails(
    Optional<Integer> goal,
    Approach approach,
    Setting setting,
    Optional<String> atensiComponent,
    Optional<String> serviceKey,
    String description,
    String provider,
    String frequency,
    LocalDate startsOn,
    Optional<LocalDate> dueOn) {}
