package eu.bridgehall.accounts;

import java.util.UUID;

/** Which authorities need no owner any more: asked of the profiles above, which know it. */
public interface ClosedAuthorities {
  /** Whether it is closed for good. */
  boolean isClosed(UUID authority);
}
