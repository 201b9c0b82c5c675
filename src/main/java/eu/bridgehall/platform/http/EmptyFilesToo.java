package eu.bridgehall.platform.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.RequestBinderRegistry;
import io.micronaut.http.bind.binders.NonBlockingBodyArgumentBinder;
import io.micronaut.http.multipart.CompletedPart;
import io.micronaut.http.netty.body.NettyByteBodyFactory;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.http.server.netty.FormDataHttpContentProcessor;
import io.micronaut.http.server.netty.HttpContentProcessorAsReactiveProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.multipart.NettyCompletedAttribute;
import io.micronaut.http.server.netty.multipart.NettyCompletedFileUpload;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Lets forms with files come whole. The framework's own reader of them leaves out every part of no
 * length: somebody who has chosen an empty file would be told that it was sent.
 */
@Singleton
class EmptyFilesToo implements BeanCreatedEventListener<RequestBinderRegistry> {
  private final BeanProvider<NettyHttpServerConfiguration> configuration;

  EmptyFilesToo(BeanProvider<NettyHttpServerConfiguration> configuration) {
    this.configuration = configuration;
  }

  @Override
  public RequestBinderRegistry onCreated(BeanCreatedEvent<RequestBinderRegistry> event) {
    RequestBinderRegistry registry = event.getBean();
    registry.addArgumentBinder(new Binder(configuration));
    return registry;
  }

  private record Binder(BeanProvider<NettyHttpServerConfiguration> configuration)
      implements NonBlockingBodyArgumentBinder<MultipartBody> {
    @Override
    public Argument<MultipartBody> argumentType() {
      return Argument.of(MultipartBody.class);
    }

    @Override
    public BindingResult<MultipartBody> bind(
        ArgumentConversionContext<MultipartBody> context, HttpRequest<?> source) {
      if (!(source instanceof NettyHttpRequest<?> request)) {
        return BindingResult.empty();
      }
      Flux<HttpData> sent;
      try {
        sent =
            HttpContentProcessorAsReactiveProcessor.asPublisher(
                new FormDataHttpContentProcessor(request, configuration.get()),
                NettyByteBodyFactory.toByteBufs(request.byteBody()).map(DefaultHttpContent::new));
      } catch (RuntimeException noForm) {
        sent = Flux.error(noForm);
      }
      Set<HttpData> begun = new HashSet<>();
      Flux<CompletedPart> parts =
          sent.<CompletedPart>mapNotNull(data -> whole(data, begun))
              .doOnTerminate(() -> begun.forEach(HttpData::release));
      MultipartBody body = parts::subscribe;
      return () -> Optional.of(body);
    }

    /** The part where it is there; null while it is being read, and for a field without a text. */
    private static @Nullable CompletedPart whole(HttpData data, Set<HttpData> begun) {
      if (data.isCompleted() && data instanceof FileUpload file) {
        begun.remove(data);
        return new NettyCompletedFileUpload(file);
      }
      if (data.isCompleted() && data.length() > 0) {
        begun.remove(data);
        return new NettyCompletedAttribute((Attribute) data);
      }
      begun.add(data);
      return null;
    }
  }
}
