/** Tests of the organisation. */
@NullMarked
package org.alur.organisation;

import org.jspecify.annotations.NullMarked;
