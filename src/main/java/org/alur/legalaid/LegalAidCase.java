package org.alur.legalaid;

import java.util.Optional;
import java.util.UUID;

/**
 * A request as it stands.
 *
 * @param criminal whether a crime is in question
 * @param settlementAllowed whether it may be settled out of court
 * @param record the form that asked
 * @param lawyer who acts for the person, once somebody does
 * @param nextStep what was agreed as the next step, at last
 */
public record LegalAidCase(
    UUID id,
    LegalAidStage stage,
    boolean criminal,
    boolean settlementAllowed,
    UUID record,
    Optional<String> lawyer,
    Optional<LegalAidResult> result,
    Optional<String> nextStep) {}
