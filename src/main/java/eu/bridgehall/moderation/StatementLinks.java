package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.SecretKeys;
import eu.bridgehall.platform.SigningKey;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The links by which somebody whose account is suspended reads why, and appeals, for she cannot
 * sign in. A link names the decision and is signed, so that nothing is kept for it; it goes to her
 * address alone, opens nothing but that statement, and outlives a change of the signing key as
 * second factors do.
 */
@Singleton
public class StatementLinks {
  /** Below it stands the token. */
  public static final String PATH = "/statements/";

  private static final int ID_BYTES = 16;
  private static final int MAC_BYTES = 16;

  private final DecisionRepository decisions;
  private final Statements statements;
  private final Appeals appeals;
  private final List<byte[]> keys;

  StatementLinks(
      DecisionRepository decisions, Statements statements, Appeals appeals, SecretKeys keys) {
    this.decisions = decisions;
    this.statements = statements;
    this.appeals = appeals;
    this.keys = keys.derive("statement-link");
  }

  /**
   * What keeps to a language at the end of such an address, for who has no account to say which.
   */
  public static String in(Locale language) {
    return "?lang=" + language.toLanguageTag();
  }

  /** Where the statement of a decision about an account stands for who has the link. */
  public String path(UUID decision) {
    byte[] id = bytes(decision);
    ByteBuffer token = ByteBuffer.allocate(MAC_BYTES + ID_BYTES);
    token.put(mac(keys.getFirst(), id)).put(id);
    return PATH + Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  /**
   * The statement of reasons that a link leads to.
   *
   * @throws DomainException.NotFound where it is no link of ours
   */
  @Transactional
  public StatementResponse get(String token) {
    Decision decision = read(token);
    return statements.get(holder(decision), decision.id());
  }

  /**
   * Appeals, as {@link Appeals#appeal} does for who is signed in.
   *
   * @throws DomainException.NotFound where it is no link of ours
   * @throws DomainException.Invalid without a text
   * @throws DomainException.Conflict where she has appealed before, or it is too late
   */
  @Transactional
  public StatementResponse appeal(String token, TextRequest request) {
    Decision decision = read(token);
    return appeals.appeal(holder(decision), decision.id(), request);
  }

  /** Who has the link, in no session and no role. */
  private static Actor holder(Decision decision) {
    return new Actor(decision.subject(), null, Set.of(), Map.of(), Map.of());
  }

  private Decision read(String token) {
    byte[] bytes = decoded(token);
    if (bytes.length != MAC_BYTES + ID_BYTES) {
      throw unknown();
    }
    byte[] id = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
    byte[] mac = Arrays.copyOf(bytes, MAC_BYTES);
    if (keys.stream().noneMatch(key -> MessageDigest.isEqual(mac(key, id), mac))) {
      throw unknown();
    }
    ByteBuffer buffer = ByteBuffer.wrap(id);
    return decisions
        .find(new UUID(buffer.getLong(), buffer.getLong()))
        .filter(Decision::isAboutAccount)
        .orElseThrow(StatementLinks::unknown);
  }

  private static byte[] decoded(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static byte[] mac(byte[] key, byte[] id) {
    return Arrays.copyOf(SigningKey.sign(key, id), MAC_BYTES);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(ID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static DomainException unknown() {
    return new DomainException.NotFound("decisions.linkUnknown");
  }
}
