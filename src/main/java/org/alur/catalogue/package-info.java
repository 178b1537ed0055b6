/** Fields and services of social welfare, derived from the deployed models. */
@NullMarked
package org.alur.catalogue;

import org.jspecify.annotations.NullMarked;
