package org.alur.coercion;

import java.time.Clock;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The notices that were given of measures; none is changed later. */
@Component
public class MeasureNotices {

  private final JdbcClient database;
  private final Clock clock;

  MeasureNotices(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Files a notice. */
  @Transactional
  public void file(MeasureNotice notice) {
    var person = notice.toPerson();
    var family = notice.toFamily();
    database
        .sql(
            """
            INSERT INTO measure_notices (measure_id, person, person_told_at, person_told_how,
              person_reaction, person_reason, family, family_member, family_told_at, family_reason,
              legal_aid, legal_aid_provider, given_by, recorded_at, record_id)
            VALUES (:measure, :person, :personToldAt::timestamptz, :how, :reaction, :personReason,
              :family, :member, :familyToldAt::timestamptz, :familyReason, :legalAid, :provider,
              :by, :now, :record::uuid)
            """)
        .param("measure", notice.measure())
        .param("person", person.toldAt().isPresent() ? "TOLD" : "NOT_POSSIBLE")
        .param("personToldAt", person.toldAt().map(Row::at).orElse(null))
        .param("how", Row.code(person.how()))
        .param("reaction", person.reaction().orElse(null))
        .param("personReason", person.reason().orElse(null))
        .param("family", family.outcome().name())
        .param("member", family.member().orElse(null))
        .param("familyToldAt", family.toldAt().map(Row::at).orElse(null))
        .param("familyReason", family.reason().orElse(null))
        .param("legalAid", notice.legalAid().name())
        .param("provider", notice.legalAidProvider().orElse(null))
        .param("by", notice.givenBy())
        .param("now", Row.at(clock.instant()))
        .param("record", notice.record().orElse(null))
        .update();
  }
}
