package org.alur.engine;

import java.util.function.Supplier;

/**
 * Marks calls to the engine that the platform makes itself. Commands that would go round the form
 * door (completing a task, setting variables, starting without a form ...) are refused unless they
 * come from here.
 */
public final class Platform {

  private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

  private Platform() {}

  /** Makes calls that only the platform may make. */
  public static <T> T call(Supplier<T> action) {
    DEPTH.set(DEPTH.get() + 1);
    try {
      return action.get();
    } finally {
      DEPTH.set(DEPTH.get() - 1);
    }
  }

  /** Makes calls that only the platform may make. */
  public static void run(Runnable action) {
    call(
        () -> {
          action.run();
          return Boolean.TRUE;
        });
  }

  /** Whether the current thread acts for the platform. */
  public static boolean isActing() {
    return DEPTH.get() > 0;
  }
}
