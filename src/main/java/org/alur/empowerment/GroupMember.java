package org.alur.empowerment;

import java.time.LocalDate;
import java.util.Optional;
import org.alur.casework.Person;

/**
 * A person as member of a group.
 *
 * @param joinedOn the day, if it is known
 */
public record GroupMember(Person person, Office office, Optional<LocalDate> joinedOn) {}
