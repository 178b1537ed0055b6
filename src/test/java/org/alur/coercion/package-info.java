/** Tests of what is told about coercive measures. */
@NullMarked
package org.alur.coercion;

import org.jspecify.annotations.NullMarked;
