/** Tests of money. */
@NullMarked
package org.alur.payments;

import org.jspecify.annotations.NullMarked;
