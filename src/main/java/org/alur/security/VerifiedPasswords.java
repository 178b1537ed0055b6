package org.alur.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a minute which passwords were right, because hashing them takes long on purpose and
 * Basic sends them with each request. It keeps neither passwords nor anything they could be guessed
 * from: the key of the digest exists in this object only. A changed password has another stored
 * hash and is not found.
 */
final class VerifiedPasswords {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int CAPACITY = 10_000;

  private final long validNanos;
  private final SecretKeySpec key;
  private final Map<String, Long> verifiedAt = new LinkedHashMap<>();

  VerifiedPasswords() {
    this(Duration.ofSeconds(60));
  }

  VerifiedPasswords(Duration valid) {
    validNanos = valid.toNanos();
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  synchronized boolean contains(String userId, String password, String storedHash) {
    Long at = verifiedAt.get(digest(userId, password, storedHash));
    return at != null && System.nanoTime() - at < validNanos;
  }

  synchronized void add(String userId, String password, String storedHash) {
    verifiedAt.values().removeIf(at -> System.nanoTime() - at >= validNanos);
    if (verifiedAt.size() < CAPACITY) {
      verifiedAt.put(digest(userId, password, storedHash), System.nanoTime());
    }
  }

  private String digest(String... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        // The length keeps "ab" + "c" apart from "a" + "bc".
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        mac.update(bytes);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("Every Java has " + ALGORITHM + ".", cause);
    }
  }
}
