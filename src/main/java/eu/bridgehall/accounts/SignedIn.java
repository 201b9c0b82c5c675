package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.Map;

/**
 * A person whose token was found good, for the rules on endpoints: {@code @Secured} names platform
 * roles.
 */
final class SignedIn implements Authentication {
  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final String name;
  private final boolean owesSecondFactor;
  private final boolean owesConsent;

  /**
   * @param owesSecondFactor whether the person must have a second factor and has none
   * @param owesConsent whether she must accept newer texts before she sees a page
   */
  SignedIn(Actor actor, boolean owesSecondFactor, boolean owesConsent) {
    this.actor = actor;
    this.owesSecondFactor = owesSecondFactor;
    this.owesConsent = owesConsent;
    this.name = actor.person().toString();
  }

  Actor actor() {
    return actor;
  }

  boolean owesSecondFactor() {
    return owesSecondFactor;
  }

  boolean owesConsent() {
    return owesConsent;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Collection<String> getRoles() {
    return actor.roles().stream().map(Enum::name).toList();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }
}
