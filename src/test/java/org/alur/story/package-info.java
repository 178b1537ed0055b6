/** A case from its request to its end, as four people see it in Tasklist. */
@NullMarked
package org.alur.story;

import org.jspecify.annotations.NullMarked;
