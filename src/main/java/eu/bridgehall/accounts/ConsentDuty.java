package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.DemoMode;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** Who must accept newer texts before going on; the people of a demonstration have. */
@Singleton
class ConsentDuty {
  private final Consents consents;
  private final PersonRepository people;
  private final DemoMode demo;

  ConsentDuty(Consents consents, PersonRepository people, DemoMode demo) {
    this.consents = consents;
    this.people = people;
    this.demo = demo;
  }

  @Transactional
  boolean isOwed(Actor actor) {
    return !consents.listMissing(actor).isEmpty() && !isDemo(actor);
  }

  private boolean isDemo(Actor actor) {
    return demo.isOn()
        && people.findById(actor.person()).filter(p -> DemoAccounts.isDemo(p.email())).isPresent();
  }
}
