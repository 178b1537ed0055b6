package org.alur.referral;

import org.alur.casework.CaseNumber;

/** Another agency helps from now on. */
public record ReferralAccepted(CaseNumber number) {}
