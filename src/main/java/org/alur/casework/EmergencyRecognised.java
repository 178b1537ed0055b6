package org.alur.casework;

/** The risk of a case has become an emergency. */
public record EmergencyRecognised(CaseNumber number) {}
