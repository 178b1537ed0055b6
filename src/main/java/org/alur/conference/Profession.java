package org.alur.conference;

/** As what somebody takes part; three different ones are a quorum. */
public enum Profession {
  /** Pekerja sosial. */
  SOCIAL_WORKER,
  /** Tenaga kesejahteraan sosial. */
  SOCIAL_WELFARE_STAFF,
  /** Psikolog. */
  PSYCHOLOGIST,
  /** Dokter. */
  DOCTOR,
  /** Perawat, bidan. */
  NURSE,
  /** Advokat, or somebody of legal aid. */
  LAWYER,
  /** Polisi. */
  POLICE_OFFICER,
  /** Pembimbing kemasyarakatan. */
  PROBATION_OFFICER,
  /** Guru. */
  TEACHER,
  /** Rohaniwan. */
  RELIGIOUS_COUNSELLOR,
  /** Perangkat desa or kelurahan. */
  VILLAGE_OFFICIAL,
  /** Any other; all of them count as one. */
  OTHER
}
