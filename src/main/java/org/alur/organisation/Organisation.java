package org.alur.organisation;

import java.io.Reader;
import org.springframework.stereotype.Component;

/** The organisation as a whole, for who brings it from files. */
@Component
public class Organisation {

  /** What the organisation consists of, in the order in which it is entered. */
  public enum Part {
    /** Provinces, regencies, districts and villages. */
    REGIONS,
    /** The agencies that deliver services. */
    AGENCIES,
    /** Their offices. */
    OFFICES,
    /** The teams of the offices. */
    TEAMS,
    /** The people. */
    WORKERS
  }

  private final Registrar registrar;
  private final Agencies agencies;
  private final RegionRegister regions;
  private final AgencyRegister agencyRegister;
  private final OfficeRegister offices;
  private final TeamRegister teams;
  private final WorkerRegister workers;

  Organisation(
      Registrar registrar,
      Agencies agencies,
      RegionRegister regions,
      AgencyRegister agencyRegister,
      OfficeRegister offices,
      TeamRegister teams,
      WorkerRegister workers) {
    this.registrar = registrar;
    this.agencies = agencies;
    this.regions = regions;
    this.agencyRegister = agencyRegister;
    this.offices = offices;
    this.teams = teams;
    this.workers = workers;
  }

  /** Whether there is an agency with this id. */
  public boolean hasAgency(String id) {
    return agencies.find(id).isPresent();
  }

  /**
   * Enters a CSV file with the columns of the part.
   *
   * @throws IllegalArgumentException if a line is wrong; nothing is stored then
   */
  public void load(Part part, Reader csv) {
    var report =
        switch (part) {
          case REGIONS -> registrar.load(regions, csv, false);
          case AGENCIES -> registrar.load(agencyRegister, csv, false);
          case OFFICES -> registrar.load(offices, csv, false);
          case TEAMS -> registrar.load(teams, csv, false);
          case WORKERS -> registrar.load(workers, csv, false);
        };
    if (!report.stored()) {
      throw new IllegalArgumentException("The file of " + part + " has wrong lines: " + report);
    }
  }
}
