package eu.bridgehall.audit;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.DatabaseIdentity;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The log for those who may read it: administrators. */
@Singleton
public class AuditTrail {
  private final AuditRows rows;
  private final AuditChain chain;
  private final AuditLog log;
  private final DatabaseIdentity database;

  AuditTrail(AuditRows rows, AuditChain chain, AuditLog log, DatabaseIdentity database) {
    this.rows = rows;
    this.chain = chain;
    this.log = log;
    this.database = database;
  }

  /**
   * The entries that fit, the last first.
   *
   * @throws DomainException.Forbidden for everybody but administrators
   */
  @Transactional
  public Page<AuditEntry> list(Actor actor, AuditFilter filter, PageRequest page) {
    permit(actor);
    return Page.at(
        page.offset(), rows.list(filter, page.limit(), page.offset()), rows.count(filter));
  }

  /**
   * How far the log is sealed.
   *
   * @throws DomainException.Forbidden for everybody but administrators
   */
  public AuditChainState chain(Actor actor) {
    permit(actor);
    return chain.state();
  }

  /**
   * All entries that fit as CSV, the last first, read as it is read; that is in the log itself.
   *
   * @throws DomainException.Forbidden for everybody but administrators
   */
  @Transactional
  public InputStream export(Actor actor, AuditFilter filter) {
    permit(actor);
    log.record(actor, "audit.export", database.id(), told(filter));
    return AuditCsv.of(before -> rows.listBefore(filter, before, AuditCsv.AT_ONCE));
  }

  private static Map<String, Object> told(AuditFilter filter) {
    Map<String, Object> told = new TreeMap<>();
    put(told, "person", filter.person());
    put(told, "action", filter.action());
    put(told, "subject", filter.subject());
    put(told, "from", filter.from());
    put(told, "until", filter.until());
    return told;
  }

  private static void put(Map<String, Object> told, String name, @Nullable Object value) {
    if (value != null) {
      told.put(name, value.toString());
    }
  }

  private static void permit(Actor actor) {
    if (!actor.isAdministrator()) {
      throw new DomainException.Forbidden("error.http.403");
    }
  }
}
