package org.alur.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alur.support.AlurTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class PasswordsTest {

  @Autowired IdentityService identity;
  @Autowired JdbcClient database;

  @Test
  void passwords_are_kept_as_many_rounds_of_pbkdf2() {
    assertThat(SlowHash.ROUNDS).isGreaterThanOrEqualTo(310_000);
    String kept =
        database
            .sql("select pwd_ from act_id_user where id_ = ?")
            .param(AlurTest.ADMINISTRATOR)
            .query(String.class)
            .single();
    assertThat(kept).matches("\\{PBKDF2-SHA256}\\d+\\$[0-9a-f]{96}");
    assertThat(identity.checkPassword(AlurTest.ADMINISTRATOR, AlurTest.ADMINISTRATOR_PASSWORD))
        .isTrue();
  }

  @Test
  void a_hash_stays_good_when_the_rounds_grow() {
    String old = new SlowHash(1000).encrypt("secret");
    assertThat(new SlowHash(2000).check("secret", old)).isTrue();
    assertThat(new SlowHash(2000).check("Secret", old)).isFalse();
    assertThat(new SlowHash(1000).encrypt("secret")).isNotEqualTo(old);
    assertThat(new SlowHash(1000).check("secret", "not a hash")).isFalse();
  }

  @Test
  void weak_passwords_are_refused() {
    User user = identity.newUser("weak");
    user.setPassword("weak");
    assertThatThrownBy(() -> identity.saveUser(user)).isInstanceOf(ProcessEngineException.class);
    assertThat(identity.createUserQuery().userId("weak").count()).isZero();
  }
}
