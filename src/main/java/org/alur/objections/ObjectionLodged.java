package org.alur.objections;

/** Somebody objected to a measure or to another decision. */
public record ObjectionLodged(Objection objection) {}
