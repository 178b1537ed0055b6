package org.alur.casework;

/** A caseworker became responsible for a case. */
public record LeadAssigned(CaseNumber number, String lead) {}
