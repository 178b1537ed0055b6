package org.alur.organisation;

/**
 * A refusal whose message is made for the person who asked: a sentence that says what is wrong and
 * what to do, without names of others and without what was typed. The interfaces hand it on; of any
 * other exception they only say that something went wrong.
 */
public abstract class Explained extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a request was refused. */
  public enum Reason {
    /** What was sent is wrong. */
    INVALID,
    /** The person may not do this. */
    NOT_ALLOWED,
    /** It does not exist, or the person may not know that it does. */
    NOT_FOUND,
    /** Somebody else was faster, or the state of the case does not permit it any more. */
    CONFLICT,
    /** It is larger than what is accepted. */
    TOO_LARGE,
    /** The platform failed; the person did nothing wrong. */
    FAULT
  }

  private final Reason reason;

  /** Refuses for a reason, with a sentence for the person who asked. */
  protected Explained(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  /** Why the request was refused. */
  public final Reason reason() {
    return reason;
  }

  /** The sentence. */
  public final String sentence() {
    return String.valueOf(getMessage());
  }
}
