/** Who gets which task: users and groups, assignment, rights on tasks, and lists of tasks. */
@NullMarked
package org.alur.workload;

import org.jspecify.annotations.NullMarked;
