/** Legal aid: who asks for it, which provider answers in time, and how it ends. */
@NullMarked
package org.alur.legalaid;

import org.jspecify.annotations.NullMarked;
