/** Tests of sustained direct assistance. */
@NullMarked
package org.alur.assistance;

import org.jspecify.annotations.NullMarked;
