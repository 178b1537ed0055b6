package org.alur.organisation;

import java.util.Optional;

/**
 * A province, regency, district or village.
 *
 * @param code the code of the Ministry of Home Affairs, such as 32.04.05.2001
 * @param parentCode the region around it; empty for a province
 */
public record Region(
    String code, String name, RegionLevel level, Optional<String> parentCode, boolean active) {}
