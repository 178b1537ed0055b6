package org.alur.deployment;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the gate in front of everything that the engine deploys, whoever asks for it. */
@Configuration(proxyBeanMethods = false)
class GateConfiguration {

  @Bean
  AbstractProcessEnginePlugin deploymentGatePlugin(DeploymentGate gate) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        @Nullable List<Deployer> others = engine.getCustomPreDeployers();
        List<Deployer> deployers = new ArrayList<>(others == null ? List.of() : others);
        deployers.add(0, gate);
        engine.setCustomPreDeployers(deployers);
      }
    };
  }
}
