package org.alur.demo;

import static java.util.Map.entry;

import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.alur.casework.CaseNumber;
import org.alur.documents.Documents;
import org.alur.empowerment.Participants;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the answers of the demo have to look up. */
@Component
@Profile("demo")
class DemoFacts {

  /** A white dot as PNG. */
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5E"
                  + "rkJggg==");

  private final JdbcClient database;
  private final Documents documents;
  private final Participants participants;

  DemoFacts(JdbcClient database, Documents documents, Participants participants) {
    this.database = database;
    this.documents = documents;
    this.participants = participants;
  }

  /** The words that answers leave open; some of them count, as in {@code {nik+2}}. */
  Map<String, IntFunction<String>> words(DemoScript script, String number, String user) {
    return Map.ofEntries(
        entry("name", n -> script.name()),
        entry("family", n -> script.family()),
        entry("sex", n -> script.sex()),
        entry("born", n -> script.born().toString()),
        entry("nik", script::nik),
        entry("kk", script::kk),
        entry("village", n -> script.village()),
        entry("district", n -> script.district()),
        entry("known", n -> known(script.name())),
        entry("member", n -> member(number)),
        entry("child", n -> child(number)),
        entry("participants", n -> participants(number)),
        entry("drawing", n -> upload("genogram.png", number, user)),
        entry("paper", n -> upload("paper.png", number, user)));
  }

  /** The id of somebody who has been here before. */
  private String known(String name) {
    return one("SELECT id FROM persons WHERE full_name = :key ORDER BY created_at LIMIT 1", name);
  }

  /** The id of the person of a case, or of the head of the family. */
  private String member(String number) {
    return one(
        """
        SELECT coalesce(c.person_id, (SELECT m.person_id FROM household_members m
          WHERE m.household_id = c.household_id AND m.relation = 'HEAD'))
        FROM cases c WHERE c.number = :key
        """,
        number);
  }

  /** The id of the oldest child that lives with them. */
  private String child(String number) {
    return one(
        """
        SELECT m.person_id FROM cases c
        LEFT JOIN household_members own ON own.person_id = c.person_id
        JOIN household_members m ON m.household_id = coalesce(c.household_id, own.household_id)
        JOIN persons p ON p.id = m.person_id
        WHERE c.number = :key AND m.relation = 'CHILD' ORDER BY p.birth_date LIMIT 1
        """,
        number);
  }

  private String one(String sql, String key) {
    return database.sql(sql).param("key", key).query(String.class).single();
  }

  /** The ids of those who are in business together, as they stand between two quotation marks. */
  private String participants(String number) {
    var activity =
        UUID.fromString(
            one("SELECT activity_id FROM business_assistances WHERE case_number = :key", number));
    return participants.of(new CaseNumber(number), activity).stream()
        .map(person -> person.id().toString())
        .collect(Collectors.joining("\", \""));
  }

  /** Uploads a picture for the case and gives its id. */
  private String upload(String name, String number, String user) {
    return documents.upload(name, PICTURE, "case:" + number, user).id().toString();
  }
}
