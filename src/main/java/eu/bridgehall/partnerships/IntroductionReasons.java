package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.partnerships.model.DeclineReason;
import eu.bridgehall.partnerships.model.RejectReason;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reasons that a person chooses from, and the check of what she has chosen. */
@Singleton
public class IntroductionReasons {
  private static final int LONGEST = 1000;
  private final Messages messages;

  IntroductionReasons(Messages messages) {
    this.messages = messages;
  }

  /** All reasons, named in a language of the interface. */
  public ReasonLists list(Locale language) {
    return new ReasonLists(
        Stream.of(DeclineReason.values()).map(r -> decline(r.id(), language)).toList(),
        Stream.of(RejectReason.values()).map(r -> reject(r.id(), language)).toList());
  }

  /**
   * The reason for declining as it is kept.
   *
   * @throws DomainException.Invalid with each field that is wrong
   */
  static Chosen declining(StepReason sent) {
    return check(sent, DeclineReason.class, DeclineReason.OTHER);
  }

  /**
   * The reason for rejecting as it is kept.
   *
   * @throws DomainException.Invalid with each field that is wrong
   */
  static Chosen rejecting(StepReason sent) {
    return check(sent, RejectReason.class, RejectReason.OTHER);
  }

  private static <E extends Enum<E> & Coded> Chosen check(
      StepReason sent, Class<E> reasons, E needsText) {
    FieldChecks checks = new FieldChecks();
    E reason = checks.choice("reason", sent.reason(), reasons);
    String text =
        reason == needsText
            ? checks.text("text", sent.text(), LONGEST)
            : checks.optionalText("text", sent.text(), LONGEST);
    checks.done();
    return new Chosen(Objects.requireNonNull(reason).id(), text);
  }

  private Reason decline(String id, Locale language) {
    return new Reason(id, messages.text(language, "introductions.declineReason." + id));
  }

  private Reason reject(String id, Locale language) {
    return new Reason(id, messages.text(language, "introductions.rejectReason." + id));
  }

  /** A reason that was found to be on its list. */
  record Chosen(String reason, @Nullable String text) {}

  /** The reasons for each step that needs one. */
  @Serdeable
  public record ReasonLists(List<Reason> decline, List<Reason> reject) {}

  /** One reason and its name in the language asked for. */
  @Serdeable
  public record Reason(String id, String name) {}
}
