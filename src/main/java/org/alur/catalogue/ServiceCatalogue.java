package org.alur.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alur.engine.DeployedModels;
import org.springframework.stereotype.Component;

/**
 * The services of each field. Nobody keeps this list: a service is there as soon as its process is
 * deployed, with the key of its field as the model's namespace.
 */
@Component
public class ServiceCatalogue {

  private static final Set<String> FIELDS =
      Arrays.stream(Field.values()).map(Field::key).collect(Collectors.toSet());

  private final DeployedModels models;

  ServiceCatalogue(DeployedModels models) {
    this.models = models;
  }

  /** The services of a field, by name. */
  public List<SocialService> of(Field field) {
    return models.inCategory(field.key()).stream()
        .map(
            process ->
                new SocialService(process.key(), process.name(), field, process.documentation()))
        .toList();
  }

  /** A service of a field by its key. */
  public Optional<SocialService> find(Field field, String key) {
    return of(field).stream().filter(service -> service.key().equals(key)).findFirst();
  }

  /** The ids of the forms of all services. */
  public Set<String> forms() {
    return models.formsIn(FIELDS);
  }
}
