package org.alur.coercion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Milder means as the database keeps them. */
@Component
class MilderMeansText {

  private final ObjectMapper json;

  MilderMeansText(ObjectMapper json) {
    this.json = json;
  }

  String write(List<MilderMeans> means) {
    try {
      return json.writeValueAsString(means);
    } catch (JsonProcessingException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  List<MilderMeans> read(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
