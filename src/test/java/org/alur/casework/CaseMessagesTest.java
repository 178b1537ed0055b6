package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class CaseMessagesTest {

  @Autowired CaseMessages messages;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired JdbcClient database;

  CaseNumber number;

  @BeforeEach
  void open() {
    number = new Town(database).aCase(cases, people);
  }

  @Test
  void a_message_is_delivered_once_however_often_it_is_sent() {
    assertThat(messages.deliver(number, "case.test-note", "k1", "court")).isTrue();
    assertThat(messages.deliver(number, "case.test-note", "k1", "court")).isFalse();
    assertThat(messages.deliver(number, "case.test-note", "k2", "court")).isTrue();
  }

  @Test
  void a_key_belongs_to_one_message() {
    messages.deliver(number, "case.test-note", "k1", "court");

    assertThatThrownBy(() -> messages.deliver(number, "case.other-note", "k1", "court"))
        .isInstanceOf(KeyUsedTwice.class);
  }
}
