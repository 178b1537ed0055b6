package org.alur.security;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes passwords with PBKDF2, whose many rounds make guessing expensive; the engine's own hash is
 * one round of SHA-512. The number of rounds is kept with each hash, so that it can grow.
 */
final class SlowHash implements PasswordEncryptor {

  static final int ROUNDS = 310_000;

  private static final int SALT_BYTES = 16;

  private final int rounds;

  SlowHash(int rounds) {
    this.rounds = rounds;
  }

  @Override
  public String encrypt(String password) {
    return rounds + "$" + encoder(rounds).encode(password);
  }

  @Override
  public boolean check(String password, String stored) {
    int end = stored.indexOf('$');
    return end > 0
        && encoder(Integer.parseInt(stored.substring(0, end)))
            .matches(password, stored.substring(end + 1));
  }

  @Override
  public String hashAlgorithmName() {
    return "PBKDF2-SHA256";
  }

  private static Pbkdf2PasswordEncoder encoder(int rounds) {
    return new Pbkdf2PasswordEncoder(
        "", SALT_BYTES, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
  }
}
