package org.alur.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a worker may do. A role is a group of the engine of type {@code ROLE}; its key is the
 * group's id.
 */
public enum Role {
  /** Registers requests, looks for duplicates, screens. */
  INTAKE_OFFICER,
  /** Assesses, plans and intervenes: a licensed social worker (pekerja sosial). */
  CASEWORKER,
  /** Delivers activities of a plan: trained welfare staff (tenaga kesejahteraan sosial). */
  WELFARE_STAFF,
  /** Approves plans, triage, closure and coercion of the team's cases. */
  SUPERVISOR,
  /** Decides placements over 14 days, grants and appeals of the agency. */
  AGENCY_HEAD,
  /** Prepares, approves or pays out money; sees no narrative. */
  FINANCE_OFFICER,
  /** Keeps orders, reports to courts and hearings. */
  COURT_LIAISON,
  /** Gives medical or psychological opinions. */
  CLINICIAN,
  /** Visits and verifies (relawan sosial, TKSK). */
  VOLUNTEER,
  /** Watches performance; sees figures, no names. */
  MANAGER,
  /** Redesigns processes and decisions. */
  ANALYST,
  /** Reads everything, changes nothing, and every view is recorded. */
  AUDITOR,
  /** Keeps the system running; sees no case. */
  CAMUNDA_ADMIN;

  /** The id of the group: the name in kebab-case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role whose group has this id. */
  public static Optional<Role> ofKey(String key) {
    return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
  }
}
