package org.alur.organisation;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param stored whether anything was stored: not in a dry run, and not when a line is wrong
 */
record ImportReport(boolean dryRun, boolean stored, List<Line> lines) {

  /** What happens with a line. */
  enum Outcome {
    /** Something new. */
    CREATED,
    /** Something known, with other values than before. */
    UPDATED,
    /** Something known, as it is already. */
    UNCHANGED,
    /** Something wrong; the whole file is refused. */
    REFUSED
  }

  /**
   * One line of the file.
   *
   * @param line the line number; the header is line 1
   * @param findings what is wrong with it
   */
  record Line(int line, Outcome outcome, List<Findings.Finding> findings) {}
}
