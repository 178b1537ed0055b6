/** Tests of social assistance. */
@NullMarked
package org.alur.socialassistance;

import org.jspecify.annotations.NullMarked;
