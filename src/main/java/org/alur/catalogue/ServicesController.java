package org.alur.catalogue;

import java.util.Arrays;
import java.util.List;
import org.alur.engine.DeployedModels;
import org.alur.engine.DeployedModels.DeployedProcess;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells which fields and services there are. */
@RestController
@RequestMapping("/api/services")
class ServicesController {

  /**
   * A field.
   *
   * @param code the two letters with which its case numbers begin
   * @param open whether requests can be received, that is, its process is deployed
   */
  record FieldView(
      String key,
      String code,
      String name,
      String description,
      boolean open,
      List<ServiceView> services) {}

  /** A service. */
  record ServiceView(String key, String name, String description) {}

  private final ServiceCatalogue catalogue;
  private final DeployedModels models;

  ServicesController(ServiceCatalogue catalogue, DeployedModels models) {
    this.catalogue = catalogue;
    this.models = models;
  }

  @GetMapping
  List<FieldView> list() {
    return Arrays.stream(Field.values()).map(this::view).toList();
  }

  private FieldView view(Field field) {
    var process = models.find(field.key());
    return new FieldView(
        field.key(),
        field.code(),
        process.map(DeployedProcess::name).orElseGet(() -> name(field)),
        process.map(DeployedProcess::documentation).orElse(""),
        process.isPresent(),
        catalogue.of(field).stream()
            .map(service -> new ServiceView(service.key(), service.name(), service.description()))
            .toList());
  }

  private static String name(Field field) {
    String words = field.key().replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
