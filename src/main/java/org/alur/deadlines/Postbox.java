package org.alur.deadlines;

import java.util.Optional;
import org.alur.engine.WithoutRights;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends mails to users who have an address, if a mail server and a sender are configured. */
@Component
class Postbox {

  private final ObjectProvider<JavaMailSender> server;
  private final IdentityService identity;
  private final WithoutRights withoutRights;
  private final String from;
  private final String address;

  Postbox(
      ObjectProvider<JavaMailSender> server,
      IdentityService identity,
      WithoutRights withoutRights,
      @Value("${alur.mail.from:}") String from,
      @Value("${alur.mail.address:http://localhost:8080}") String address) {
    this.server = server;
    this.identity = identity;
    this.withoutRights = withoutRights;
    this.from = from;
    this.address = address.replaceFirst("/+$", "");
  }

  /** Whether a mail to this user can be sent at all. */
  boolean reaches(String user) {
    return isOpen() && addressOf(user).isPresent();
  }

  private boolean isOpen() {
    return !from.isBlank() && server.getIfAvailable() != null;
  }

  /**
   * Sends it at once. Nothing is sent to who has no address any more.
   *
   * @throws org.springframework.mail.MailException if that fails
   */
  void post(String user, Notice notice) {
    addressOf(user)
        .ifPresent(
            to -> {
              var mail = new SimpleMailMessage();
              mail.setFrom(from);
              mail.setTo(to);
              mail.setSubject(notice.subject());
              mail.setText(notice.text(address));
              server.getObject().send(mail);
            });
  }

  private Optional<String> addressOf(String user) {
    return withoutRights
        .call(() -> Optional.ofNullable(identity.createUserQuery().userId(user).singleResult()))
        .map(User::getEmail)
        .filter(mail -> !mail.isBlank());
  }
}
