package org.alur.deployment;

import java.util.SortedMap;

/**
 * What is deployed together: one process and the forms and decisions that it refers to, or the
 * forms of the case page.
 *
 * @param key the id of the process, or {@code case-page}
 * @param resources the texts by stable name, such as {@code processes/stages/intake.bpmn}
 */
record ModelGroup(String key, SortedMap<String, String> resources) {}
