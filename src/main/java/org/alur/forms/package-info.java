/** The form door: the only way by which what a person typed gets into the case file. */
@NullMarked
package org.alur.forms;

import org.jspecify.annotations.NullMarked;
