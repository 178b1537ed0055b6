package org.alur.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.alur.catalogue.Field;
import org.springframework.core.io.ClassPathResource;

/**
 * How one case of the demo goes: a line of {@code demo/cases.csv}.
 *
 * @param name the made-up person
 * @param sex {@code FEMALE} or {@code MALE}
 * @param born the date of birth
 * @param hasNik whether the person knows a number
 * @param village one of the demo's regions; says which team helps
 * @param age how long ago the person asked for help
 * @param until the form that waits now; {@value #WAITING} waits for a time that is still to come,
 *     {@value #END} goes on as far as it can
 * @param answers the groups of answers that differ from the usual, the later win
 */
record DemoScript(
    String name,
    String sex,
    LocalDate born,
    boolean hasNik,
    String village,
    Duration age,
    String until,
    List<String> answers) {

  static final String WAITING = "waiting";
  static final String END = "end";

  /** All scripts, the oldest case first. */
  static List<DemoScript> all() throws IOException {
    return new ClassPathResource("demo/cases.csv")
        .getContentAsString(UTF_8)
        .lines()
        .skip(1)
        .map(DemoScript::of)
        .sorted(Comparator.comparing(DemoScript::age).reversed())
        .toList();
  }

  private static DemoScript of(String line) {
    List<String> parts = List.of(line.split(",", -1));
    return new DemoScript(
        parts.get(0),
        parts.get(1),
        LocalDate.parse(parts.get(2)),
        parts.get(3).equals("yes"),
        parts.get(4),
        Duration.ofMinutes(Math.round(Double.parseDouble(parts.get(5)) * 24 * 60)),
        parts.get(6),
        List.of(parts.get(7).split(" ", -1)));
  }

  /** The groups of answers, those that follow from the person included. */
  List<String> groups() {
    return Stream.concat(Stream.of(hasNik ? "with-nik" : "without-nik"), answers.stream()).toList();
  }

  /** The field that a group of the answers names; social rehabilitation if none does. */
  Field field() {
    return Arrays.stream(Field.values())
        .filter(field -> answers.contains(field.key()))
        .findFirst()
        .orElse(Field.SOCIAL_REHABILITATION);
  }

  /** Whether the team of the north helps. */
  boolean isNorth() {
    return List.of("Desa Sumber Jaya", "Desa Karang Anyar", "Desa Mekar Sari").contains(village);
  }

  /** The district of the village. */
  String district() {
    return isNorth() ? "00.01.01" : "00.01.02";
  }

  /** The last part of the name, which relatives share. */
  String family() {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  /**
   * A number of the province that does not exist, which agrees with what is known.
   *
   * @param other 0 for the person; members of a group count from 1
   */
  String nik(int other) {
    LocalDate birth = born.plusDays(other * 397L);
    int day = birth.getDayOfMonth() + (sex.equals("FEMALE") ? 40 : 0);
    return district().replace(".", "")
        + "%02d".formatted(day)
        + DateTimeFormatter.ofPattern("MMuu").format(birth)
        + "%04d".formatted(1 + Math.floorMod(name.hashCode(), 9000));
  }

  /** The number of a family card of that district. */
  String kk(int other) {
    return district().replace(".", "")
        + "%010d".formatted(100L * Math.floorMod(name.hashCode(), 10_000_000) + other);
  }
}
