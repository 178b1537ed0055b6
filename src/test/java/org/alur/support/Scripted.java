package org.alur.support;

import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.alur.engine.OfferedToModels;
import org.springframework.stereotype.Component;

/** Says what the stubs of called processes find, one answer after the other. */
@Component
@OfferedToModels
public class Scripted {

  private final Map<String, Deque<Object>> answers = new ConcurrentHashMap<>();

  /** Prepares the answers to a question. */
  public void say(String question, Object... inTurn) {
    answers.put(question, new ConcurrentLinkedDeque<>(Arrays.asList(inTurn)));
  }

  /** The next answer; the last one stays. */
  public Object answer(String question) {
    var left = answers.getOrDefault(question, new ConcurrentLinkedDeque<>());
    return left.size() > 1 ? left.removeFirst() : left.getFirst();
  }
}
