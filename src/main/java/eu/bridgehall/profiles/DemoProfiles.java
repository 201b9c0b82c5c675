package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ProfileContent;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Makes the profiles of the demonstration, by the same steps and checks as every other. */
@Singleton
public class DemoProfiles {
  private final ProfileStart start;
  private final Profiles profiles;

  DemoProfiles(ProfileStart start, Profiles profiles) {
    this.start = start;
    this.profiles = profiles;
  }

  /**
   * A confirmed profile, marked as demo, without a member.
   *
   * @param content makes what is written in it from what it starts with
   * @throws eu.bridgehall.kernel.DomainException.Conflict where its place is taken
   * @throws eu.bridgehall.kernel.DomainException.Invalid naming what is wrong or missing
   */
  @Transactional
  public Profile confirmed(StartAuthority request, UnaryOperator<ProfileContent> content) {
    Profile draft = start.startDemo(request);
    UUID id = draft.id();
    Actor owner = ownerOf(id);
    Profile edited = profiles.edit(owner, id, draft.version(), content);
    Profile submitted = profiles.step(owner, id, edited.version(), ProfileAction.SUBMIT, null);
    return profiles.step(Actor.service(), id, submitted.version(), ProfileAction.CONFIRM, null);
  }

  /** The service in the place of the owner that a demo profile does not have. */
  private static Actor ownerOf(UUID authority) {
    Actor service = Actor.service();
    return new Actor(null, null, service.roles(), Map.of(authority, MemberRole.OWNER), Map.of());
  }
}
