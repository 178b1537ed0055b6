package org.alur.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.alur.engine.Platform;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlurTest
class ServiceCatalogueTest {

  @Autowired ServiceCatalogue catalogue;
  @Autowired ServicesController controller;
  @Autowired ProcessEngine engine;

  @Test
  void the_services_of_a_field_are_the_processes_in_its_namespace() {
    assertThat(catalogue.of(Field.SOCIAL_REHABILITATION))
        .extracting(SocialService::key)
        .contains("family-casework", "child-guidance")
        .doesNotContain("intake", "planned-activity", "social-rehabilitation");
    assertThat(catalogue.find(Field.SOCIAL_SECURITY, "family-casework")).isEmpty();
  }

  @Test
  void a_service_is_described_in_the_words_of_its_model() {
    var service = catalogue.find(Field.SOCIAL_REHABILITATION, "child-guidance").orElseThrow();

    assertThat(service.name()).isEqualTo("Child guidance");
    assertThat(service.description()).startsWith("Child guidance (bimbingan anak)");
  }

  @Test
  void a_service_is_there_as_soon_as_its_process_is_deployed() {
    var model =
        Bpmn.createExecutableProcess("mending-nets")
            .name("Mending nets")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .endEvent()
            .done();
    model.getDefinitions().setTargetNamespace("social-empowerment");
    String deployment =
        Platform.call(
            () ->
                engine
                    .getRepositoryService()
                    .createDeployment()
                    .addModelInstance("mending-nets.bpmn", model)
                    .deploy()
                    .getId());
    try {
      assertThat(catalogue.of(Field.SOCIAL_EMPOWERMENT))
          .extracting(SocialService::name)
          .contains("Mending nets");
    } finally {
      Platform.run(() -> engine.getRepositoryService().deleteDeployment(deployment, true));
    }
  }

  @Test
  void requests_can_be_received_in_every_field() {
    assertThat(controller.list())
        .extracting(ServicesController.FieldView::key)
        .containsExactly(
            "social-rehabilitation", "social-protection", "social-security", "social-empowerment");
    assertThat(controller.list()).allMatch(ServicesController.FieldView::open);
    assertThat(controller.list())
        .extracting(ServicesController.FieldView::name)
        .containsExactly(
            "Social rehabilitation", "Social protection", "Social security", "Social empowerment");
    assertThat(controller.list().get(0).services()).isNotEmpty();
  }
}
