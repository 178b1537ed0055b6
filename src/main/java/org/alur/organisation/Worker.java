package org.alur.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A person who works for an agency.
 *
 * @param userId the id of the login
 * @param roles what the worker may do
 * @param teams the teams of the worker's office that the worker belongs to
 * @param str the registration as a social worker, if there is one
 * @param sipps the practice licence, if there is one
 * @param languages ISO 639 codes: id, jv, su
 * @param districts the regions in which the worker works
 */
public record Worker(
    String userId,
    String fullName,
    String officeId,
    Set<Role> roles,
    Set<String> teams,
    Optional<Licence> str,
    Optional<Licence> sipps,
    Set<String> skills,
    Set<String> languages,
    Set<String> districts,
    boolean active) {

  /** Whether the worker acts in this role today. */
  public boolean is(Role role) {
    return active && roles.contains(role);
  }

  /** Whether one of the worker's licences is valid on this day. */
  public boolean isLicensedOn(LocalDate day) {
    return str.filter(licence -> licence.isValidOn(day)).isPresent()
        || sipps.filter(licence -> licence.isValidOn(day)).isPresent();
  }

  /** Whether the worker belongs to this team today. */
  public boolean isIn(String team) {
    return active && teams.contains(team);
  }
}
