/** Sustained direct assistance: who is entitled, how the amount comes about, and how it ends. */
@NullMarked
package org.alur.assistance;

import org.jspecify.annotations.NullMarked;
