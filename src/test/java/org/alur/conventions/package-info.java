/** Holds models, forms and decisions to the conventions, and lists and draws what they contain. */
@NullMarked
package org.alur.conventions;

import org.jspecify.annotations.NullMarked;
