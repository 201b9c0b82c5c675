package eu.bridgehall.notifications;

import eu.bridgehall.accounts.People;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.SigningKey;
import eu.bridgehall.platform.SiteAddress;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The links that switch mails off without signing in. A link names the person and the kind and is
 * signed, so that nothing is kept for it; it is good for as long as the signing key is.
 */
@Singleton
public class Unsubscription {
  /** Below it stands the token. */
  public static final String PATH = "/unsubscribe/";

  private static final int ID_BYTES = 16;
  private static final int MAC_BYTES = 16;

  private final NoticeChoices choices;
  private final People people;
  private final byte[] key;
  private final String baseUrl;
  private final String host;

  Unsubscription(NoticeChoices choices, People people, SigningKey key, SiteAddress site) {
    this.choices = choices;
    this.people = people;
    this.key = key.derive("unsubscribe");
    this.baseUrl = site.text();
    this.host = URI.create(site.text()).getHost();
  }

  /**
   * How a person switches mails of this name off; null where she cannot.
   *
   * @param mail as in {@link NewMail#kind}
   */
  RenderedMail.@Nullable Off of(UUID person, String mail, Locale language) {
    Optional<String> list =
        Digests.MAIL.equals(mail) ? Optional.of(mail) : NoticeKind.of(mail).map(Coded::id);
    return list.map(
            id ->
                new RenderedMail.Off(
                    baseUrl + PATH + token(person, id) + "?lang=" + language.toLanguageTag(),
                    id + "." + host))
        .orElse(null);
  }

  /**
   * What a link switches off now.
   *
   * @param digest whether it is the link of a digest
   * @param off the kinds that it switches off; empty where none comes any more that it is for
   * @param coming how those come that it leaves and that are not off
   */
  public record Way(boolean digest, List<NoticeKind> off, Map<NoticeKind, Delivery> coming) {}

  /**
   * What a link switches off, and what it leaves.
   *
   * @throws DomainException.NotFound where it is no link of ours
   */
  @Transactional
  public Way find(String token) {
    Named named = read(token);
    Map<NoticeKind, Delivery> coming = now(named.person());
    List<NoticeKind> off = kinds(named, coming);
    coming.keySet().removeAll(off);
    return new Way(Digests.MAIL.equals(named.list()), off, coming);
  }

  /**
   * Switches off what the link is for; nothing happens where it is off already.
   *
   * @return what comes after that
   * @throws DomainException.NotFound where it is no link of ours
   */
  @Transactional
  public Way switchOff(String token) {
    Named named = read(token);
    kinds(named, now(named.person())).forEach(kind -> choices.switchOff(named.person(), kind));
    return find(token);
  }

  /** How the kinds come that do; none to somebody who is gone. */
  private Map<NoticeKind, Delivery> now(UUID person) {
    if (people.find(person).isEmpty()) {
      return new EnumMap<>(NoticeKind.class);
    }
    Map<NoticeKind, Delivery> now = choices.of(person);
    now.values().removeIf(Delivery.OFF::equals);
    return now;
  }

  /** Of a digest all kinds that come with one now; of another mail its own kind. */
  private static List<NoticeKind> kinds(Named named, Map<NoticeKind, Delivery> coming) {
    return coming.keySet().stream()
        .filter(
            kind ->
                Digests.MAIL.equals(named.list())
                    ? coming.get(kind) != Delivery.AT_ONCE
                    : kind.id().equals(named.list()))
        .toList();
  }

  private String token(UUID person, String list) {
    byte[] content = content(person, list);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(MAC_BYTES + content.length).put(mac(content)).put(content).array());
  }

  private Named read(String token) {
    byte[] bytes = bytes(token);
    if (bytes.length <= MAC_BYTES + ID_BYTES) {
      throw unknown();
    }
    byte[] content = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
    if (!MessageDigest.isEqual(mac(content), Arrays.copyOf(bytes, MAC_BYTES))) {
      throw unknown();
    }
    ByteBuffer buffer = ByteBuffer.wrap(content);
    UUID person = new UUID(buffer.getLong(), buffer.getLong());
    return new Named(
        person, new String(content, ID_BYTES, content.length - ID_BYTES, StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private byte[] mac(byte[] content) {
    return Arrays.copyOf(SigningKey.sign(key, content), MAC_BYTES);
  }

  private static byte[] content(UUID person, String list) {
    byte[] name = list.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(ID_BYTES + name.length)
        .putLong(person.getMostSignificantBits())
        .putLong(person.getLeastSignificantBits())
        .put(name)
        .array();
  }

  private static DomainException unknown() {
    return new DomainException.NotFound("notices.unsubscribe.unknown");
  }

  private record Named(UUID person, String list) {}
}
