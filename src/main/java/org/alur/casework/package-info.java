/** The case file: what a case is. The engine only knows where it is. */
@NullMarked
package org.alur.casework;

import org.jspecify.annotations.NullMarked;
