package org.alur.forms;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.documents.DocumentMissing;
import org.alur.documents.Documents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files an accepted submission in the case, with the documents that were added to it. */
@Component
class Filing {

  private final Submissions submissions;
  private final Documents documents;

  Filing(Submissions submissions, Documents documents) {
    this.submissions = submissions;
    this.documents = documents;
  }

  void file(Submission submission, DeployedForm form, Origin origin) {
    submissions.file(Hints.in(submission, form.hinted()), form, origin);
    var added = new LinkedHashMap<String, String>();
    collect(submission.values(), form.filePickers(), added);
    var refusals = new Refusals();
    added.forEach((id, key) -> file(id, key, submission, origin, refusals));
    if (!refusals.all().isEmpty()) {
      throw SubmissionRefused.because(refusals.all(), form.labels());
    }
  }

  private void file(
      String id, String key, Submission submission, Origin origin, Refusals refusals) {
    var context = submission.context();
    var number = new CaseNumber(context.caseNumber().orElseThrow());
    try {
      documents.file(id, place(origin), context.userId(), number, submission.recordId());
    } catch (DocumentMissing missing) {
      refusals.field(key, missing.sentence());
    }
  }

  private static String place(Origin origin) {
    return origin.taskId() == null ? "" : "task:" + origin.taskId();
  }

  private static void collect(@Nullable Object value, Set<String> keys, Map<String, String> ids) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, entry) -> {
            if (keys.contains(key.toString()) && entry instanceof Collection<?> chosen) {
              chosen.forEach(id -> ids.put(String.valueOf(id), key.toString()));
            } else {
              collect(entry, keys, ids);
            }
          });
    }
    if (value instanceof Collection<?> rows) {
      rows.forEach(row -> collect(row, keys, ids));
    }
  }
}
