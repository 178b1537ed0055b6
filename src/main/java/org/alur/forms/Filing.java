package org.alur.forms;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.alur.casework.CaseNumber;
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
    submissions.file(submission, form, origin);
    var added = new HashSet<String>();
    collect(submission.values(), form.filePickers(), added);
    var number = new CaseNumber(submission.context().caseNumber().orElseThrow());
    for (var id : added) {
      documents.file(
          id, place(origin), submission.context().userId(), number, submission.recordId());
    }
  }

  private static String place(Origin origin) {
    return origin.taskId() == null ? "" : "task:" + origin.taskId();
  }

  private static void collect(@Nullable Object value, Set<String> keys, Set<String> ids) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, entry) -> {
            if (keys.contains(key.toString()) && entry instanceof Collection<?> chosen) {
              chosen.forEach(id -> ids.add(String.valueOf(id)));
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
