package eu.bridgehall.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.List;

/**
 * Confirmed profiles put straight into the database, the same in every run: some eight themes drawn
 * from all, three names, two summaries, the size and position of a real place, two languages, two
 * wished countries. Places that have a profile keep it; where there are more profiles than places,
 * the others are groupings.
 */
final class MadeUpProfiles {
  /** A number from 0 to 2³¹ − 1 that hangs on a profile's number and on what it is drawn for. */
  private static final String DRAWN = "(hashint4(hashint4(n) # %s) & 2147483647)";

  private static final List<String> FILL =
      List.of(
          """
          create temporary table free_place on commit drop as
            select id, country_code as country, region_code as region, lat, lon, population,
                   row_number() over (order by md5(id::text)) as number
              from place where id not in (select place_id from authority_profile)
          """,
          """
          create temporary table made_up on commit drop as
            select n, p.id as place, p.country, p.region, p.lat, p.lon, p.population,
                   case when n > total then 'GROUPING' else 'LOCAL' end as tier,
                   case when n > total then 'grouping' else 'municipality' end as type
              from (select n, total, 1 + (n - 1) %% total as number
                      from generate_series(1, :profiles) n, (select count(*) as total from free_place) t) drawn
              join free_place p on p.number = drawn.number
          """,
          """
          insert into organisation (id, kind, country_code, name)
          select md5('profile ' || n)::uuid, 'AUTHORITY', country, 'Town ' || md5('name ' || n) from made_up
          """,
          """
          insert into authority_profile (id, status, tier, country, place_id, regions, lat, lon,
              started_at, changed_at, confirmed_at, reconfirmed_at, reconfirm_due, type, official_name, name_forms,
              population, population_year, cooperation_types, languages, wish_countries, wish_max_km, capacity, visibility)
          select md5('profile ' || n)::uuid, 'CONFIRMED', tier, country, place,
                 array[country, left(region, 3), left(region, 4), region], lat, lon,
                 now(), now(), now(), now() - %s %% 500 * interval '1 day', now() + interval '1 year',
                 type, 'Town ' || md5('name ' || n), array['Ville ' || md5('name ' || n), 'Stätte ' || n],
                 population, 2023,
                 case %s %% 3 when 0 then array['twinning', 'project-partnership'] when 1 then array['twinning']
                   else array['project-partnership'] end,
                 array[(array['en','fr','de','es','it','pl','uk'])[1 + %s %% 7], (array['en','fr','de'])[1 + %s %% 3]],
                 case %s %% 2 when 0 then array[(array['UA','DE','FR','PL','IT'])[1 + %s %% 5],
                                               (array['ES','AT','SE','CZ','RO'])[1 + %s %% 5]] else array[]::text[] end,
                 case %s %% 10 when 0 then 800 end, 1 + %s %% 6, 'PUBLIC'
            from made_up
          """
              .formatted(
                  drawn(1), drawn(2), drawn(3), drawn(4), drawn(5), drawn(6), drawn(7), drawn(8),
                  drawn(9)),
          """
          insert into profile_theme (profile, kind, number, theme)
          select md5('profile ' || n)::uuid, (array['NEED','OFFER','INTEREST'])[1 + k / 3], k, t.id
            from made_up
            cross join generate_series(0, 7) k
            join theme t on t.ordinal = %s %% (select count(*) from theme)
          on conflict do nothing
          """
              .formatted("(hashint4(hashint4(n) # (100 + k)) & 2147483647)"),
          """
          insert into profile_text (profile, kind, number, language, text)
          select md5('profile ' || n)::uuid, 'SUMMARY', k, (array['en', 'fr'])[k],
                 repeat('We look for partners with whom to build ' || md5(n || ' ' || k) || ' together. ', 5)
            from made_up, generate_series(1, 2) k
          """);

  private MadeUpProfiles() {}

  private static String drawn(int what) {
    return DRAWN.formatted(what);
  }

  @SuppressWarnings("unchecked")
  static void fill(ApplicationContext context, int profiles) {
    TransactionOperations<Connection> transactions = context.getBean(TransactionOperations.class);
    JdbcOperations jdbc = context.getBean(JdbcOperations.class);
    transactions.executeWrite(
        status -> {
          for (String sql : FILL) {
            jdbc.prepareStatement(
                sql.replace(":profiles", Integer.toString(profiles)).replace("%%", "%"),
                s -> s.execute());
          }
          jdbc.prepareStatement("analyze", s -> s.execute());
          return true;
        });
  }
}
