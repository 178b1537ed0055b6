package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AlurTest
class CaseMessagesTest {

  @Autowired CaseMessages real;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired JdbcClient database;
  @Autowired Clock clock;
  @Autowired TransactionTemplate transaction;

  final AtomicInteger received = new AtomicInteger();

  CaseNumber number;
  CaseMessages messages;

  @BeforeEach
  void open() {
    number = new Town(database).aCase(cases, people);
    messages =
        new CaseMessages(database, List.of((about, name) -> received.incrementAndGet() > 0), clock);
  }

  @Test
  void a_message_is_delivered_once_however_often_it_is_sent() {
    assertThat(deliver("case.order", "k1")).isTrue();
    assertThat(deliver("case.order", "k1")).isFalse();
    assertThat(deliver("case.order", "k2")).isTrue();
    assertThat(received).hasValue(2);
  }

  @Test
  void five_senders_at_once_deliver_it_once() throws Exception {
    var pool = Executors.newFixedThreadPool(5);
    Callable<Boolean> sender = () -> deliver("case.order", "k1");
    for (var sent : pool.invokeAll(List.of(sender, sender, sender, sender, sender))) {
      sent.get();
    }
    pool.shutdown();

    assertThat(received).hasValue(1);
  }

  @Test
  void a_key_belongs_to_one_message() {
    deliver("case.order", "k1");

    assertThatThrownBy(() -> deliver("case.appeal", "k1")).isInstanceOf(KeyUsedTwice.class);
  }

  @Test
  void what_nobody_waits_for_is_refused_and_may_be_sent_again() {
    assertThatThrownBy(() -> real.deliver(number, "case.order", "k1", "court"))
        .isInstanceOf(MessageUnexpected.class);
    assertThatThrownBy(() -> real.deliver(number, "social-rehabilitation.x", "k1", "court"))
        .isInstanceOf(MessageUnexpected.class);

    assertThat(deliver("case.order", "k1")).isTrue();
  }

  private boolean deliver(String name, String key) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> messages.deliver(number, name, key, "court")));
  }
}
