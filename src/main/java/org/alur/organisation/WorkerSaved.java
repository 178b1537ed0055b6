package org.alur.organisation;

/** A worker was entered or changed; whoever listens joins the same transaction. */
public record WorkerSaved(Worker worker) {}
