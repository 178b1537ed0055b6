package org.alur.legalaid;

import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;

/**
 * What somebody asks for.
 *
 * @param activity the activity of the plan that asks
 * @param oral whether it was told and written down by us
 * @param sexualViolence whether it is about that
 * @param settlementAllowed never for sexual violence, unless the offender is a child (UU 12/2022
 *     art. 23)
 * @param provenBy the proof of poverty, if it is there
 * @param complete whether all papers are there
 * @param by who wrote it down
 * @param record the form
 */
public record LegalAidRequest(
    CaseNumber number,
    UUID activity,
    boolean oral,
    LegalCaseType caseType,
    boolean sexualViolence,
    boolean settlementAllowed,
    Optional<PovertyProof> provenBy,
    boolean complete,
    String by,
    UUID record) {}
