package org.alur.casework;

/**
 * A person as member of a household.
 *
 * @param livesIn whether the person lives with the household
 * @param earns whether the person has an income
 * @param carer whether the person cares for somebody of the household
 */
public record HouseholdMember(
    Person person, Relation relation, boolean livesIn, boolean earns, boolean carer) {}
