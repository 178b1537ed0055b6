@NullMarked
package org.alur.documents;

import org.jspecify.annotations.NullMarked;
