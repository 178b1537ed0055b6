/** Reports of sexual violence to the police, and the time that the law gives for them. */
@NullMarked
package org.alur.policereport;

import org.jspecify.annotations.NullMarked;
