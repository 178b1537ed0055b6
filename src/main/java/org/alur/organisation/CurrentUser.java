package org.alur.organisation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Who makes the present request: through an interface of Alur, the engine's or the web
 * applications'. Nobody does in jobs and while Alur starts.
 */
public interface CurrentUser {

  /** The id of the user, empty if no person is at work. */
  Optional<String> find();

  /** The roles that the user has now. */
  Set<Role> roles();

  /** The ids of the teams that the user belongs to now. */
  Set<String> teams();

  /**
   * The id of the user.
   *
   * @throws IllegalStateException if no person is at work
   */
  default String id() {
    return find().orElseThrow(() -> new IllegalStateException("Nobody is logged in."));
  }

  /** Whether the user has one of these roles. */
  default boolean is(Role... anyOf) {
    return Arrays.stream(anyOf).anyMatch(roles()::contains);
  }
}
