package eu.bridgehall.audit;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the log is sealed.
 *
 * @param sealEvery pause between two looks for entries that are not sealed yet
 * @param checkEvery after which the service checks the whole chain by itself
 */
@ConfigurationProperties("bridgehall.audit")
record AuditSettings(
    @Within(min = "100ms", max = "1d") @Bindable(defaultValue = "10s") Duration sealEvery,
    @Within(min = "1m", max = "3650d") @Bindable(defaultValue = "24h") Duration checkEvery) {}
