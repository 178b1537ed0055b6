package org.alur.security;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How passwords are chosen and kept. */
@Component
class Passwords extends AbstractProcessEnginePlugin {

  private final int rounds;

  Passwords(@Value("${alur.security.password-rounds:" + SlowHash.ROUNDS + "}") int rounds) {
    this.rounds = rounds;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setPasswordEncryptor(new SlowHash(rounds));
    // Ten characters of four kinds; demo users are saved without this check.
    engine.setEnablePasswordPolicy(true);
  }
}
