/** A made-up agency with made-up people, for whoever tries Alur; only with the profile demo. */
@NullMarked
package org.alur.demo;

import org.jspecify.annotations.NullMarked;
