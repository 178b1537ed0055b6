package org.alur.legalaid;

/** How far a request for legal aid is. */
public enum LegalAidStage {
  /** Something is missing. */
  PAPERS_MISSING,
  /** All papers are there, no provider has the request. */
  COMPLETE,
  /** A provider has the request and owes an answer. */
  REFERRED,
  /** A provider has accepted; nobody may act yet. */
  ACCEPTED,
  /** A lawyer acts on a special power of attorney. */
  REPRESENTED,
  /** It ended, with a result. */
  CLOSED
}
