package org.alur.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alur.database.StartRefused;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlurTest
class FirstAdministratorTest {

  @Autowired IdentityService identity;

  private List<String> present = List.of();

  @BeforeEach
  void there_is_no_administrator() {
    present =
        identity.createUserQuery().memberOfGroup("camunda-admin").list().stream()
            .map(User::getId)
            .toList();
    present.forEach(user -> identity.deleteMembership(user, "camunda-admin"));
  }

  @AfterEach
  void the_old_administrator_is_back() {
    identity.deleteUser("first");
    present.forEach(user -> identity.createMembership(user, "camunda-admin"));
  }

  @Test
  void nothing_starts_without_an_administrator() {
    assertThatThrownBy(() -> start("", ""))
        .isInstanceOf(StartRefused.class)
        .hasMessage("Alur has no administrator yet.");
    assertThatThrownBy(() -> start("first", "")).isInstanceOf(StartRefused.class);
  }

  @Test
  void a_weak_password_is_refused() {
    assertThatThrownBy(() -> start("first", "first"))
        .isInstanceOf(StartRefused.class)
        .hasMessage("ALUR_ADMIN_PASSWORD is too weak.");
    assertThat(identity.createUserQuery().userId("first").count()).isZero();
  }

  @Test
  void the_named_administrator_is_created_once() {
    start("first", "Pagar-Besi-88");
    start("second", "Pagar-Besi-99");
    assertThat(identity.checkPassword("first", "Pagar-Besi-88")).isTrue();
    assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
        .extracting(User::getId)
        .containsExactly("first");
    assertThat(identity.createUserQuery().userId("second").count()).isZero();
  }

  @Test
  void with_an_administrator_nothing_has_to_be_named() {
    start("first", "Pagar-Besi-88");
    assertThatCode(() -> start("", "")).doesNotThrowAnyException();
  }

  private void start(String user, String password) {
    new FirstAdministrator(identity, user, password).afterSingletonsInstantiated();
  }
}
