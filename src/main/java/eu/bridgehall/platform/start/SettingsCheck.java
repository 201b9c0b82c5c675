package eu.bridgehall.platform.start;

import eu.bridgehall.platform.CannotStart;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.reflect.ReflectionUtils;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks what is written for every setting of the product that a part of it is given: the framework
 * takes the default for a value that it cannot read, and says nothing. Which settings there are is
 * read from the parts themselves.
 */
@Singleton
class SettingsCheck {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsCheck.class);
  private static final String PRODUCT = "eu.bridgehall.";
  private static final String PREFIX = "bridgehall.";
  private static final String ANY = ".*.";

  /** Decides which parts there are, so that no part is given it. */
  private static final String EMBEDDED = "bridgehall.embedded-database";

  /** What begins as the settings do in the environment and is none. */
  private static final Set<String> NO_SETTINGS = Set.of("BRIDGEHALL_ADMIN_PASSWORD");

  private final Environment environment;

  SettingsCheck(ApplicationContext context) {
    this.environment = context.getEnvironment();
    List<BeanDefinition<?>> parts = parts(context);
    TreeMap<String, Argument<?>> settings = new TreeMap<>();
    settings.put(EMBEDDED, Argument.of(Boolean.class));
    for (BeanDefinition<?> part : parts) {
      for (Argument<?> argument : part.getConstructor().getArguments()) {
        argument
            .getAnnotationMetadata()
            .stringValue(Property.class, "name")
            .filter(name -> name.startsWith(PREFIX))
            .ifPresent(name -> settings.put(name, argument));
      }
    }
    Set<String> names = new TreeSet<>();
    settings.forEach((name, argument) -> names.addAll(check(name, argument, settings.keySet())));
    // what a group of settings says of itself as a whole, it says when it is made
    parts.stream()
        .filter(part -> part.hasStereotype(ConfigurationProperties.class))
        .forEach(context::getBean);
    warnOfUnknown(names);
  }

  private static List<BeanDefinition<?>> parts(ApplicationContext context) {
    List<BeanDefinition<?>> parts = new ArrayList<>();
    for (var reference : context.getBeanDefinitionReferences()) {
      if (reference.getBeanDefinitionName().startsWith(PRODUCT) && reference.isPresent()) {
        parts.add(reference.load(context));
      }
    }
    return parts;
  }

  /** Checks one setting, or one of each group of the same kind; gives the names that there are. */
  private Collection<String> check(String name, Argument<?> argument, Collection<String> all) {
    int group = name.indexOf(ANY);
    if (group < 0) {
      checkOne(name, argument);
      return Set.of(name);
    }
    String before = name.substring(0, group);
    String after = name.substring(group + ANY.length());
    Set<String> names = new TreeSet<>();
    for (String entry : environment.getPropertyEntries(before)) {
      String one = before + '.' + entry + '.' + after;
      if (environment.containsProperty(one)) {
        names.add(one);
        checkOne(one, argument);
      } else if (isGroup(before, entry, all)) {
        throw new CannotStart("The setting " + one + " is missing, or " + entry + " mistyped.");
      }
    }
    return names;
  }

  /** Whether one of its settings is there: of a variable's name every part might be a group's. */
  private boolean isGroup(String before, String entry, Collection<String> all) {
    return all.stream()
        .filter(name -> name.startsWith(before + ANY))
        .map(name -> name.replace(ANY, "." + entry + "."))
        .anyMatch(environment::containsProperty);
  }

  private void checkOne(String name, Argument<?> argument) {
    String written = environment.getProperty(name, String.class).orElse(null);
    if (written == null) {
      return;
    }
    Class<?> type = ReflectionUtils.getWrapperType(argument.getType());
    AnnotationMetadata rules = argument.getAnnotationMetadata();
    if (type == List.class || type == String.class) {
      List<String> texts = type == List.class ? List.of(written.split(",")) : List.of(written);
      String pattern = rules.stringValue(Written.class, "pattern").orElse("(?s).*");
      if (!texts.stream().map(String::strip).allMatch(t -> t.isEmpty() || t.matches(pattern))) {
        throw wrong(name, written, rules.stringValue(Written.class, "as").orElse("a text"));
      }
    } else if (type == Boolean.class) {
      // the framework takes whatever is not true for false
      if (!written.equals("true") && !written.equals("false")) {
        throw wrong(name, written, "true or false");
      }
    } else {
      checkValue(name, written, type, rules);
    }
  }

  private void checkValue(String name, String written, Class<?> type, AnnotationMetadata rules) {
    Object value = environment.getProperty(name, type).orElse(null);
    if (type.isEnum()) {
      if (value == null) {
        throw wrong(name, written, "one of " + ids(type));
      }
      return;
    }
    boolean span = type == Duration.class;
    String min = rules.stringValue(Within.class, "min").orElse(span ? "1ms" : "1");
    String max = rules.stringValue(Within.class, "max").orElse(span ? "3650d" : "1000000");
    if (value == null || compare(value, min, type) < 0 || compare(value, max, type) > 0) {
      String kind = span ? "a span of time such as 200ms, 10s, 15m, 1h or 14d" : "a whole number";
      throw wrong(name, written, kind + ", from " + min + " to " + max);
    }
  }

  @SuppressWarnings("unchecked") // both are of the type of the setting, which can be compared
  private int compare(Object value, String limit, Class<?> type) {
    Object other = environment.convertRequired(limit, type);
    return ((Comparable<Object>) value).compareTo(other);
  }

  private static String ids(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(", "));
  }

  private static CannotStart wrong(String name, @Nullable String written, String right) {
    boolean secret = name.endsWith("password") || name.endsWith("key");
    return new CannotStart(
        "The setting "
            + name
            + (secret ? " is not right" : " is \"" + written + "\"")
            + ": it must be "
            + right
            + ".");
  }

  /** A name that is none is not refused: platforms put names of their own into the environment. */
  private static void warnOfUnknown(Collection<String> names) {
    Set<String> known =
        Stream.concat(names.stream().map(SettingsCheck::variable), NO_SETTINGS.stream())
            .collect(Collectors.toSet());
    System.getenv().keySet().stream()
        .filter(v -> v.startsWith("BRIDGEHALL_") && !known.contains(v))
        .sorted()
        .forEach(v -> LOG.warn("There is no setting {}: what it says changes nothing", v));
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
