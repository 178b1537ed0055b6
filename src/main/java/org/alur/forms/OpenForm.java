package org.alur.forms;

/**
 * A form that somebody may look at.
 *
 * @param form the form
 * @param context where it is shown, and to whom
 * @param place where its draft is kept
 * @param mine whether this person is the one to fill it
 */
record OpenForm(DeployedForm form, FormContext context, Drafts.Place place, boolean mine) {}
