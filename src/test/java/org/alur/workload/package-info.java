/** Tests of who gets which task. */
@NullMarked
package org.alur.workload;

import org.jspecify.annotations.NullMarked;
