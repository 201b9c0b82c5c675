package eu.bridgehall.moderation;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.SecretKeys;
import eu.bridgehall.platform.SigningKey;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The links by which somebody whose account is suspended reads the decisions that concern her, and
 * appeals, for she cannot sign in: about her account, what she has written, and an authority that
 * nobody else acts for. A link names the decision and the person and is signed when the mail is
 * written, so that nothing is kept for it; it goes to her address alone, opens that statement, and
 * outlives a change of the signing key as second factors do. It ends when the decision is over and
 * nobody can appeal against it any more, and with what it concerns her by.
 */
@Singleton
public class StatementLinks {
  /** Below it stands the token. */
  public static final String PATH = "/statements/";

  private static final int IDS_BYTES = 32;
  private static final int MAC_BYTES = 16;

  private static final int MOST = 100;

  private final DecisionRepository decisions;
  private final AppealRepository against;
  private final ModerationPermission permission;
  private final Statements statements;
  private final Appeals appeals;
  private final People people;
  private final ModerationSettings settings;
  private final Clock clock;
  private final List<byte[]> keys;

  StatementLinks(
      DecisionRepository decisions,
      AppealRepository against,
      ModerationPermission permission,
      Statements statements,
      Appeals appeals,
      People people,
      ModerationSettings settings,
      Clock clock,
      SecretKeys keys) {
    this.decisions = decisions;
    this.against = against;
    this.permission = permission;
    this.statements = statements;
    this.appeals = appeals;
    this.people = people;
    this.settings = settings;
    this.clock = clock;
    this.keys = keys.derive("statement-link");
  }

  /**
   * What keeps to a language at the end of such an address, for who has no account to say which.
   */
  public static String in(Locale language) {
    return "?lang=" + language.toLanguageTag();
  }

  /**
   * Where a person reads the statement of a decision without signing in; empty where she can sign
   * in, or such a link would lead nowhere.
   */
  @Transactional
  public Optional<String> find(UUID decision, UUID person) {
    return people
        .find(person)
        .filter(Person::suspended)
        .flatMap(p -> decisions.find(decision))
        .filter(d -> holder(d, person).isPresent() && !isOver(d))
        .map(d -> path(decision, person));
  }

  /** Where its statement stands for this person. */
  String path(UUID decision, UUID person) {
    byte[] ids = bytes(decision, person);
    ByteBuffer token = ByteBuffer.allocate(MAC_BYTES + IDS_BYTES);
    token.put(mac(keys.getFirst(), ids)).put(ids);
    return PATH + Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  /**
   * The decisions beside those about her account that a person can still appeal against, the newest
   * first.
   *
   * @param authorities those that she alone acts for
   */
  @Transactional
  public List<StatementResponse> listAppealable(UUID person, Set<UUID> authorities) {
    List<Decision> found =
        decisions.listConcerning(person, authorities, 0, MOST).stream()
            .filter(d -> !d.isAboutAccount())
            .toList();
    return people.findHolder(person).stream()
        .flatMap(holder -> found.stream().map(d -> statements.get(holder, d.id())))
        .filter(StatementResponse::mayAppeal)
        .toList();
  }

  /**
   * Whether who has a link cannot sign in.
   *
   * @throws DomainException.NotFound where it is no link of ours, or opens nothing any more
   */
  @Transactional
  public boolean isSuspended(String token) {
    return isSuspended(read(token).holder());
  }

  /**
   * Who has a link and cannot sign in.
   *
   * @throws DomainException.NotFound where it is no link of ours, or opens nothing any more
   * @throws DomainException.Conflict where she can
   */
  @Transactional
  Actor suspended(String token) {
    Actor holder = read(token).holder();
    if (!isSuspended(holder)) {
      throw new DomainException.Conflict("decisions.account.open");
    }
    return holder;
  }

  private boolean isSuspended(Actor holder) {
    return people.get(holder.person()).suspended();
  }

  /**
   * The statement of reasons that a link leads to.
   *
   * @throws DomainException.NotFound where it is no link of ours, or opens nothing any more
   */
  @Transactional
  public StatementResponse get(String token) {
    Opened opened = read(token);
    return statements.get(opened.holder(), opened.decision());
  }

  /**
   * Appeals, as {@link Appeals#appeal} does for who is signed in.
   *
   * @throws DomainException.NotFound where it is no link of ours, or opens nothing any more
   * @throws DomainException.Invalid without a text
   * @throws DomainException.Conflict where she has appealed before, or it is too late
   */
  @Transactional
  public StatementResponse appeal(String token, TextRequest request) {
    Opened opened = read(token);
    return appeals.appeal(opened.holder(), opened.decision(), request);
  }

  private Optional<Actor> holder(Decision decision, UUID person) {
    return people.findHolder(person).filter(actor -> permission.isConcerned(actor, decision));
  }

  /** Whether it does nothing any more, and nothing can be said against it. */
  private boolean isOver(Decision d) {
    return d.isDone()
        && !clock
            .instant()
            .isBefore(Objects.requireNonNull(d.inForceAt()).plus(settings.appealWithin()))
        && against.listAgainst(List.of(d.id())).getOrDefault(d.id(), List.of()).stream()
            .noneMatch(Appeal::isOpen);
  }

  private Opened read(String token) {
    byte[] bytes = decoded(token);
    if (bytes.length != MAC_BYTES + IDS_BYTES) {
      throw unknown();
    }
    byte[] ids = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
    byte[] mac = Arrays.copyOf(bytes, MAC_BYTES);
    if (keys.stream().noneMatch(key -> MessageDigest.isEqual(mac(key, ids), mac))) {
      throw unknown();
    }
    ByteBuffer buffer = ByteBuffer.wrap(ids);
    Decision decision =
        decisions
            .find(new UUID(buffer.getLong(), buffer.getLong()))
            .orElseThrow(StatementLinks::over);
    UUID person = new UUID(buffer.getLong(), buffer.getLong());
    Actor holder = holder(decision, person).orElseThrow(StatementLinks::over);
    if (isOver(decision)) {
      throw over();
    }
    return new Opened(decision.id(), holder);
  }

  /**
   * What a link opens.
   *
   * @param holder who has it
   */
  private record Opened(UUID decision, Actor holder) {}

  private static byte[] decoded(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static byte[] mac(byte[] key, byte[] ids) {
    return Arrays.copyOf(SigningKey.sign(key, ids), MAC_BYTES);
  }

  private static byte[] bytes(UUID decision, UUID person) {
    return ByteBuffer.allocate(IDS_BYTES)
        .putLong(decision.getMostSignificantBits())
        .putLong(decision.getLeastSignificantBits())
        .putLong(person.getMostSignificantBits())
        .putLong(person.getLeastSignificantBits())
        .array();
  }

  private static DomainException over() {
    return new DomainException.NotFound("decisions.linkOver");
  }

  private static DomainException unknown() {
    return new DomainException.NotFound("decisions.linkUnknown");
  }
}
