package org.alur.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VerifiedPasswordsTest {

  @Test
  void remembers_exactly_what_was_verified() {
    var verified = new VerifiedPasswords();
    verified.add("sari", "secret", "hash");
    assertThat(verified.contains("sari", "secret", "hash")).isTrue();
    assertThat(verified.contains("sari", "Secret", "hash")).isFalse();
    assertThat(verified.contains("joko", "secret", "hash")).isFalse();
    assertThat(verified.contains("sari", "secret", "other hash")).isFalse();
    assertThat(verified.contains("sarisec", "ret", "hash")).isFalse();
  }

  @Test
  void forgets_after_its_time() {
    var verified = new VerifiedPasswords(Duration.ZERO);
    verified.add("sari", "secret", "hash");
    assertThat(verified.contains("sari", "secret", "hash")).isFalse();
  }
}
