package org.alur.casework;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the database, read without nulls. */
public record Row(ResultSet columns) {

  /** An instant as the driver wants it. */
  public static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** A list as the driver wants it. */
  public static String[] array(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  /** A code as it is stored, or nothing. */
  public static @Nullable String code(Optional<? extends Enum<?>> code) {
    return code.map(Enum::name).orElse(null);
  }

  public String text(String column) throws SQLException {
    return Objects.requireNonNull(columns.getString(column), column);
  }

  public Optional<String> findText(String column) throws SQLException {
    return Optional.ofNullable(columns.getString(column));
  }

  public UUID id(String column) throws SQLException {
    return Objects.requireNonNull(columns.getObject(column, UUID.class), column);
  }

  public Optional<UUID> findId(String column) throws SQLException {
    return Optional.ofNullable(columns.getObject(column, UUID.class));
  }

  public boolean is(String column) throws SQLException {
    return columns.getBoolean(column);
  }

  public Optional<Boolean> findFlag(String column) throws SQLException {
    return Optional.ofNullable(columns.getObject(column, Boolean.class));
  }

  public int number(String column) throws SQLException {
    return columns.getInt(column);
  }

  public Optional<Integer> findNumber(String column) throws SQLException {
    return Optional.ofNullable(columns.getObject(column, Integer.class));
  }

  public BigDecimal decimal(String column) throws SQLException {
    return Objects.requireNonNull(columns.getBigDecimal(column), column);
  }

  public Optional<BigDecimal> findDecimal(String column) throws SQLException {
    return Optional.ofNullable(columns.getBigDecimal(column));
  }

  public Instant instant(String column) throws SQLException {
    return findInstant(column).orElseThrow(() -> new SQLException("No time in " + column + "."));
  }

  public Optional<Instant> findInstant(String column) throws SQLException {
    return Optional.ofNullable(columns.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  public Optional<LocalDate> findDate(String column) throws SQLException {
    return Optional.ofNullable(columns.getObject(column, LocalDate.class));
  }

  public List<String> texts(String column) throws SQLException {
    @Nullable Array array = columns.getArray(column);
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  public <E extends Enum<E>> E choice(String column, Class<E> type) throws SQLException {
    return Enum.valueOf(type, text(column));
  }

  public <E extends Enum<E>> Optional<E> findChoice(String column, Class<E> type)
      throws SQLException {
    return findText(column).map(name -> Enum.valueOf(type, name));
  }
}
