/** The objections of the people whom cases are about, and what became of them. */
@NullMarked
package org.alur.objections;

import org.jspecify.annotations.NullMarked;
