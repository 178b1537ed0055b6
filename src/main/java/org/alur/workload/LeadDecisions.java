package org.alur.workload;

import java.util.UUID;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps why somebody leads a case, for whoever asks later. */
@Component
class LeadDecisions {

  private final JdbcClient jdbc;

  LeadDecisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void file(LeadDecision decision) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO lead_decisions (id, case_number, how, lead, previous_lead, reason, weight,
              soft_limit, hard_limit, needed_skill, language, region_code, decided_by, decided_at,
              record_id)
            VALUES (:id, :number, :how, :lead, :previous, :reason, :weight, :soft, :hard, :skill,
              :language, :region, :by, :at, :record)
            """)
        .param("id", id)
        .param("number", decision.needs().number().value())
        .param("how", decision.how().name())
        .param("lead", decision.lead().orElse(null))
        .param("previous", decision.previousLead().orElse(null))
        .param("reason", decision.reason())
        .param("weight", decision.needs().weight())
        .param("soft", decision.limits().soft())
        .param("hard", decision.limits().hard())
        .param("skill", decision.needs().skill().orElse(null))
        .param("language", decision.needs().language().orElse(null))
        .param("region", decision.needs().regionCode().orElse(null))
        .param("by", decision.by().orElse(null))
        .param("at", Row.at(decision.at()))
        .param("record", decision.record().orElse(null))
        .update();
    int place = 1;
    for (var ranked : decision.considered()) {
      file(id, place++, ranked);
    }
  }

  private void file(UUID decision, int place, LeadChoice.Ranked ranked) {
    var candidate = ranked.candidate();
    jdbc.sql(
            """
            INSERT INTO lead_candidates (decision_id, place, user_id, points, caseload,
              speaks_language, has_skill, works_in_district, last_assigned_at, obstacles)
            VALUES (:decision, :place, :user, :points, :caseload, :language, :skill, :district,
              :last, :obstacles)
            """)
        .param("decision", decision)
        .param("place", place)
        .param("user", candidate.userId())
        .param("points", ranked.points())
        .param("caseload", candidate.caseload())
        .param("language", candidate.fit().speaksLanguage())
        .param("skill", candidate.fit().hasSkill())
        .param("district", candidate.fit().worksInDistrict())
        .param("last", candidate.lastAssigned().map(Row::at).orElse(null))
        .param(
            "obstacles",
            ranked.obstacles().stream().map(Enum::name).sorted().toArray(String[]::new))
        .update();
  }
}
