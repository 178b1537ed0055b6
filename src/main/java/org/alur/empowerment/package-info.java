/**
 * Empowerment: the four aspects by which it is measured, and business assistance to groups (KUBE)
 * and households (UEP): who belongs to a group, what a business needs, what became of the grant.
 */
@NullMarked
package org.alur.empowerment;

import org.jspecify.annotations.NullMarked;
