package org.alur.documents;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;

/**
 * What is known of a document, without its content.
 *
 * @param id given by the server
 * @param caseNumber the case; empty until the form to which it was added is submitted
 * @param name the file's name, made harmless
 * @param type what the content is, whatever the name says
 * @param size in bytes
 * @param uploadedBy the user id
 * @param uploadedAt by the engine's clock
 */
public record Document(
    UUID id,
    Optional<CaseNumber> caseNumber,
    String name,
    DocumentType type,
    long size,
    String uploadedBy,
    Instant uploadedAt) {}
