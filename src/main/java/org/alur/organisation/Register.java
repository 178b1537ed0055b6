package org.alur.organisation;

import java.util.List;
import java.util.Optional;

/**
 * One kind of entry that an administrator keeps: how it is read, checked and stored.
 *
 * @param <E> the entry as it comes and goes: by JSON or CSV, nothing checked
 * @param <T> the checked thing
 */
interface Register<E, T> {

  /** What one entry is called in a sentence. */
  String noun();

  /** The columns of a CSV file, all of which it has to have. */
  List<String> columns();

  /** One line of a CSV file. */
  E entry(Cells cells);

  /** How something stored is shown. */
  E entry(T stored);

  /** Checks an entry; empty if there are findings. */
  Optional<T> read(E entry, Findings findings);

  String id(T thing);

  Optional<T> find(String id);

  List<T> list();

  /** Inserts or updates. */
  void store(T thing);

  /** The same thing, no longer in use. Nothing is ever deleted, because cases refer to it. */
  T retired(T thing);

  /** The fact to tell after it was stored, if somebody listens for it. */
  default Optional<Object> saved(T thing) {
    return Optional.empty();
  }
}
