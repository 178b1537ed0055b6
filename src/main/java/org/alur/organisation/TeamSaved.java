package org.alur.organisation;

/** A team was entered or changed; whoever listens joins the same transaction. */
public record TeamSaved(Team team) {}
