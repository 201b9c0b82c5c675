package eu.bridgehall.matching;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.discovery.AuthorityColumns;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.profiles.OwnWeights;
import eu.bridgehall.scoring.Weights;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What counts for an authority: its own weights once it has chosen some. They count in what is
 * suggested to it, and as its side of the score wherever others meet it.
 */
@Singleton
public class AuthorityWeights {
  private final Askers askers;
  private final OwnWeights weights;
  private final AuditLog audit;

  AuthorityWeights(Askers askers, OwnWeights weights, AuditLog audit) {
    this.askers = askers;
    this.weights = weights;
    this.audit = audit;
  }

  /**
   * The weights that count for the authority, for those who may know what is suggested to it.
   *
   * @throws DomainException.NotFound where there is no such authority, or none that may be known of
   * @throws DomainException.Forbidden for those who neither belong to it nor oversee its country
   */
  @Transactional
  public WeightsView get(Actor actor, UUID authority) {
    askers.known(actor, authority);
    return WeightsView.of(weights.of(authority));
  }

  /**
   * Makes these the weights of the authority; its editors and owners do that.
   *
   * @param version the version that the person has read
   * @param chosen gives the weights, and is asked only for those who may save any
   * @throws DomainException.Invalid naming what is wrong with the weights
   * @throws DomainException.Stale where somebody was faster
   * @throws DomainException.Conflict while the authority is suspended or archived
   */
  @Transactional
  public WeightsView save(Actor actor, UUID authority, long version, Supplier<Weights> chosen) {
    require(actor, authority);
    return choose(actor, authority, version, chosen.get());
  }

  /**
   * Goes back to the defaults; the rest as for {@link #save}.
   *
   * @throws DomainException.Stale where somebody was faster
   */
  @Transactional
  public WeightsView reset(Actor actor, UUID authority, long version) {
    require(actor, authority);
    return choose(actor, authority, version, null);
  }

  private void require(Actor actor, UUID authority) {
    AuthorityColumns row = askers.known(actor, authority);
    MatchPermission.requireDecide(actor, authority);
    Askers.requireTaking(row);
  }

  private WeightsView choose(Actor actor, UUID authority, long version, @Nullable Weights chosen) {
    OwnWeights.Chosen now = weights.choose(authority, actor.person(), version, chosen);
    if (now.version() != version) {
      audit.record(
          actor,
          chosen == null ? "weights.reset" : "weights.save",
          authority,
          Map.of("weights", WeightParameter.shown(now.inForce()), "version", now.version()));
    }
    return WeightsView.of(now);
  }
}
