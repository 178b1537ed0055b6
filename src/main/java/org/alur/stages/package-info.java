/** What the steps of the stages do: the service tasks and form rules of the processes. */
@NullMarked
package org.alur.stages;

import org.jspecify.annotations.NullMarked;
