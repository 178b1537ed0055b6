package org.alur.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the embedded PostgreSQL lives.
 *
 * @param directory its data directory; its programs are unpacked beside it
 * @param port its port on the loopback interface
 */
@ConfigurationProperties("alur.database")
record DatabaseSettings(Path directory, int port) {

  Path dataDirectory() {
    return directory.toAbsolutePath().normalize();
  }

  Path programs() {
    return dataDirectory().resolveSibling("postgresql-programs");
  }

  Path lock() {
    return dataDirectory().resolveSibling("alur.lock");
  }
}
