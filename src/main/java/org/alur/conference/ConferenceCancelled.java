package org.alur.conference;

import java.util.UUID;
import org.alur.casework.CaseNumber;

/** Neither a conference nor what it decided is needed any more. */
public record ConferenceCancelled(CaseNumber number, UUID conference) {}
