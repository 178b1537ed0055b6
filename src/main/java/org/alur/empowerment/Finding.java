package org.alur.empowerment;

/**
 * Something that cannot be accepted.
 *
 * @param field where in the form, rows counted from 0 like {@code members.0.nik}
 * @param message a sentence that says what it is and what to do
 */
public record Finding(String field, String message) {}
