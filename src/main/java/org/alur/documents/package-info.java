/** The documents of a case: what they may be, where they are kept, and who gets them. */
@NullMarked
package org.alur.documents;

import org.jspecify.annotations.NullMarked;
