package eu.bridgehall.platform.start;

import eu.bridgehall.platform.CannotStart;
import eu.bridgehall.platform.DataFolder;
import eu.bridgehall.platform.SigningKey;
import eu.bridgehall.platform.SiteAddress;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanInitializedEventListener;
import io.micronaut.context.event.BeanInitializingEvent;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * All that is looked at before the service begins, in this order: what is wrong ends the start with
 * one line that says what to change. It is made before the data source is, as listeners to that
 * are; what starts something itself asks for it.
 */
@Singleton
public class StartChecks implements BeanInitializedEventListener<DatasourceConfiguration> {
  /** The environment in which a part of the program works without answering requests. */
  public static final String COMMAND = FreePort.COMMAND;

  /**
   * The environment of commands that read the database alone: nothing is loaded or indexed for
   * them, so that they can run beside the service.
   */
  public static final String READING = "reading";

  /**
   * Looks at everything; the parts look for themselves when they are made, in the order in which
   * they are asked for.
   *
   * @throws CannotStart naming the first thing that is wrong
   */
  StartChecks(
      SettingsCheck settings,
      SiteAddress address,
      Messages messages,
      DataFolder data,
      @Nullable FreePort port,
      SigningKey key,
      DatabaseWithinReach database) {}

  @Override
  public DatasourceConfiguration onInitialized(
      BeanInitializingEvent<DatasourceConfiguration> event) {
    return event.getBean();
  }
}
