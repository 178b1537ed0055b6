package org.alur.story;

import java.nio.file.Path;
import java.time.LocalDate;
import org.alur.organisation.Role;
import org.alur.support.Crew;

/**
 * A man is placed in an institution by order of a court, against his will. Who asks, who gives the
 * second opinion, who approves, who decides as head and who reviews are five people.
 */
final class MeasureStory {

  private static final String TEAM = "My team";
  private static final String NOBODYS = "Unassigned";
  private static final String REVIEWER = Crew.of(Role.SUPERVISOR) + "-2";

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
  MeasureStory(Desks desks, Path pictures, LocalDate today) {
    this.desks = desks;
    this.pictures = pictures;
    this.today = today;
  }

  /** An end after the order's is refused beside the field; then the request is filed. */
  void theCaseworkerAsks() {
    var desk = desks.of(Role.CASEWORKER);
    FormPage form =
        desk.take(TEAM, "Request measure")
            .choose("Which measure?", "Placement in an institution (panti)")
            .choose("Legal basis", "Court measure (KUHP art. 103–107)")
            .write("Number of the document", "12/Pid/2026")
            .moment("The order ends", today.plusDays(20), "12:00")
            .write("Why is the measure necessary?", "He sleeps on the railway and was hit once.");
    form.row("Milder means that were considered", 1)
        .write("Milder means", "Night shelter")
        .write("Why is it not enough?", "He leaves it at once.");
    form.moment("The measure ends", today.plusDays(25), "12:00");
    desk.completeInVain();
    form.isRefused("The measure ends", "order");
    desk.photograph(pictures.resolve("measure-1-refused.png"));
    form.moment("The measure ends", today.plusDays(20), "12:00");
    desk.complete();
  }

  /** Somebody who did not ask for it supports it. */
  void theClinicianGivesAnOpinion() {
    var desk = desks.of(Role.CLINICIAN);
    desk.take(NOBODYS, "Give second opinion")
        .write("Your opinion", "I saw him; nothing milder keeps him alive.")
        .choose("Do you support the measure?", "Yes");
    desk.photograph(pictures.resolve("measure-2-opinion.png"));
    desk.complete();
  }

  /** Nobody approves what was not discussed. */
  void theSupervisorHasToWait() {
    var desk = desks.of(Role.SUPERVISOR);
    FormPage form =
        desk.take("My tasks", "Approve measure").choose("Do you approve the measure?", "Yes");
    desk.completeInVain();
    form.isRefused("Do you approve the measure?", "conference");
    desk.photograph(pictures.resolve("measure-3-not-discussed.png"));
  }

  /** The supervisor approves; that is not enough for a placement of twenty days. */
  void theSupervisorApproves() {
    var desk = desks.of(Role.SUPERVISOR);
    desk.take("My tasks", "Approve measure").choose("Do you approve the measure?", "Yes");
    desk.photograph(pictures.resolve("measure-4-approval.png"));
    desk.complete();
  }

  /** The head brings it into force. */
  void theHeadApproves() {
    var desk = desks.of(Role.AGENCY_HEAD);
    desk.take(NOBODYS, "Approve long placement").choose("Do you approve the placement?", "Yes");
    desk.photograph(pictures.resolve("measure-5-head.png"));
    desk.complete();
  }

  /** The man and his sister are told. */
  void theyAreTold() {
    var desk = desks.of(Role.CASEWORKER);
    desk.take(TEAM, "Give measure notice")
        .choose("Does the person know?", "Yes, I told them")
        .choose("How?", "In a talk and in writing")
        .write("What did the person say?", "He is angry and wants to go home.")
        .choose("Does the family or guardian know?", "Yes, I told them")
        .write("Who was told?", "His sister")
        .choose("Legal aid was offered. What was the answer?", "Wants to think about it");
    desk.complete();
  }

  /** After a week the deputy of the supervisor, who is away, hears him. */
  void theDeputyReviews() {
    var desk = desks.of(REVIEWER);
    desk.take("My tasks", "Review measure")
        .tick("The person was heard")
        .write(
            "What did the person say? If they could not be heard: why not?", "He wants to go home.")
        .choose("What follows?", "The measure goes on until its end")
        .write("Reason", "He would sleep on the railway again.");
    desk.photograph(pictures.resolve("measure-6-review.png"));
    desk.complete();
  }

  /** What the page of the case says about the measure. */
  String theMeasure(String caseNumber) {
    var desk = desks.of(Role.CASEWORKER);
    String said = desk.readsOn(caseNumber, "Coercive measures (koersif)");
    desk.photograph(pictures.resolve("measure-7-ended.png"));
    return said;
  }
}
