package org.alur.forms;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alur.organisation.Explained;

/** Answers a refusal through the engine's interfaces with its sentence instead of an error 500. */
final class RefusalMapper implements ExceptionMapper<Explained> {

  @Override
  public Response toResponse(Explained refusal) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("type", refusal.getClass().getSimpleName());
    entity.put("message", refusal.sentence());
    entity.put("fields", refusal instanceof SubmissionRefused form ? form.fields() : List.of());
    if (refusal instanceof SubmissionFailed failed) {
      entity.put("reference", failed.reference());
    }
    return Response.status(status(refusal.reason()))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(entity)
        .build();
  }

  private static Response.Status status(Explained.Reason reason) {
    return switch (reason) {
      case INVALID -> Response.Status.BAD_REQUEST;
      case NOT_ALLOWED -> Response.Status.FORBIDDEN;
      case NOT_FOUND -> Response.Status.NOT_FOUND;
      case CONFLICT -> Response.Status.CONFLICT;
      case TOO_LARGE -> Response.Status.REQUEST_ENTITY_TOO_LARGE;
      case FAULT -> Response.Status.INTERNAL_SERVER_ERROR;
    };
  }
}
