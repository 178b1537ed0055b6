package org.alur.casework;

import java.util.UUID;

/** Somebody without access opened a case because it could not wait. */
public record EmergencyAccessOpened(CaseNumber number, UUID access) {}
