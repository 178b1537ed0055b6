package org.alur.demo;

import java.util.Base64;
import java.util.UUID;
import org.alur.documents.Documents;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the answers of the demo have to look up. */
@Component
@Profile("demo")
class DemoFacts {

  /** A white dot as PNG. */
  private static final byte[] DRAWING =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5E"
                  + "rkJggg==");

  private final JdbcClient database;
  private final Documents documents;

  DemoFacts(JdbcClient database, Documents documents) {
    this.database = database;
    this.documents = documents;
  }

  /** The id of the person of a case. */
  String member(String number) {
    return database
        .sql("SELECT person_id FROM cases WHERE number = :number")
        .param("number", number)
        .query(UUID.class)
        .single()
        .toString();
  }

  /** Uploads a picture for the case and gives its id. */
  String drawing(String number, String user) {
    return documents.upload("genogram.png", DRAWING, "case:" + number, user).id().toString();
  }
}
