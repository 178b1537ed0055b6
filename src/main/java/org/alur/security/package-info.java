/**
 * Who may come in, and as whom: logins, passwords, grants per role, and what is refused at start.
 */
@NullMarked
package org.alur.security;

import org.jspecify.annotations.NullMarked;
