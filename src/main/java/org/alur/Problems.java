package org.alur;

import org.alur.documents.DocumentRefused;
import org.alur.engine.Faults;
import org.alur.forms.SubmissionRefused;
import org.alur.organisation.Explained;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers errors of {@code /api} as problem details (RFC 9457), in a sentence for people. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private static final String DOCUMENTATION = "/swagger-ui.html";

  @ExceptionHandler
  ProblemDetail refused(Explained refusal) {
    var problem = ProblemDetail.forStatusAndDetail(status(refusal.reason()), refusal.sentence());
    if (refusal instanceof SubmissionRefused form) {
      problem.setProperty("message", form.sentence());
      problem.setProperty("fields", form.fields());
    }
    return problem;
  }

  /** What nobody foresaw is not told; the reference leads an administrator to it. */
  @ExceptionHandler
  ProblemDetail unforeseen(Exception exception) throws Exception {
    if (exception instanceof AccessDeniedException
        || exception instanceof AuthenticationException) {
      throw exception;
    }
    var reference = Faults.log(LOG, "A request failed.", exception);
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong on our side, and nothing was changed. Try again; if it happens"
                + " again, tell your administrator this reference: "
                + reference);
    problem.setProperty("reference", reference);
    return problem;
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException exception,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return ResponseEntity.of(refused(DocumentRefused.tooLarge())).build();
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException exception,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return told(
        status, "What was sent cannot be read. Send it as %s describes.".formatted(DOCUMENTATION));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException exception,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String name =
        exception instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : exception.getPropertyName();
    return told(
        status, "\"%s\" has a value that it cannot have. See %s.".formatted(name, DOCUMENTATION));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException exception,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return told(
        status,
        "\"%s\" is missing in the address. See %s."
            .formatted(exception.getParameterName(), DOCUMENTATION));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException exception,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return told(status, "There is nothing at this address. See %s.".formatted(DOCUMENTATION));
  }

  private static ResponseEntity<Object> told(HttpStatusCode status, String sentence) {
    return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, sentence)).build();
  }

  private static HttpStatus status(Explained.Reason reason) {
    return switch (reason) {
      case INVALID -> HttpStatus.BAD_REQUEST;
      case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
      case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
      case FAULT -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }
}
