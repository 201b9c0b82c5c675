package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of the terms, the privacy notice and the rules people have accepted. They accept
 * the newest ones when they ask for an account, and again where newer ones have come.
 */
@Singleton
public class Consents implements PersonalRecords {
  /** Message key of the refusal of pages for whoever has not accepted what is new. */
  public static final String MISSING = "accounts.termsMissing";

  static final String FIELD = "acceptTerms";
  static final String NOT_ACCEPTED = "accounts.acceptTerms";

  private final ConsentRepository consents;
  private final LegalTexts texts;
  private final AuditLog audit;
  private final Clock clock;

  Consents(ConsentRepository consents, LegalTexts texts, AuditLog audit, Clock clock) {
    this.consents = consents;
    this.texts = texts;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the person has still to accept. */
  @Transactional
  public List<LegalText> listMissing(Actor actor) {
    return listMissing(actor.person());
  }

  @Transactional
  List<LegalText> listMissing(UUID person) {
    Set<LegalText> given =
        consents.list(person).stream()
            .map(ConsentRepository.Row::text)
            .collect(Collectors.toCollection(HashSet::new));
    return texts.current().stream().filter(text -> !given.contains(text)).toList();
  }

  /**
   * Accepts the newest versions.
   *
   * @throws DomainException.Invalid where the person has not said that she does
   */
  @Transactional
  public void accept(Actor actor, @Nullable Boolean accepted) {
    if (!Boolean.TRUE.equals(accepted)) {
      throw new DomainException.Invalid(FIELD, NOT_ACCEPTED);
    }
    List<LegalText> missing = listMissing(actor);
    if (!missing.isEmpty()) {
      record(actor.person(), missing, now());
      audit.record(actor, "account.accept", actor.person(), Map.of("texts", coded(missing)));
    }
  }

  /** Keeps what a person has accepted, in the caller's transaction. */
  @Transactional
  void record(UUID person, List<LegalText> accepted, Instant at) {
    accepted.forEach(text -> consents.add(person, text, at));
  }

  /** The newest versions, as they are kept until there is an account. */
  String current() {
    return coded(texts.current());
  }

  /** What was kept so, of versions that there are. */
  List<LegalText> decoded(@Nullable String coded) {
    return coded == null
        ? List.of()
        : Arrays.stream(coded.split(",", -1))
            .map(one -> one.split(" ", -1))
            .map(one -> texts.get(LegalDocument.valueOf(one[0]), Integer.valueOf(one[1])))
            .toList();
  }

  private static String coded(List<LegalText> texts) {
    return texts.stream()
        .map(text -> text.document() + " " + text.version())
        .collect(Collectors.joining(","));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public String name() {
    return "consents";
  }

  @Override
  public Object collect(Person person) {
    return consents.list(person.id()).stream()
        .map(
            row ->
                new Given(
                    row.text().document().id(), row.text().version(), row.text().date(), row.at()))
        .toList();
  }

  @Override
  public void erase(Person person) {
    consents.deleteAllOf(person.id());
  }

  /**
   * What the person has accepted.
   *
   * @param versionDate from which that version applies
   */
  @Serdeable
  record Given(String document, int version, LocalDate versionDate, Instant acceptedAt) {}
}
