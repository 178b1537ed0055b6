package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.Person;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.Submission;
import org.alur.forms.Submissions;
import org.alur.payments.Benefit;
import org.alur.payments.Benefits;
import org.alur.payments.Payment;
import org.alur.payments.Payments;
import org.alur.socialassistance.AssistanceItem;
import org.alur.socialassistance.Deliveries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows in the forms of social assistance what is asked for, what was decided and delivered. */
@Component
class SocialAssistanceForms implements FormFiller {

  private static final String VISIT = "verify-need";

  private final SocialAssistanceRequests requests;
  private final Submissions submissions;
  private final Benefits benefits;
  private final Payments payments;
  private final Deliveries deliveries;
  private final CaseFacts facts;

  SocialAssistanceForms(
      SocialAssistanceRequests requests,
      Submissions submissions,
      Benefits benefits,
      Payments payments,
      Deliveries deliveries,
      CaseFacts facts) {
    this.requests = requests;
    this.submissions = submissions;
    this.benefits = benefits;
    this.payments = payments;
    this.deliveries = deliveries;
    this.facts = facts;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        SocialAssistanceRequests.FORM,
        "decide-on-assistance",
        VISIT,
        "deliver-assistance",
        "clarify-payment",
        "report-on-assistance",
        "explain-refusal");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    return context.formId().equals(SocialAssistanceRequests.FORM)
        ? choices(new CaseNumber(context.caseNumber().orElseThrow()))
        : Map.of("assistance", view(context));
  }

  private Map<String, Object> choices(CaseNumber number) {
    List<AssistanceItem> open = requests.openTo(number);
    return Map.of(
        "itemOptions",
        open.stream().map(item -> Map.of("label", item.label(), "value", item.code())).toList(),
        "perPersonItems",
        codes(open, AssistanceItem.Per.PERSON),
        "perDayItems",
        codes(open, AssistanceItem.Per.PERSON_AND_DAY));
  }

  private static List<String> codes(List<AssistanceItem> items, AssistanceItem.Per per) {
    return items.stream().filter(item -> item.per() == per).map(AssistanceItem::code).toList();
  }

  private Map<String, Object> view(FormContext context) {
    var request =
        requests.read(
            submitted(context, SocialAssistanceRequests.FORM).orElseThrow(), Optional.empty());
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("item", request.item().name());
    view.put("purpose", request.benefit().purpose());
    if (context.formId().equals(VISIT)) {
      address(request).ifPresent(address -> view.put("address", address));
      return view;
    }
    addDecision(context, request, view);
    benefit(context).ifPresent(granted -> addDeliveries(granted, request, view));
    return view;
  }

  /** Who visits, often a volunteer, learns where to go and no more. */
  private Optional<String> address(SocialAssistanceRequest request) {
    return facts
        .person(request.benefit().number())
        .map(Person::details)
        .map(
            details ->
                Stream.of(details.address(), details.village())
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", ")))
        .filter(address -> !address.isEmpty());
  }

  private void addDecision(
      FormContext context, SocialAssistanceRequest request, Map<String, Object> view) {
    var benefit = request.benefit();
    view.put("amount", benefit.amount().toString());
    view.put("from", Days.of(benefit.from()));
    view.put("until", Days.of(benefit.until()));
    view.put("recipient", facts.nameOf(benefit.recipient()));
    view.put("ground", ground(context).orElse(""));
    view.put("refusal", refusal(context));
    text(context, Variables.PAYMENT_LABEL.name())
        .ifPresent(part -> view.put("part", request.wordsOf(part)));
  }

  private void addDeliveries(
      Benefit granted, SocialAssistanceRequest request, Map<String, Object> view) {
    List<Payment> made = payments.of(granted.id());
    long paid = made.stream().filter(each -> each.status() == Payment.Status.PAID).count();
    view.put(
        "delivered",
        "%d of %d".formatted(paid + deliveries.count(granted.id()), request.instalments()));
    made.stream()
        .reduce((first, second) -> second)
        .flatMap(Payment::statusReason)
        .ifPresent(problem -> view.put("paymentProblem", problem));
  }

  private static Optional<String> ground(FormContext context) {
    return text(context, Variables.ASSISTANCE_GROUND.name()).map(SocialAssistanceForms::inWords);
  }

  /** What the table found, as the one reads it who decides or explains. */
  private static String inWords(String ground) {
    return switch (ground) {
      case "STRUCK_BY_DISASTER" -> "a disaster has struck them";
      case "VICTIM_OF_VIOLENCE" -> "they suffered violence";
      case "POOR" -> "they are poor";
      case "STRUCK_AND_NEAR_POVERTY" -> "something has struck them, and they live near poverty";
      case "POOR_WITH_A_WAGE" -> "they are poor, but somebody in the household earns a wage";
      case "STRUCK_AND_BETTER_OFF" -> "something has struck them, but they are not near poverty";
      case "NOT_REGISTERED" -> "they are not in the register (DTSEN)";
      case "STRENGTHENS_A_GROUP" -> "it strengthens a group or an institution";
      case "RECEIVES_THE_SAME" -> "they get the same from elsewhere";
      case "NEITHER_POOR_NOR_STRUCK" -> "they are not poor, and nothing has struck them";
      default -> Words.of(ground);
    };
  }

  /** Why it is not granted, by whoever said so. */
  private String refusal(FormContext context) {
    boolean byTable =
        text(context, Variables.ASSISTANCE_ELIGIBILITY.name())
            .filter("NOT_ELIGIBLE"::equals)
            .isPresent();
    Stream<Optional<String>> reasons =
        Stream.of(
            byTable ? ground(context) : Optional.empty(),
            submitted(context, "decide-on-assistance")
                .filter(said -> said.text("assistanceAllowed").equals("NO"))
                .flatMap(said -> said.findText("reason")),
            submitted(context, VISIT).flatMap(said -> said.findText("reason")),
            benefit(context).flatMap(Benefit::statusReason));
    return reasons.flatMap(Optional::stream).collect(Collectors.joining("; "));
  }

  private Optional<Benefit> benefit(FormContext context) {
    return text(context, Variables.BENEFIT_ID.name()).map(UUID::fromString).map(benefits::get);
  }

  private Optional<Submission> submitted(FormContext context, String form) {
    return submissions.latest(context.processInstanceId().orElseThrow(), form);
  }

  private static Optional<String> text(FormContext context, String variable) {
    @Nullable Object value = context.variables().get(variable);
    return Optional.ofNullable(value).map(Object::toString);
  }
}
