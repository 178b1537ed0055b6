/** Other agencies that are asked to help or to take a case over, and what they answer. */
@NullMarked
package org.alur.referral;

import org.jspecify.annotations.NullMarked;
