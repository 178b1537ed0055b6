/** What several tests use: the database, people, requests and scenarios. */
@NullMarked
package org.alur.support;

import org.jspecify.annotations.NullMarked;
