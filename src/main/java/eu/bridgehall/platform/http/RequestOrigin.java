package eu.bridgehall.platform.http;

import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** From where the request comes that is being answered, for what keeps a record of it. */
@Singleton
public class RequestOrigin {
  private final ClientAddress addresses;

  RequestOrigin(ClientAddress addresses) {
    this.addresses = addresses;
  }

  /** The network of the client's address; empty in jobs and commands, which answer nobody. */
  public Optional<String> network() {
    return ServerRequestContext.currentRequest().map(addresses::of).map(ClientAddress::network);
  }
}
