/** Tests of fields and services. */
@NullMarked
package org.alur.catalogue;

import org.jspecify.annotations.NullMarked;
