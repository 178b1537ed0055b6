package org.alur.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.alur.casework.CaseNumber;
import org.alur.casework.RiskLevel;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Escalations by mail, to a mail server on this machine. */
@AlurTest
class EscalationMailTest {

  private static final Instant MONDAY = Instant.parse("2026-11-16T03:00:00Z");
  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @Autowired EscalationSweep sweep;
  @Autowired EscalationMails mails;
  @Autowired Scenarios scenarios;
  @Autowired Crew crew;
  @MockitoSpyBean Postbox postbox;
  @Autowired ProcessEngine engine;
  @Autowired JdbcClient jdbc;

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry properties) {
    SERVER.start();
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    properties.add("alur.mail.from", () -> "alur@dinsos.example");
    properties.add("alur.mail.address", () -> "https://alur.dinsos.example/");
  }

  /** The server comes back where it was. */
  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void everybody_has_an_address() throws Exception {
    ClockUtil.setCurrentTime(Date.from(MONDAY));
    crew.getsLogins();
    for (var role : new Role[] {Role.CASEWORKER, Role.SUPERVISOR, Role.AGENCY_HEAD}) {
      address(Crew.of(role), Crew.of(role) + "@dinsos.example");
    }
    jdbc.sql("UPDATE deadlines SET closed_at = :now WHERE closed_at IS NULL")
        .param("now", DeadlineRegister.at(MONDAY))
        .update();
    jdbc.sql("UPDATE escalation_mails SET next_try_at = NULL").update();
    if (!SERVER.isRunning()) {
      SERVER.start();
    }
    SERVER.purgeEmailFromAllMailboxes();
  }

  @AfterEach
  void the_clock_is_right_again() {
    ClockUtil.reset();
  }

  private void address(String user, String address) {
    var identity = engine.getIdentityService();
    var found = identity.createUserQuery().userId(user).singleResult();
    found.setEmail(address);
    identity.saveUser(found);
  }

  private CaseNumber lateAfter(Duration time) {
    var number = scenarios.aCase(RiskLevel.EMERGENCY, "1990-05-05");
    // In an emergency a conference is to be prepared, which is late in its own time.
    jdbc.sql("UPDATE deadlines SET closed_at = :now WHERE closed_at IS NULL")
        .param("now", DeadlineRegister.at(ClockUtil.getCurrentTime().toInstant()))
        .update();
    OneStep.begin(engine, "Ask neighbours", number);
    waits(time);
    sweep.escalate();
    return number;
  }

  private static void waits(Duration time) {
    ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
  }

  private static Stream<Message> received() {
    return Stream.of(SERVER.getReceivedMessages());
  }

  private static String subject(Message message) {
    try {
      return message.getSubject();
    } catch (jakarta.mail.MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void a_mail_says_case_step_and_date_and_nothing_about_the_person() throws Exception {
    var number = lateAfter(Duration.ofHours(25));

    assertThat(mails.send()).isEqualTo(2);

    assertThat(received().map(EscalationMailTest::subject))
        .containsExactlyInAnyOrder(
            number + ": Ask neighbours is due soon", number + ": Ask neighbours is overdue");
    var overdue =
        received().filter(mail -> subject(mail).contains("overdue")).findFirst().orElseThrow();
    assertThat(overdue.getAllRecipients()[0])
        .hasToString(Crew.of(Role.SUPERVISOR) + "@dinsos.example");
    assertThat(overdue.getFrom()[0]).hasToString("alur@dinsos.example");
    assertThat(GreenMailUtil.getBody(overdue).strip().replace("\r\n", "\n"))
        .isEqualTo(
            """
            Case: %1$s
            Step: Ask neighbours
            Due: 17 November 2026, 10:00

            https://alur.dinsos.example/cases/%1$s"""
                .formatted(number));
    assertThat(received().map(GreenMailUtil::getWholeMessage))
        .noneMatch(whole -> whole.contains("Dewi") || whole.contains("1990"));
    assertThat(mails.send()).as("twice").isZero();
  }

  @Test
  void a_mail_server_that_is_down_keeps_nothing_and_the_mail_is_tried_again() {
    SERVER.stop();
    var number = lateAfter(Duration.ofDays(3));
    assertThat(told(number)).isEqualTo(3);

    assertThat(mails.send()).isZero();
    assertThat(mails.send()).as("before a minute has passed").isZero();
    SERVER.start();
    waits(Duration.ofSeconds(61));
    assertThat(mails.send()).isPositive();

    waits(Duration.ofMinutes(6));
    mails.send();
    assertThat(received().filter(mail -> subject(mail).startsWith(number.toString()))).hasSize(3);
  }

  @Test
  void a_mail_that_cannot_be_written_keeps_back_no_other() {
    var unwritable = lateAfter(Duration.ofDays(3));
    doThrow(new IllegalStateException("Nobody expects this."))
        .when(postbox)
        .post(any(), argThat(notice -> notice.subject().startsWith(unwritable.toString())));
    var number = lateAfter(Duration.ofHours(25));

    mails.send();
    mails.send();

    assertThat(received().filter(mail -> subject(mail).startsWith(number.toString()))).hasSize(2);
  }

  @Test
  void a_mail_that_nobody_ever_takes_is_given_up() {
    SERVER.stop();
    var number = lateAfter(Duration.ofHours(13));

    for (int day = 0; day < 12; day++) {
      mails.send();
      waits(Duration.ofDays(1));
    }

    assertThat(
            jdbc.sql(
                    """
                    SELECT count(*) FROM escalation_mails m JOIN escalations e
                      ON e.id = m.escalation_id
                    WHERE e.case_number = :number AND m.next_try_at IS NULL
                      AND m.sent_at IS NULL AND m.tries = 9
                    """)
                .param("number", number.value())
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void who_has_no_address_is_told_by_the_list_only() {
    address(Crew.of(Role.SUPERVISOR), "");
    var number = lateAfter(Duration.ofHours(25));

    assertThat(mails.send()).isOne();
    assertThat(told(number)).isEqualTo(2);
  }

  private int told(CaseNumber number) {
    return jdbc.sql("SELECT count(*) FROM escalations WHERE case_number = :number")
        .param("number", number.value())
        .query(Integer.class)
        .single();
  }
}
