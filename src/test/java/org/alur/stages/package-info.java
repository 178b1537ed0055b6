/** Scenarios of the processes, and their decision tables by rows. */
@NullMarked
package org.alur.stages;

import org.jspecify.annotations.NullMarked;
