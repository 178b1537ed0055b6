package org.alur.empowerment;

import java.util.UUID;
import org.alur.casework.CaseNumber;

/** Something speaks against going on with an assistance; a supervisor has to decide. */
public record ConcernRaised(CaseNumber number, UUID activity) {}
