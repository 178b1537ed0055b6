package org.alur.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes what forms hold: whole numbers as {@code Long}, those that are too large for it
 * as {@code BigInteger}, other numbers as {@code BigDecimal}, and never the same key twice.
 */
final class Json {

  /** The character zero and halves of characters. */
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private Json() {}

  /** Reads what somebody sent; characters that the database cannot hold are left out. */
  static @Nullable Object read(String json) throws JsonProcessingException {
    return storable(MAPPER.readValue(json, Object.class));
  }

  static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("The JSON cannot be read.", broken);
    }
  }

  /** Reads what this class has written. */
  static Map<String, Object> stored(String json) {
    try {
      var stored = MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
      stored.replaceAll((key, value) -> storable(value));
      return stored;
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("The stored JSON cannot be read.", broken);
    }
  }

  /** What a web page sent, with nothing in it that the database cannot hold. */
  static Map<String, Object> map(Map<String, ? extends @Nullable Object> sent) {
    return stored(write(sent));
  }

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("The values cannot be written as JSON.", broken);
    }
  }

  /** The value as JSON would give it back. */
  static @Nullable Object plain(@Nullable Object value) throws JsonProcessingException {
    return read(MAPPER.writeValueAsString(value));
  }

  private static @Nullable Object storable(@Nullable Object value) {
    if (value instanceof String text) {
      return UNSTORABLE.matcher(text).replaceAll("");
    }
    if (value instanceof Integer whole) {
      return whole.longValue();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Json::storable).collect(Collectors.toCollection(ArrayList::new));
    }
    if (value instanceof Map<?, ?> map) {
      var storable = new LinkedHashMap<@Nullable Object, @Nullable Object>();
      map.forEach((key, entry) -> storable.put(storable(key), storable(entry)));
      return storable;
    }
    return value;
  }
}
