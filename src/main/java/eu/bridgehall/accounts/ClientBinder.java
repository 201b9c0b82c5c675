package eu.bridgehall.accounts;

import eu.bridgehall.platform.http.ClientAddress;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives a controller method that takes a {@link Client} the one that the request comes from. */
@Singleton
class ClientBinder implements TypedRequestArgumentBinder<Client> {
  private final ClientAddress addresses;

  ClientBinder(ClientAddress addresses) {
    this.addresses = addresses;
  }

  @Override
  public Argument<Client> argumentType() {
    return Argument.of(Client.class);
  }

  @Override
  public BindingResult<Client> bind(
      ArgumentConversionContext<Client> context, HttpRequest<?> source) {
    Client client =
        Client.of(addresses.of(source), source.getHeaders().get(HttpHeaders.USER_AGENT));
    return () -> Optional.of(client);
  }
}
