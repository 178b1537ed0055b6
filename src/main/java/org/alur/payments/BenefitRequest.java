package org.alur.payments;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Beneficiary;
import org.alur.casework.CaseNumber;

/**
 * What is asked for, and for whom.
 *
 * @param activity of the plan, if one asks for it
 * @param serviceKey the service that asks
 * @param kind a code in upper case; of one kind a recipient has one benefit at a time
 * @param purpose what it is for, in a line
 * @param amount in total over the whole period; the value, where goods or a service are given
 * @param from the first day
 * @param until the last day
 */
public record BenefitRequest(
    CaseNumber number,
    Optional<UUID> activity,
    String serviceKey,
    String kind,
    String purpose,
    Rupiah amount,
    Beneficiary recipient,
    LocalDate from,
    LocalDate until) {}
