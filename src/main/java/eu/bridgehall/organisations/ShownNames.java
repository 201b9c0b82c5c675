package eu.bridgehall.organisations;

import eu.bridgehall.kernel.Actor;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What authorities are called before somebody who may see nothing of what they say of themselves.
 */
public interface ShownNames {
  /** The names of those of these organisations that are authorities, by id. */
  Map<UUID, String> of(Actor reader, Collection<UUID> authorities);
}
