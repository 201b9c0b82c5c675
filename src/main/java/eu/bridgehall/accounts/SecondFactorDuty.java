package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.DemoMode;
import io.micronaut.context.annotation.Property;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/**
 * Who must have a second factor: the people of the secretariat, but for a demonstration, whose
 * password everybody knows.
 */
@Singleton
class SecondFactorDuty {
  private final SecondFactorRepository factors;
  private final boolean required;

  SecondFactorDuty(
      SecondFactorRepository factors,
      DemoMode demo,
      @Property(name = "bridgehall.accounts.second-factor-for-secretariat", defaultValue = "true")
          boolean required) {
    this.factors = factors;
    this.required = required && !demo.isOn();
  }

  /** Whether this person must have one. */
  boolean concerns(Actor actor) {
    return required && actor.isSecretariat();
  }

  /** Whether this person must have one and has none. */
  @Transactional
  boolean isOwed(Actor actor) {
    return concerns(actor) && !factors.isOn(actor.person());
  }
}
