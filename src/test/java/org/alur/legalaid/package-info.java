/** Tests of legal aid. */
@NullMarked
package org.alur.legalaid;

import org.jspecify.annotations.NullMarked;
