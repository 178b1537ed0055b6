package org.alur.deployment;

import java.util.List;
import org.alur.engine.Platform;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Deploys the models that Alur brings along: one deployment a process, with the forms and decisions
 * that it refers to, under stable names. What has not changed since the last start is not deployed
 * again.
 */
@Component
class ModelDeployer implements InitializingBean {

  static final String SOURCE = "Alur";

  private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);

  private final RepositoryService repository;
  private final BundledModels models;

  ModelDeployer(RepositoryService repository, BundledModels models) {
    this.repository = repository;
    this.models = models;
  }

  /**
   * Deploys before anything that looks for deployed models starts, and before the server answers.
   */
  @Override
  public void afterPropertiesSet() {
    List<ModelGroup> groups = models.groups();
    long changed = groups.stream().filter(this::deploy).count();
    LOG.info("Models: {} processes, {} of them new or changed.", groups.size(), changed);
  }

  private boolean deploy(ModelGroup group) {
    long before = count(group);
    DeploymentBuilder builder =
        repository
            .createDeployment()
            .name(group.key())
            .source(SOURCE)
            .enableDuplicateFiltering(false);
    group.resources().forEach(builder::addString);
    Deployment deployment = Platform.call(builder::deploy);
    LOG.debug("Process {} is in deployment {}.", group.key(), deployment.getId());
    return count(group) > before;
  }

  private long count(ModelGroup group) {
    return repository.createDeploymentQuery().deploymentName(group.key()).count();
  }
}
