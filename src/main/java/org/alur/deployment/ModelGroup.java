package org.alur.deployment;

import java.util.SortedMap;

/**
 * What is deployed together: one process and the forms and decisions that it refers to, the forms
 * of the case page, or one decision that the application asks.
 *
 * @param key the id of the process or decision, or {@code case-page}
 * @param resources the texts by stable name, such as {@code processes/stages/intake.bpmn}
 */
record ModelGroup(String key, SortedMap<String, String> resources) {}
