package org.alur.conventions;

import java.util.stream.Stream;

/** A convention that every BPMN file keeps. */
@FunctionalInterface
interface ModelRule {

  /** One sentence for each breach: which element, what is wrong, what to do. */
  Stream<String> breaches(ProcessFile file);
}
