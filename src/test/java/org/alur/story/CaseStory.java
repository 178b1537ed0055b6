package org.alur.story;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Sri Lestari has lost her stall and her sleep. Ida takes the request, Sari looks after her, Wulan
 * goes with her, and Budi answers for it.
 */
final class CaseStory {

  private static final String NAME = "Sri Lestari";
  private static final String POOR = "Poor person (fakir miskin)";
  private static final String HARDSHIP =
      "Woman in social and economic hardship (perempuan rawan sosial ekonomi)";
  private static final String GOAL = "A regular income";
  private static final String HALF_A_THOUGHT = "Cooks well; the neighbours would buy fro";

  private final Desks desks;
  private final Path pictures;
  private final Path signedPlan;
  private final LocalDate today;

  /**
   * Prepares the story.
   *
   * @param desks where its people work
   * @param pictures the folder for pictures of the screen
   * @param signedPlan a file to add to the plan
   * @param today the day on which it all happens
   */
  CaseStory(Desks desks, Path pictures, Path signedPlan, LocalDate today) {
    this.desks = desks;
    this.pictures = pictures;
    this.signedPlan = signedPlan;
    this.today = today;
  }

  /** Ida writes the request down, and the case is given to a team. Returns the case's number. */
  String aNeighbourAsksForHelp() {
    theRequestIsTaken();
    String number = theBeneficiaryIsRegistered();
    theRiskIsScreened("Screen risk", ida());
    sheConsents();
    theCaseIsHandedOver();
    desks.leave("ida").logOut();
    return number;
  }

  /** Sari gets to know her and writes down what she needs, with an interruption. */
  void theCaseworkerUnderstandsHer() {
    sheIsMet();
    theNeedsAreAssessed();
    theRiskIsScreened("Reassess risk", sari());
    herWillingnessIsExplored();
  }

  /** The plan is written, approved, and Wulan begins to help. */
  void helpIsPlannedAndGiven() {
    thePlanIsWritten();
    thePlanIsApproved();
    sheIsWonOver();
    theActivityIsDelivered();
  }

  /** The goals are met, and the case ends with everybody's knowledge. */
  void theCaseComesToItsEnd() {
    theProgressIsReviewed();
    theClosureIsPrepared();
    theClosureIsApproved();
    sheIsInformed();
  }

  private void theRequestIsTaken() {
    ida()
        .start("Social rehabilitation")
        .choose("How did the request come?", "Telephone or hotline")
        .choose("Who tells us?", "A neighbour or friend")
        .write("Name of whoever tells us", "Pak RT Sutrisno")
        .write("Telephone for questions", "+62 812 0000 0001")
        .choose("Who needs help?", "A person (perseorangan)")
        .write("Name", NAME)
        .write("Village or place (desa/kelurahan)", "Desa Sumber Jaya")
        .write(
            "What happened, in the words of whoever tells us",
            "Her stall at the market burnt down in August. She has two children, no income since,"
                + " and has hardly left the house for weeks.")
        .choose("How urgent does it sound?", "Medium (sedang): harm is possible")
        .choose("Where do they live at present?", "With the family");
    ida().photograph(pictures.resolve("1-request.png"));
    ida().send();
  }

  private String theBeneficiaryIsRegistered() {
    FormPage form =
        ida()
            .take("My team", "Register beneficiary")
            .write("Full name", NAME)
            .write("NIK", "0001014505900099999")
            .choose("Sex", "Female")
            .date("Born on", LocalDate.of(1990, 5, 5))
            .write("Language in which the person wants to talk", "Javanese")
            .choose("District (kecamatan)", "Kecamatan Contoh Utara")
            .write("Address, or how to find them", "RT 02 / RW 05, behind the mosque");
    form.row("Who else belongs to it?", 1)
        .write("Name", "Bayu Lestari")
        .choose("What are they in the family?", "Child")
        .tick("Lives in");
    form.choose("Problems (kategori PPKS)", POOR).choose("Main problem", HARDSHIP);
    ida().completeInVain();
    form.isRefused("NIK", "16 digits");
    ida().photograph(pictures.resolve("2-refused.png"));
    form.write("NIK", "0001014505900001");
    ida().completeInVain();
    form.isRefused("Main problem", "not among the problems")
        .choose("Problems (kategori PPKS)", HARDSHIP);
    String number = ida().caseNumber();
    ida().complete();
    return number;
  }

  private void theRiskIsScreened(String task, Desk desk) {
    desk.take("My team", task)
        .choose("How serious is the harm?", "1 – slight")
        .choose("How soon may it happen (again)?", "1 – within months")
        .choose("How vulnerable is the person?", "1 – needs some protection")
        .choose("Can whoever does harm reach the person?", "0 – no, or there is nobody")
        .choose("Has it happened before?", "0 – no")
        .choose("What protects the person?", "0 – nobody, nothing reliable");
    desk.complete();
  }

  private void sheConsents() {
    ida()
        .take("My team", "Ask for consent")
        .choose("Do they want our help?", "Yes")
        .choose("May we share data with others who help?", "Yes, with those named below")
        .choose("With whom?", "Health service")
        .choose("With whom?", "School")
        .write("For what?", "An appointment at the health centre; school money for Bayu")
        .choose("What may we do with it?", "To refer them to others who help")
        .choose("Who decided?", "The person, or the head of the family")
        .choose("Could the person decide?", "Fully")
        .choose("How?", "Signature");
    ida().complete();
  }

  private void theCaseIsHandedOver() {
    ida()
        .take("My team", "Check eligibility")
        .tick("The problem belongs to the categories of need (PPKS)")
        .tick("They live, or were found, in the area that we serve")
        .choose("Where can help begin?", "In the family");
    ida().complete();
    ida()
        .take("My team", "Hand over case")
        .choose("Team", "Automatic: the team that serves the district")
        .write("What must the caseworker know first?", "Best reached in the morning.");
    ida().complete();
  }

  private void sheIsMet() {
    sari()
        .take("My team", "Make first contact")
        .moment("Contacted on", yesterday(), "09:00")
        .choose("How?", "Telephone")
        .choose("Result", "Spoke with the person or the family")
        .write("With whom?", NAME)
        .write("What was said or seen?", "She expects us.")
        .write("Next step", "Visit in the afternoon");
    sari().complete();
    sari()
        .take("My team", "Meet person")
        .moment("Met on", yesterday(), "15:30")
        .choose("How?", "Home visit")
        .write("Who was there?", NAME + " and Bayu")
        .tick("I also spoke with the person alone")
        .choose("Are they safe there?", "Yes")
        .write("What did you hear and see?", "One rented room, clean, hardly any food.")
        .write("What did you agree?", "She looks for her papers.");
    sari().complete();
  }

  private void theNeedsAreAssessed() {
    sari()
        .take("My team", "Assess needs")
        .write("What do they want to change?", "To sell at the market again.")
        .write("Strengths: what works, who helps, what has helped before?", HALF_A_THOUGHT)
        .row("Needs by area of life", 1)
        .choose("Area", "Work and livelihood")
        .write("How is it?", "No income for three months.")
        .isSaved();
    desks.leave("sari").logOut();

    FormPage form = sari().take("My team", "Assess needs").says("Draft of");
    sari().photograph(pictures.resolve("3-draft.png"));
    form.reads("Strengths: what works, who helps, what has helped before?", HALF_A_THOUGHT)
        .write(
            "Strengths: what works, who helps, what has helped before?",
            "Cooks well; the neighbours would buy from her.");
    form.row("Needs by area of life", 1)
        .reads("How is it?", "No income for three months.")
        .choose("Urgency", "Within weeks")
        .write("What is needed?", "A small start: stove, pans, a place to sell.");
    form.row("Needs by area of life", 2)
        .choose("Area", "Mind and feelings")
        .choose("Urgency", "Later")
        .write("How is it?", "Sleeps badly and is ashamed.")
        .write("What is needed?", "Company, and somebody to talk to.");
    functioning(form, "2 – with much help")
        .choose("Where can help be given best?", "In the family")
        .write("Your conclusion, shared with the person", "With a small start she can do it.");
    sari().complete();
  }

  private static FormPage functioning(FormPage form, String value) {
    return form.choose("Meets basic needs and rights", value)
        .choose("Fills social tasks and roles", value)
        .choose("Overcomes problems", value);
  }

  private void herWillingnessIsExplored() {
    sari()
        .take("My team", "Explore willingness")
        .write("What does the person want to change, in their own words?", "I want my stall back.")
        .choose("How willing is the person to take part?", "Undecided")
        .choose("Where does the person stand?", "Sees no problem (precontemplation)");
    sari().complete();
  }

  private void thePlanIsWritten() {
    FormPage plan = sari().take("My team", "Write case plan");
    goal(plan, 1, GOAL, "Work and income", "None", "Food and rent are paid", "Household book");
    goal(plan, 2, "Quiet nights", "Emotional wellbeing", "Three hours", "Six hours", "Her diary");
    activity(plan, 1, "Go with her to the market office", "1", "Once");
    plan.choose("Which approach leads?", "Persuasive (persuasif): invite and advise")
        .write("The plan in a few sentences that the person understands", "We go together.")
        .choose("Have they, or who decides for them, agreed?", "Agreed");
    plan.row("Who agreed?", 1)
        .write("Name", NAME)
        .choose("As", "The person, or the head of the family")
        .choose("How", "Signature");
    plan.date("On", today).attach("Signed plan (scan or photo)", signedPlan).isSaved();
    plan.scrollTo("Goals");
    sari().photograph(pictures.resolve("4-plan.png"));
    sari().complete();
  }

  private static void goal(
      FormPage plan, int number, String change, String area, String now, String then, String sign) {
    plan.row("Goals", number)
        .write("What shall be different?", change)
        .choose("Area of life", area)
        .write("How is it now?", now)
        .write("How shall it be?", then)
        .write("What will show it?", sign);
  }

  private void activity(FormPage plan, int number, String what, String goal, String often) {
    plan.row("Activities", number)
        .write("What is done?", what)
        .write("For goal no.", goal)
        .choose("Who does it?", "Welfare staff")
        .choose("Approach", "Persuasive")
        .choose("Setting", "Family")
        .choose("How often?", often)
        .date("From", today);
  }

  private void thePlanIsApproved() {
    FormPage form = budi().take("My team: all tasks", "Approve case plan");
    budi().turnTo("Case file");
    budi().sees(GOAL);
    budi().photograph(pictures.resolve("5-case-file.png"));
    budi().turnTo("Form");
    form.choose("What do you decide?", "Approve: the plan is in force from now on");
    budi().complete();
  }

  private void sheIsWonOver() {
    sari()
        .take("My team", "Make persuasive attempt")
        .date("When?", today)
        .choose("How?", "Home visit")
        .write("What did you put forward?", "The market office gives new places this month.")
        .write("How did the person answer?", "She wants to see it first.")
        .choose("How willing is the person now?", "Willing");
    sari().complete();
  }

  private void theActivityIsDelivered() {
    wulan()
        .take("My team", "Deliver activity")
        .date("When?", today)
        .choose("How did the person take part?", "Took part fully")
        .write("What was done?", "We went to the market office together; she has a place.")
        .choose("How does the activity stand?", "Done");
    wulan().photograph(pictures.resolve("6-activity.png"));
    wulan().complete();
  }

  private void theProgressIsReviewed() {
    sari()
        .take("My team", "Visit beneficiary")
        .moment("Visited on", yesterday(), "16:00")
        .choose("How?", "Home visit")
        .choose("Result", "Met them")
        .write("Who was there?", NAME)
        .write("How are they doing?", "She sells every morning and sleeps better.");
    sari().complete();
    FormPage review = sari().take("My team", "Review progress");
    review.within("Goals of the plan", 1).choose("Reached", "+1 – more than expected");
    review.within("Goals of the plan", 2).choose("Reached", "0 – as expected");
    functioning(review, "4 – mostly alone")
        .write("How do they see it themselves?", "It is lighter now.")
        .choose(
            "How do you go on together?",
            "Goals are met, or the case has to end for another reason: close it")
        .write("Why?", "The income carries her and Bayu.");
    sari().complete();
  }

  private void theClosureIsPrepared() {
    FormPage form =
        sari()
            .take("My team", "Prepare closure")
            .choose("Why does the case end?", "Goals are met")
            .write(
                "What was reached, what remains, who goes on helping?",
                "She lives by her stall. The neighbours' savings group goes on.");
    functioning(form, "4 – mostly alone")
        .tick("I have talked with them about the end of the case")
        .tick("They agree to be contacted after 30, 90 and 180 days");
    sari().complete();
  }

  private void theClosureIsApproved() {
    budi()
        .take("My team: all tasks", "Approve closure")
        .choose("Your decision", "The case may be closed");
    budi().photograph(pictures.resolve("7-closure.png"));
    budi().complete();
  }

  private void sheIsInformed() {
    sari()
        .take("My team", "Inform beneficiary")
        .choose("How were they told?", "In person")
        .date("On", today)
        .write("Who was told?", NAME)
        .tick("I explained how to come back and how to complain");
    sari().complete();
  }

  private LocalDate yesterday() {
    return today.minusDays(1);
  }

  private Desk ida() {
    return desks.of("ida");
  }

  private Desk sari() {
    return desks.of("sari");
  }

  private Desk wulan() {
    return desks.of("wulan");
  }

  private Desk budi() {
    return desks.of("budi");
  }
}
