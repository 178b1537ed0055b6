package org.alur.referral;

import java.util.UUID;
import org.alur.casework.CaseNumber;

/** The consent on which a referral rested was taken back; the recipient has to be told. */
public record ReferralRecalled(CaseNumber number, UUID referral) {}
