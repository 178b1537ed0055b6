package org.alur.referral;

import java.time.Instant;
import java.util.UUID;
import org.alur.casework.CaseNumber;

/** Another agency was asked; its answer is waited for. */
public record ReferralOffered(
    CaseNumber number, UUID referral, Instant answerDue, boolean urgent) {}
