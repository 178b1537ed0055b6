package org.alur.stages;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.coercion.Hearing;
import org.alur.coercion.LegalBasis;
import org.alur.coercion.MeasureKind;
import org.alur.coercion.MeasureRequest;
import org.alur.coercion.MilderMeans;
import org.alur.forms.Submission;

/** Reads the form that asks for a measure. */
final class MeasureForm {

  private MeasureForm() {}

  static MeasureRequest request(Submission said) {
    return new MeasureRequest(
        new CaseNumber(said.context().caseNumber().orElseThrow()),
        said.choice("kind", MeasureKind.class),
        said.choice("legalBasis", LegalBasis.class),
        said.text("documentNumber"),
        said.findDate("documentDate"),
        said.texts("document").stream().findFirst().map(UUID::fromString),
        instant(said, "orderEndsAt"),
        said.text("necessity"),
        milderMeans(said),
        hearing(said),
        instant(said, "endsAt").orElseThrow(),
        said.context().userId(),
        said.recordId(),
        said.findText("follows").map(UUID::fromString));
  }

  private static Optional<Hearing> hearing(Submission said) {
    return said.findDate("noticeGivenOn")
        .map(
            on ->
                new Hearing(
                    on,
                    said.choice("objection", Hearing.Objection.class),
                    said.choice("finding", Hearing.Finding.class)));
  }

  private static List<MilderMeans> milderMeans(Submission said) {
    return FormRow.of(said, "lessRestrictive").stream()
        .map(row -> new MilderMeans(row.text("option"), row.text("reasonRejected")))
        .toList();
  }

  private static Optional<Instant> instant(Submission said, String key) {
    return said.findText(key).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
  }
}
