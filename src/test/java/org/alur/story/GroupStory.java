package org.alur.story;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.alur.organisation.Role;

/**
 * Five women who make tempe form a business group, plan, account for their grant and stand on their
 * own in the end. The caseworker, the welfare staff and the supervisor see to it.
 */
final class GroupStory {

  private static final String TEAM = "My team";

  private final Desks desks;
  private final Path pictures;
  private final LocalDate today;

  /**
   * Prepares the story.
   *
   * @param desks where its people work
   * @param pictures the folder for pictures of the screen
   * @param today the day on which it begins
   */
  GroupStory(Desks desks, Path pictures, LocalDate today) {
    this.desks = desks;
    this.pictures = pictures;
    this.today = today;
  }

  /** Two officers of one household are refused in plain words; then the group is formed. */
  void theyFormAGroup(List<Map<String, Object>> people) {
    FormPage form =
        caseworker()
            .take(TEAM, "Form group")
            .date("When was it founded?", today)
            .write("How do they share work, money and profit?", "By turns; profit in equal parts.");
    for (int i = 0; i < people.size(); i++) {
      form.row("Members", i + 1)
          .reads("Name", String.valueOf(people.get(i).get("fullName")))
          .write("NIK", String.valueOf(people.get(i).get("nik")))
          .write("Family card (KK)", String.valueOf(people.get(i).get("kkNumber")));
    }
    form.row("Members", 2).write("Family card (KK)", String.valueOf(people.get(0).get("kkNumber")));
    caseworker().completeInVain();
    form.row("Members", 2).isRefused("Family card (KK)", "are of one household");
    caseworker().photograph(pictures.resolve("group-1-refused.png"));
    form.row("Members", 2).write("Family card (KK)", String.valueOf(people.get(1).get("kkNumber")));
    caseworker().complete();
  }

  /** All five come to the training. */
  void theyAreTrained(List<Map<String, Object>> people) {
    FormPage form =
        staff()
            .take(TEAM, "Hold business training")
            .date("When?", today)
            .write("What was learned?", "Books and prices");
    people.forEach(person -> form.choose("Who was there?", String.valueOf(person.get("fullName"))));
    form.choose("Is more training needed?", "No, they can begin");
    staff().photograph(pictures.resolve("group-2-training.png"));
    staff().complete();
  }

  /** One of them is heard alone. */
  void oneOfThemIsHeard() {
    FormPage form =
        caseworker().take(TEAM, "Rate four aspects").choose("Could you hear this person?", "Yes");
    List.of(
            "I know more than one way to earn money.",
            "I choose to whom I sell or for whom I work.",
            "I choose school and clinic for my family.",
            "I take part when the village decides (musyawarah desa).",
            "I know which public help there is, and ask for it.",
            "I decide how I spend my time.",
            "I decide about the money that I earn.",
            "I do not depend on a moneylender (rentenir).",
            "I go where I need to go without permission.",
            "I say what I think without fear.",
            "What we earn lasts for the month.",
            "I have tools, animals or land to work with.",
            "I put something aside every month.",
            "A bank or cooperative would lend to me.",
            "The papers of house, land or business are in order.",
            "I hold a task in a group or in the village.",
            "What I propose is taken up.",
            "I can object to a decision that is unfair.",
            "Others come to me for advice.",
            "Together we have changed something here.")
        .forEach(sentence -> form.choose(sentence, "2 – a little"));
    form.write("What does the person earn in a month?", "1.200.000");
    form.scrollTo("I know more than one way to earn money.");
    caseworker().photograph(pictures.resolve("group-3-four-aspects.png"));
    caseworker().complete();
  }

  /** A budget that does not add up is refused with the difference; then it does. */
  void theyPlanTheirBusiness() {
    FormPage form =
        caseworker()
            .take(TEAM, "Write business proposal")
            .write("What do they make or sell?", "Tempe from the village")
            .write("How do they do it, who does what, and from when?", "Two boil, three sell.")
            .write("Who buys it, where, at what price?", "The market of the district, daily.")
            .write("What may go wrong, and what then?", "Dear soybeans; then smaller pieces.")
            .write("How much do they ask for?", "18.000.000");
    budget(form, 1, "Cauldrons", "10.000.000");
    budget(form, 2, "Soybeans", "7.000.000");
    budget(form, 3, "Scales", "500.000");
    tranche(form, 1, "10.000.000", "The kitchen works");
    tranche(form, 2, "8.000.000", "Sold every day of a month");
    caseworker().completeInVain();
    caseworker().sees("that is Rp 500.000 less than the grant");
    caseworker().photograph(pictures.resolve("group-4-budget.png"));
    budget(form, 3, "Scales", "1.000.000");
    caseworker().complete();
  }

  private static void budget(FormPage form, int line, String item, String amount) {
    form.row("What is it spent on? The lines add up to the grant.", line)
        .write("What is bought", item)
        .write("For", amount);
  }

  private static void tranche(FormPage form, int line, String amount, String milestone) {
    form.row("In which parts is it paid? They add up to the grant.", line)
        .write("Part", amount)
        .write("What has to be reached with it", milestone);
  }

  /** Somebody else looks at the place. */
  void thePlaceIsSeen() {
    staff()
        .take(TEAM, "Verify business proposal")
        .date("When were you there?", today)
        .choose("Can it work?", "Yes, as it is planned")
        .write("What did you see and hear?", "There is room, water and a market near by.");
    staff().photograph(pictures.resolve("group-5-verification.png"));
    staff().complete();
  }

  /** Every rupiah of the first tranche is accounted for. */
  void theyAccountForTheFirstTranche(Path receipt) {
    FormPage form =
        caseworker()
            .take(TEAM, "Account for tranche")
            .date("When were you there?", today)
            .choose("Is there a concern?", "No")
            .choose("Is the milestone reached?", "Yes");
    form.row("Receipts", 1)
        .date("Bought on", today)
        .write("What", "Cauldrons")
        .write("For", "9.500.000");
    form.write("How much of it is left?", "500.000").attach("Photographs of the receipts", receipt);
    caseworker().photograph(pictures.resolve("group-6-receipts.png"));
    caseworker().complete();
  }

  /** The first visit of the year. */
  void theyAreCoached(List<Map<String, Object>> people) {
    FormPage form =
        staff().take(TEAM, "Coach business").date("When?", today).choose("The visit", "Took place");
    people.forEach(person -> form.choose("Who was there?", String.valueOf(person.get("fullName"))));
    form.write(
            "What was done since the last time, what sells, what worries?",
            "They sell at two markets.")
        .write("What was agreed?", "Write up every sale.")
        .choose("Is there a concern?", "No")
        .choose("Did somebody join or leave, or take an office?", "No");
    staff().photograph(pictures.resolve("group-7-coaching.png"));
    staff().complete();
  }

  /** The supervisor sees scores and facts side by side and lets them go. */
  void theyGraduate() {
    FormPage form = supervisor().take("My team: all tasks", "Decide on graduation");
    supervisor().sees("+25");
    supervisor().sees("Rp 4.200.000");
    supervisor().turnTo("Case file");
    supervisor().sees("Four aspects: choices");
    supervisor().photograph(pictures.resolve("group-8-case-file.png"));
    supervisor().turnTo("Form");
    form.choose("What do you decide?", "Graduate: the business stands on its own (mandiri)")
        .write("Why?", "They sell every day, keep their books and decide together.");
    supervisor().photograph(pictures.resolve("group-9-graduation.png"));
    supervisor().complete();
  }

  private Desk caseworker() {
    return desks.of(Role.CASEWORKER);
  }

  private Desk staff() {
    return desks.of(Role.WELFARE_STAFF);
  }

  private Desk supervisor() {
    return desks.of(Role.SUPERVISOR);
  }
}
