package org.alur.coercion;

/**
 * A less restrictive option that was considered.
 *
 * @param option what it was
 * @param reasonRejected why it is not enough
 */
public record MilderMeans(String option, String reasonRejected) {}
