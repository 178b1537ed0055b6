package org.alur.casework;

/** The risk of a case was assessed, raised or lowered. */
public record RiskChanged(CaseNumber number, RiskLevel level) {}
