/** When tasks are due and how urgent they are, by a decision table and the office's calendar. */
@NullMarked
package org.alur.deadlines;

import org.jspecify.annotations.NullMarked;
