package org.alur.organisation;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What an administrator entered cannot be stored; answered as problem details. */
final class EntryRefused extends ErrorResponseException {

  private EntryRefused(HttpStatus status, String detail, @Nullable Throwable cause) {
    super(status, ProblemDetail.forStatusAndDetail(status, detail), cause);
  }

  static EntryRefused wrong(Findings findings) {
    var sentences =
        findings.all().stream().map(Findings.Finding::message).collect(Collectors.joining(" "));
    var refused = new EntryRefused(HttpStatus.BAD_REQUEST, sentences, null);
    refused.getBody().setProperty("findings", findings.all());
    return refused;
  }

  static EntryRefused notAllowed() {
    return new EntryRefused(
        HttpStatus.FORBIDDEN,
        "Only an administrator keeps the organisation (role camunda-admin); ask one of yours.",
        null);
  }

  static EntryRefused notAllowed(String sentence) {
    return new EntryRefused(HttpStatus.FORBIDDEN, sentence, null);
  }

  static EntryRefused file(String sentence) {
    return new EntryRefused(HttpStatus.BAD_REQUEST, sentence, null);
  }

  static EntryRefused taken(String noun, String id) {
    return new EntryRefused(
        HttpStatus.CONFLICT,
        "The %s '%s' is there already; change that one, or choose another id.".formatted(noun, id),
        null);
  }

  static EntryRefused renamed(String noun, String id, String other) {
    return new EntryRefused(
        HttpStatus.BAD_REQUEST,
        "The id of the %s '%s' cannot change to '%s'; enter a new one and take this one out of use."
            .formatted(noun, id, other),
        null);
  }

  static EntryRefused unknown(String noun, String id) {
    return new EntryRefused(HttpStatus.NOT_FOUND, "There is no %s '%s'.".formatted(noun, id), null);
  }

  static EntryRefused changedMeanwhile(Throwable cause) {
    return new EntryRefused(
        HttpStatus.CONFLICT,
        "The organisation was changed by somebody else at the same moment, or something still"
            + " refers to the old value; load it again and repeat.",
        cause);
  }
}
