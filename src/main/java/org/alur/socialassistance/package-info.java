/** Social assistance: what may be given up to which amount, and what was handed over. */
@NullMarked
package org.alur.socialassistance;

import org.jspecify.annotations.NullMarked;
