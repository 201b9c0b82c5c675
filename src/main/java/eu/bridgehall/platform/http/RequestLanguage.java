package eu.bridgehall.platform.http;

import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.server.binding.LocaleArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives a controller method that takes a {@link Locale} the language of the answer. The framework's
 * own binder, which this one replaces, refuses a request that names no language.
 */
@Singleton
@Replaces(LocaleArgumentBinder.class)
public class RequestLanguage implements TypedRequestArgumentBinder<Locale> {
  /**
   * Attribute of a request whose language was chosen otherwise than by its header: a {@link
   * Locale}.
   */
  public static final String CHOSEN = "bridgehall.language";

  private final Messages messages;

  RequestLanguage(Messages messages) {
    this.messages = messages;
  }

  /**
   * The language that was chosen for the request, else the interface's language that suits its
   * Accept-Language best.
   */
  public Locale of(HttpRequest<?> request) {
    return request.getAttribute(CHOSEN, Locale.class).orElseGet(() -> accepted(request));
  }

  /** The language of the request that is being answered; English where none is. */
  public Locale now() {
    return ServerRequestContext.currentRequest().map(this::of).orElse(Locale.ENGLISH);
  }

  private Locale accepted(HttpRequest<?> request) {
    return messages.fromAcceptLanguage(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE));
  }

  @Override
  public Argument<Locale> argumentType() {
    return Argument.of(Locale.class);
  }

  @Override
  public BindingResult<Locale> bind(
      ArgumentConversionContext<Locale> context, HttpRequest<?> source) {
    Locale language = of(source);
    return () -> Optional.of(language);
  }
}
