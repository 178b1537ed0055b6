/** Brings the models into the engine, and decides what a deployment may contain. */
@NullMarked
package org.alur.deployment;

import org.jspecify.annotations.NullMarked;
