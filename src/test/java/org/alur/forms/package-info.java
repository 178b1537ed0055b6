/** Tests of the forms. */
@NullMarked
package org.alur.forms;

import org.jspecify.annotations.NullMarked;
