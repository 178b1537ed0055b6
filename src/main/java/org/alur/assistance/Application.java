package org.alur.assistance;

import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Beneficiary;
import org.alur.casework.CaseNumber;

/**
 * Who asks for assistance, and why they should get it.
 *
 * @param activity of the plan
 * @param exceptionReason why somebody outside of the groups is proposed all the same
 * @param welfareDecile in the national register; 0 if not in it
 * @param exclusion what speaks against it, a code; NONE
 */
public record Application(
    CaseNumber number,
    UUID activity,
    Beneficiary recipient,
    PriorityGroup priorityGroup,
    Optional<String> exceptionReason,
    int welfareDecile,
    String exclusion) {}
