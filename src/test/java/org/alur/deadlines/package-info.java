/** Tests of the deadlines. */
@NullMarked
package org.alur.deadlines;

import org.jspecify.annotations.NullMarked;
