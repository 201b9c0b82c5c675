package eu.bridgehall.platform.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes text for text, numbers for numbers and yes or no for yes or no. The framework would make
 * text of a number, and cut the fraction off one. The fields of a form are all text, and the
 * framework hands each on as a list of one.
 */
@Factory
class StrictValues {
  @Singleton
  Deserializer<String> text() {
    return new Strict<>(JsonNode::isString, JsonNode::getStringValue, Function.identity(), null);
  }

  @Singleton
  Deserializer<Boolean> yesOrNo() {
    return new Strict<>(
        JsonNode::isBoolean, JsonNode::getBooleanValue, StrictValues::yesOrNo, Boolean.FALSE);
  }

  @Singleton
  Deserializer<Integer> wholeNumber() {
    return new Strict<>(JsonNode::isNumber, n -> exact(n).intValueExact(), Integer::valueOf, 0);
  }

  @Singleton
  Deserializer<Long> largeNumber() {
    return new Strict<>(JsonNode::isNumber, n -> exact(n).longValueExact(), Long::valueOf, 0L);
  }

  private static Boolean yesOrNo(String field) {
    return switch (field) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static boolean isForm() {
    return ServerRequestContext.currentRequest()
        .flatMap(HttpRequest::getContentType)
        .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::matches)
        .isPresent();
  }

  private static BigDecimal exact(JsonNode number) {
    return new BigDecimal(number.getNumberValue().toString());
  }

  /**
   * Reads values of one kind.
   *
   * @param right whether a value is of this kind
   * @param value what it is
   * @param field what the text of a form's field is
   * @param left what a primitive is that is left out
   */
  private record Strict<T>(
      Predicate<JsonNode> right,
      Function<JsonNode, T> value,
      Function<String, T> field,
      @Nullable T left)
      implements Deserializer<T> {
    @Override
    public T deserialize(Decoder decoder, DecoderContext context, Argument<? super T> type)
        throws IOException {
      JsonNode node = decoder.decodeNode();
      try {
        if (right.test(node)) {
          return value.apply(node);
        }
        if (node.isArray() && node.size() == 1 && node.get(0).isString() && isForm()) {
          return field.apply(node.get(0).getStringValue());
        }
      } catch (ArithmeticException | IllegalArgumentException fractionOrTooLarge) {
        throw wrong(decoder, node);
      }
      throw wrong(decoder, node);
    }

    @Override
    public @Nullable T getDefaultValue(DecoderContext context, Argument<? super T> type) {
      return type.isPrimitive() ? left : null;
    }

    private static IOException wrong(Decoder decoder, JsonNode node) {
      return decoder.createDeserializationException("A value of the wrong type", node.getValue());
    }
  }
}
