package org.alur.assistance;

/** Whom social security (jaminan sosial) is for in the first place (UU 11/2009 art. 9). */
public enum PriorityGroup {
  /** Too poor to meet basic needs. */
  POOR("Poor (fakir miskin)"),
  /** A child without parents whom nobody cares for. */
  NEGLECTED_ORPHAN("Neglected orphan (yatim piatu terlantar)"),
  /** An old person whom nobody cares for. */
  NEGLECTED_ELDERLY("Neglected elderly person (lanjut usia terlantar)"),
  /** A physical disability. */
  PHYSICAL_DISABILITY("Person with a physical disability (penyandang disabilitas fisik)"),
  /** A mental disability. */
  MENTAL_DISABILITY("Person with a mental disability (penyandang disabilitas mental)"),
  /** Both. */
  MULTIPLE_DISABILITY("Person with multiple disabilities (penyandang disabilitas ganda)"),
  /** An illness has left somebody unable to earn a living. */
  FORMER_CHRONIC_PATIENT(
      "Former chronic patient who cannot earn a living (eks penderita penyakit kronis)"),
  /** Honoured: fought for independence. */
  FIGHTER("Fighter (pejuang)"),
  /** Honoured: led the way to independence. */
  PIONEER_OF_INDEPENDENCE("Pioneer of independence (perintis kemerdekaan)"),
  /** Honoured: the family of a hero. */
  HERO_FAMILY("Family of a hero (keluarga pahlawan)"),
  /** Outside of the groups. */
  NONE("Outside of the priority groups");

  private final String words;

  PriorityGroup(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
