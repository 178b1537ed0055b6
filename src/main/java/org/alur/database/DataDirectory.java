package org.alur.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The directory of the embedded PostgreSQL, and what is checked before it is touched. */
final class DataDirectory implements AutoCloseable {

  static final String MAJOR_VERSION = "17";

  private static final Duration STOP_TIME = Duration.ofSeconds(30);

  private final Path path;
  private final FileChannel lockFile;

  private DataDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /** Makes the directory ours for as long as this process lives, or refuses. */
  static DataDirectory claim(DatabaseSettings settings) {
    Path path = settings.dataDirectory();
    try {
      Files.createDirectories(settings.lock().getParent());
      FileChannel channel =
          FileChannel.open(settings.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new StartRefused(
            "Alur is already running with the data in " + path + ".",
            "Stop that one first, or start this one with another ALUR_DATABASE_DIRECTORY,"
                + " ALUR_DATABASE_PORT and SERVER_PORT.");
      }
      DataDirectory directory = new DataDirectory(path, channel);
      directory.checkWritable();
      directory.checkVersion();
      return directory;
    } catch (IOException cause) {
      throw unwritable(path);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static StartRefused unwritable(Path path) {
    return new StartRefused(
        "Alur cannot write to its data directory " + path + ".",
        "Make it writable for the user that starts Alur, or name another one with"
            + " ALUR_DATABASE_DIRECTORY.");
  }

  private void checkWritable() {
    if (Files.exists(path) && !(Files.isDirectory(path) && Files.isWritable(path))) {
      throw unwritable(path);
    }
  }

  private void checkVersion() throws IOException {
    Path file = path.resolve("PG_VERSION");
    if (!Files.exists(file)) {
      return;
    }
    String version = Files.readString(file).strip();
    if (!version.equals(MAJOR_VERSION)) {
      throw new StartRefused(
          "The data in %s were written by PostgreSQL %s; Alur uses PostgreSQL %s."
              .formatted(path, version, MAJOR_VERSION),
          "Move them over with pg_dump and pg_restore, or name another directory with"
              + " ALUR_DATABASE_DIRECTORY. Nothing was changed.");
    }
  }

  /** Stops a server that a killed Alur left running on this directory. */
  void stopOrphan() {
    orphan().ifPresent(this::stop);
  }

  private Optional<ProcessHandle> orphan() {
    try {
      Path file = path.resolve("postmaster.pid");
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
              .filter(DataDirectory::isPostgres);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** A process number may have been given to another program since. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
  }

  private void stop(ProcessHandle server) {
    // Ends sessions and stops in good order; PostgreSQL takes SIGTERM as "wait for all clients".
    server.destroy();
    try {
      server.onExit().get(STOP_TIME.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException cause) {
      throw stillRunning(server);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw stillRunning(server);
    }
  }

  private StartRefused stillRunning(ProcessHandle server) {
    return new StartRefused(
        "A database server (process %d) that an earlier Alur left behind still uses %s."
            .formatted(server.pid(), path),
        "End that process (kill -INT %d) and start again.".formatted(server.pid()));
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
