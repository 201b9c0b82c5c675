package eu.bridgehall.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.List;

/**
 * Confirmed profiles of 8 themes, three names and two summaries each, one name in three with an
 * accent, put straight into the database. Places that have a profile keep it.
 */
final class MadeUpProfiles {
  private static final List<String> FILL =
      List.of(
          """
          insert into organisation (id, kind, country_code, name)
          select md5('profile ' || n)::uuid, 'AUTHORITY',
                 (array['FR','DE','UA','PL','IT','ES','AT','BE'])[1 + n % 8],
                 'Town ' || md5('name ' || n)
            from generate_series(1, :profiles) n
          """,
          """
          insert into authority_profile (id, status, tier, country, place_id, regions, lat, lon,
              started_at, changed_at, confirmed_at, reconfirmed_at, reconfirm_due, type, official_name, name_forms,
              population, population_year, cooperation_types, languages, wish_countries, visibility)
          select md5('profile ' || n)::uuid, 'CONFIRMED', 'LOCAL',
                 (array['FR','DE','UA','PL','IT','ES','AT','BE'])[1 + n % 8], place,
                 array[(array['FR','DE','UA','PL','IT','ES','AT','BE'])[1 + n % 8]],
                 36 + n % 30, n % 40, now(), now(), now(), now(), now() + interval '1 year',
                 'municipality', 'Town ' || md5('name ' || n),
                 array['Ville ' || md5('name ' || n), 'Stätte ' || n], 500 + n % 100000, 2023,
                 array['twinning', 'project-partnership'], array['en', 'fr'], array['UA', 'DE'], 'PUBLIC'
            from (select id as place, row_number() over (order by id)::int as n from place
                  where id not in (select place_id from authority_profile) limit :profiles) p
          """,
          """
          insert into profile_theme (profile, kind, number, theme)
          select md5('profile ' || n)::uuid, (array['NEED','OFFER','INTEREST'])[1 + k / 3], k,
                 (array['waste','water','tourism','housing','sport','youth','education','veterans',
                        'ageing','resilience','renewable-energy','biodiversity'])[1 + (n + k * 5) % 12]
            from generate_series(1, :profiles) n, generate_series(0, 7) k
          """,
          """
          insert into profile_text (profile, kind, number, language, text)
          select md5('profile ' || n)::uuid, 'SUMMARY', k, (array['en', 'fr'])[k],
                 repeat('We look for partners with whom to build ' || md5(n || ' ' || k) || ' together. ', 5)
            from generate_series(1, :profiles) n, generate_series(1, 2) k
          """,
          "analyze");

  private MadeUpProfiles() {}

  @SuppressWarnings("unchecked")
  static void fill(ApplicationContext context, int profiles) {
    TransactionOperations<Connection> transactions = context.getBean(TransactionOperations.class);
    JdbcOperations jdbc = context.getBean(JdbcOperations.class);
    transactions.executeWrite(
        status -> {
          for (String sql : FILL) {
            jdbc.prepareStatement(
                sql.replace(":profiles", Integer.toString(profiles)), s -> s.execute());
          }
          return true;
        });
  }
}
