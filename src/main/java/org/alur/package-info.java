/**
 * Alur, the delivery of social-welfare services: the application itself and what every part shares.
 */
@NullMarked
package org.alur;

import org.jspecify.annotations.NullMarked;
