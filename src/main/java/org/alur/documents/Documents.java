package org.alur.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.organisation.Explained.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents of all cases, kept in the database. */
@Component
public class Documents {

  /** The largest document, in bytes: 10 MB. */
  static final int LARGEST = 10 * 1024 * 1024;

  /** How many documents a person may have uploaded without submitting the form. */
  static final int MOST_NOT_FILED = 100;

  /** How long a document waits for its form to be submitted, unless a draft mentions it. */
  static final Duration WAITS = Duration.ofHours(24);

  private static final String DETAILS =
      "select id, case_number, name, media_type, size, uploaded_by, uploaded_at from documents ";

  private final JdbcClient database;
  private final Clock clock;

  Documents(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Takes a file that somebody adds to a form which is not submitted yet.
   *
   * @param place where the form is: {@code task:<id>}, {@code process:<key>}, {@code case:<number>}
   * @throws DocumentRefused if it is too large, empty, or of a kind that is not accepted
   */
  public Document upload(String name, byte[] content, String place, String userId) {
    refuseSize(content.length);
    refuseTooMany(userId);
    var type = ContentCheck.typeOf(content);
    var document =
        new Document(
            UUID.randomUUID(),
            Optional.empty(),
            DocumentName.of(name, type),
            type,
            content.length,
            userId,
            clock.instant());
    insert(document, content, place);
    return document;
  }

  /** What is known of a document. */
  public Optional<Document> find(UUID id) {
    return database
        .sql(DETAILS + "where id = :id")
        .param("id", id)
        .query((row, number) -> document(row))
        .optional();
  }

  /** The documents of a case, the newest first. */
  public List<Document> of(CaseNumber number) {
    return database
        .sql(DETAILS + "where case_number = :number order by uploaded_at desc, id")
        .param("number", number.value())
        .query((row, count) -> document(row))
        .list();
  }

  byte[] content(UUID id) {
    return database
        .sql("select content from documents where id = :id")
        .param("id", id)
        .query(byte[].class)
        .single();
  }

  /**
   * Files a document with the record of the form to which it was added. A document that the case
   * has already stays where it is.
   *
   * @param id as the form gave it
   * @param place the form's place; documents that a colleague uploaded there count as well
   * @throws DocumentMissing if there is no such document of this person, task or case
   */
  public void file(String id, String place, String userId, CaseNumber number, UUID recordId) {
    var filed =
        uuid(id)
            .map(
                document ->
                    database
                        .sql(
                            """
                            update documents set case_number = :number, record_id = :record
                            where id = :id and record_id is null
                              and (uploaded_by = :user or place = :place)
                            """)
                        .param("number", number.value())
                        .param("record", recordId)
                        .param("id", document)
                        .param("user", userId)
                        .param("place", place)
                        .update())
            .orElse(0);
    if (filed == 0 && !has(number, id)) {
      throw new DocumentMissing(
          "A document is no longer there. Remove it from the form and upload it again.");
    }
  }

  /** Removes what was uploaded and never submitted; gives their number. */
  int removeForgotten() {
    return database
        .sql(
            """
            delete from documents d
            where record_id is null and uploaded_at < :before
              and not exists (select from form_drafts f where f.data::text like '%' || d.id || '%')
            """)
        .param("before", clock.instant().minus(WAITS).atOffset(ZoneOffset.UTC))
        .update();
  }

  private boolean has(CaseNumber number, String id) {
    return uuid(id)
        .flatMap(this::find)
        .flatMap(Document::caseNumber)
        .filter(number::equals)
        .isPresent();
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private static void refuseSize(int size) {
    if (size == 0) {
      throw new DocumentRefused(Reason.INVALID, "The file is empty. Choose another one.");
    }
    if (size > LARGEST) {
      throw DocumentRefused.tooLarge();
    }
  }

  private void refuseTooMany(String userId) {
    var waiting =
        database
            .sql("select count(*) from documents where record_id is null and uploaded_by = :user")
            .param("user", userId)
            .query(Long.class)
            .single();
    if (waiting >= MOST_NOT_FILED) {
      throw new DocumentRefused(
          Reason.CONFLICT,
          "You have uploaded many documents without submitting their forms. Submit those first.");
    }
  }

  private void insert(Document document, byte[] content, String place) {
    database
        .sql(
            """
            insert into documents
              (id, place, name, media_type, size, sha256, content, uploaded_by, uploaded_at)
            values
              (:id, :place, :name, :type, :size, :sha256, :content, :by, :at)
            """)
        .param("id", document.id())
        .param("place", place)
        .param("name", document.name())
        .param("type", document.type().mediaType())
        .param("size", document.size())
        .param("sha256", sha256(content))
        .param("content", content)
        .param("by", document.uploadedBy())
        .param("at", document.uploadedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java has SHA-256.", missing);
    }
  }

  private static Document document(ResultSet row) throws SQLException {
    return new Document(
        row.getObject("id", UUID.class),
        Optional.ofNullable(row.getString("case_number")).map(CaseNumber::new),
        row.getString("name"),
        DocumentType.ofMediaType(row.getString("media_type")).orElseThrow(),
        row.getLong("size"),
        row.getString("uploaded_by"),
        row.getTimestamp("uploaded_at").toInstant());
  }
}
