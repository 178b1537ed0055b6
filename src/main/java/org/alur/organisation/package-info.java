/** Agencies, offices, teams, workers and regions: who works where, and as what. */
@NullMarked
package org.alur.organisation;

import org.jspecify.annotations.NullMarked;
