/**
 * Measures that compel a person: what the law and this office demand before, while and after one is
 * in force.
 */
@NullMarked
package org.alur.coercion;

import org.jspecify.annotations.NullMarked;
