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

  SignedIn(Actor actor) {
    this.actor = actor;
    this.name = actor.person().toString();
  }

  Actor actor() {
    return actor;
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
