/**
 * Money: benefits that are asked for and decided, the ladder of approval, and payments that are
 * prepared, approved and paid by three different people.
 */
@NullMarked
package org.alur.payments;

import org.jspecify.annotations.NullMarked;
