package eu.bridgehall.partnerships;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalRecords;
import eu.bridgehall.partnerships.Introduction.Step;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The introductions that a person has asked for or answered; they stay with the authorities. */
@Singleton
class IntroductionRecords implements PersonalRecords {
  private final IntroductionRepository introductions;
  private final IntroductionSides sides;

  IntroductionRecords(IntroductionRepository introductions, IntroductionSides sides) {
    this.introductions = introductions;
    this.sides = sides;
  }

  @Override
  public String name() {
    return "introductions";
  }

  @Override
  public Object collect(Person person) {
    return introductions.listAllBy(person.id()).stream()
        .flatMap(
            i ->
                Stream.concat(
                    sides.of(i.id()).values().stream()
                        .map(side -> done(i, "answered", side.step(), null)),
                    Stream.of(
                        done(i, i.isProposed() ? "proposed" : "asked", i.asking(), i.text()),
                        done(i, "reviewed", i.review(), null),
                        done(i, "answered", i.isProposed() ? null : i.answer(), null),
                        done(i, "withdrew", i.withdrawal(), null))))
        .filter(d -> d != null && d.by().equals(person.id()))
        .toList();
  }

  private static @Nullable Done done(
      Introduction i, String did, @Nullable Step step, @Nullable String text) {
    return step == null
        ? null
        : new Done(
            i.id(),
            i.from(),
            i.to(),
            i.status().id(),
            did,
            step.by(),
            step.at(),
            text,
            step.reason(),
            step.text());
  }

  /**
   * What the person did.
   *
   * @param text what she wrote to the other side; null where she did not ask
   * @param reason id of the reason that she gave
   * @param words what she added to it
   */
  @Serdeable
  record Done(
      UUID introduction,
      UUID from,
      UUID to,
      String status,
      String did,
      UUID by,
      Instant at,
      @Nullable String text,
      @Nullable String reason,
      @Nullable String words) {}
}
