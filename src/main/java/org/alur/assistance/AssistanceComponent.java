package org.alur.assistance;

/** For what a family is paid; one person counts for one component. */
public enum AssistanceComponent {
  /** Expects a child. */
  PREGNANCY("Pregnancy"),
  /** Is too young for school. */
  EARLY_CHILDHOOD("Early childhood"),
  /** Goes to primary school. */
  PRIMARY_SCHOOL("Primary school (SD)"),
  /** Goes to junior secondary school. */
  JUNIOR_SECONDARY_SCHOOL("Junior secondary school (SMP)"),
  /** Goes to senior secondary school. */
  SENIOR_SECONDARY_SCHOOL("Senior secondary school (SMA)"),
  /** Is old. */
  ELDERLY("Elderly"),
  /** Needs help with a disability day by day. */
  SEVERE_DISABILITY("Severe disability"),
  /** Has lost the parents and nobody who cares. */
  NEGLECTED_ORPHAN("Neglected orphan"),
  /** Cannot earn because of a long illness. */
  CHRONIC_ILLNESS("Chronic illness"),
  /** Nothing else applies, and the family cannot meet its basic needs. */
  BASIC_NEEDS("Basic needs"),
  /** Is honoured for deeds (tunjangan berkelanjutan). */
  HONOUR("Honour");

  private final String words;

  AssistanceComponent(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
