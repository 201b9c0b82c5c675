package eu.bridgehall.moderation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was found in a thing.
 *
 * @param signals by the place in which they were found, such as {@code summary-en}
 * @param texts the texts of those places, of which only a hash is kept
 */
record SignalFound(SortedMap<String, Set<Signal>> signals, SortedMap<String, String> texts) {
  /** Nothing yet. */
  SignalFound() {
    this(new TreeMap<>(), new TreeMap<>());
  }

  /** One finding, in a place that is the thing itself. */
  static SignalFound of(Collection<Signal> signals, String what) {
    SignalFound found = new SignalFound();
    found.add("", signals, what);
    return found;
  }

  /** Adds what was found in a place; nothing where nothing was. */
  void add(String place, Collection<Signal> found, String text) {
    if (!found.isEmpty()) {
      signals.computeIfAbsent(place, p -> EnumSet.noneOf(Signal.class)).addAll(found);
      texts.merge(place, text, (one, other) -> one + "\n" + other);
    }
  }

  boolean isEmpty() {
    return signals.isEmpty();
  }

  /** All signals, each once, in their order. */
  Set<Signal> all() {
    Set<Signal> all = EnumSet.noneOf(Signal.class);
    signals.values().forEach(all::addAll);
    return all;
  }

  /** The places in which something was found. */
  Collection<String> places() {
    return signals.keySet().stream().filter(place -> !place.isEmpty()).toList();
  }

  /** The same for the same findings in the same texts. */
  byte[] fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, Set<Signal>> entry : signals.entrySet()) {
        String line = entry.getKey() + '\n' + entry.getValue() + '\n' + texts.get(entry.getKey());
        digest.update((line + '\0').getBytes(StandardCharsets.UTF_8));
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
