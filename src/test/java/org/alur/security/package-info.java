@NullMarked
package org.alur.security;

import org.jspecify.annotations.NullMarked;
