package eu.bridgehall.platform.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a percent sign in an address that begins no escape for a percent sign, as browsers do: who
 * types {@code /find?q=50%} looks for that. The framework would refuse it before it is known who
 * asks for what, with no page to tell people so.
 */
@Singleton
class PercentSigns implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private static final Pattern ALONE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** The address with every such sign written as an address has it. */
  static String escaped(String address) {
    return address.indexOf('%') < 0 ? address : ALONE.matcher(address).replaceAll("%25");
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    NettyServerCustomizer.Registry registry = event.getBean();
    registry.register(new Connection(null));
    return registry;
  }

  private record Connection(@Nullable Channel channel) implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel opened, ChannelRole role) {
      return new Connection(opened);
    }

    @Override
    public void onStreamPipelineBuilt() {
      ChannelPipeline pipeline = channel == null ? null : channel.pipeline();
      String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
      if (pipeline != null && pipeline.get(codec) != null) {
        pipeline.addAfter(codec, "percent-signs", new Escaping());
      }
    }
  }

  private static final class Escaping extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest request) {
        request.setUri(escaped(request.uri()));
      }
      context.fireChannelRead(message);
    }
  }
}
