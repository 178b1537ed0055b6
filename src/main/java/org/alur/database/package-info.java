/** The database that a newcomer gets without installing one, and the checks before it is used. */
@NullMarked
package org.alur.database;

import org.jspecify.annotations.NullMarked;
