/** Case conferences: who meets about a case, when a rule wants it, and what is decided there. */
@NullMarked
package org.alur.conference;

import org.jspecify.annotations.NullMarked;
