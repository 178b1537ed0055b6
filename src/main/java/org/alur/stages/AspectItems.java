package org.alur.stages;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.alur.empowerment.Aspect;
import org.alur.empowerment.AspectScores;
import org.alur.empowerment.FourAspects;
import org.alur.empowerment.Livelihood;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Reads what a person said about the four aspects, five sentences each. */
@Component
class AspectItems {

  private static final Map<Aspect, String> GROUPS =
      Map.of(
          Aspect.CHOICES, "choices",
          Aspect.FREEDOM, "freedom",
          Aspect.RESOURCES, "resources",
          Aspect.GRASSROOTS_POWER, "grassrootsPower");

  private final FourAspects aspects;

  AspectItems(FourAspects aspects) {
    this.aspects = aspects;
  }

  /** Files the scores of a person with the facts beside them. */
  void file(FiledForm form, UUID activity, String person) {
    aspects.file(
        new FourAspects.Rating(
            form.number(),
            activity,
            UUID.fromString(person),
            scores(form.said()),
            new Livelihood(
                Amounts.of(form.said(), "monthlyIncome"), Amounts.of(form.said(), "savings")),
            form.by(),
            form.record()));
  }

  private static AspectScores scores(Submission said) {
    Map<Aspect, List<Integer>> items = new EnumMap<>(Aspect.class);
    GROUPS.forEach((aspect, group) -> items.put(aspect, ratings(said, group)));
    return AspectScores.ofItems(items);
  }

  private static List<Integer> ratings(Submission said, String group) {
    var all = (Map<?, ?>) Objects.requireNonNull(said.values().get("aspects"));
    var ratings = (Map<?, ?>) Objects.requireNonNull(all.get(group));
    return ratings.values().stream().map(value -> Integer.valueOf(value.toString())).toList();
  }
}
