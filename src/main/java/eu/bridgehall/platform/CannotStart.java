package eu.bridgehall.platform;

/**
 * The program cannot run as it is set up or where it is; the message tells its operator what to
 * change.
 */
public final class CannotStart extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public CannotStart(String message) {
    super(message);
  }

  public CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
