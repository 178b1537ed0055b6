package org.alur.organisation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file as spreadsheets write it: with commas, or with semicolons where the locale says so.
 */
final class CsvFile {

  /** One line below the header. */
  record Row(int line, Map<String, String> cells) {}

  private static final int MOST_LINES = 20_000;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvFile() {}

  /** Reads all lines; refuses a file that has not exactly these columns, in any order. */
  static List<Row> read(Reader csv, List<String> columns) {
    try (var reader = new BufferedReader(csv)) {
      var header = headerOf(reader);
      var separator = header.indexOf(';') >= 0 ? ';' : ',';
      var format = CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(false);
      var names = namesOf(header, format.get(), columns);
      try (var parser = CSVParser.parse(reader, format.get())) {
        return rowsOf(parser, names);
      }
    } catch (IOException | UncheckedIOException broken) {
      throw EntryRefused.file(
          "The file cannot be read as CSV (a quotation mark may be missing); save it again as CSV"
              + " in UTF-8.");
    }
  }

  private static String headerOf(BufferedReader reader) throws IOException {
    var line = reader.readLine();
    if (line == null || line.isBlank()) {
      throw EntryRefused.file("The file is empty; its first line has to name the columns.");
    }
    return line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
  }

  private static List<String> namesOf(String header, CSVFormat format, List<String> columns)
      throws IOException {
    try (var parser = CSVParser.parse(header, format)) {
      var names = parser.getRecords().get(0).stream().map(String::strip).toList();
      if (names.size() != columns.size() || !names.containsAll(columns)) {
        throw EntryRefused.file(
            "The first line has to name these columns, in any order: %s. It names: %s."
                .formatted(String.join(", ", columns), String.join(", ", names)));
      }
      return names;
    }
  }

  private static List<Row> rowsOf(CSVParser parser, List<String> names) {
    var rows = new ArrayList<Row>();
    for (var line : parser) {
      var number = (int) line.getRecordNumber() + 1;
      if (number > MOST_LINES) {
        throw EntryRefused.file("The file has more than %d lines; split it.".formatted(MOST_LINES));
      }
      if (line.size() > 1 || !line.get(0).isBlank()) {
        rows.add(new Row(number, cellsOf(line, number, names)));
      }
    }
    return rows;
  }

  private static Map<String, String> cellsOf(CSVRecord line, int number, List<String> names) {
    if (line.size() != names.size()) {
      throw EntryRefused.file(
          "Line %d has %d cells, but there are %d columns; put cells that contain the separator in quotation marks."
              .formatted(number, line.size(), names.size()));
    }
    var cells = new LinkedHashMap<String, String>();
    for (var i = 0; i < names.size(); i++) {
      cells.put(names.get(i), line.get(i));
    }
    return cells;
  }
}
