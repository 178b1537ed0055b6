/**
 * What the rest of Alur needs of the process engine: its configuration, its guards, typed variables
 * and calls.
 */
@NullMarked
package org.alur.engine;

import org.jspecify.annotations.NullMarked;
