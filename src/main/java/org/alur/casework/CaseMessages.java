package org.alur.casework;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what comes to a case from outside, once, however often it is sent. */
@Component
class CaseMessages {

  private final JdbcClient database;
  private final List<MessageReceiver> receivers;
  private final Clock clock;

  CaseMessages(JdbcClient database, List<MessageReceiver> receivers, Clock clock) {
    this.database = database;
    this.receivers = List.copyOf(receivers);
    this.clock = clock;
  }

  /**
   * Delivers a message unless one with the same key was delivered to the case before.
   *
   * @return whether it was delivered now
   * @throws MessageUnexpected if nobody waits for it; the key may then be used again
   * @throws KeyUsedTwice if the key belongs to another message
   */
  @Transactional
  public boolean deliver(CaseNumber number, String name, String key, String by) {
    int inserted =
        database
            .sql(
                """
                INSERT INTO case_messages (case_number, idempotency_key, name, sent_by, received_at)
                VALUES (:number, :key, :name, :by, :now)
                ON CONFLICT (case_number, idempotency_key) DO NOTHING
                """)
            .param("number", number.value())
            .param("key", key)
            .param("name", name)
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .update();
    if (inserted == 0) {
      checkSame(number, name, key);
      return false;
    }
    if (receivers.stream().noneMatch(receiver -> receiver.receive(number, name))) {
      throw new MessageUnexpected(number, name);
    }
    return true;
  }

  private void checkSame(CaseNumber number, String name, String key) {
    String known =
        database
            .sql(
                """
                SELECT name FROM case_messages
                WHERE case_number = :number AND idempotency_key = :key
                """)
            .param("number", number.value())
            .param("key", key)
            .query(String.class)
            .single();
    if (!known.equals(name)) {
      throw new KeyUsedTwice(known);
    }
  }
}
