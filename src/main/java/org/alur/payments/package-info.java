/**
 * Money: benefits that are asked for and decided, the ladder of approval, and payments that are
 * prepared, approved and paid by three different people.
 *
 * <p>Money ends with its case, by closing or by a death: what was asked for, or granted and not
 * begun, is withdrawn and can be asked for again; what was given in part ends that day; every
 * payment that nobody has noted as paid leaves the list, also one that was approved. Should its
 * money have left already, finance gets it back. A case that is reopened asks anew.
 */
@NullMarked
package org.alur.payments;

import org.jspecify.annotations.NullMarked;
