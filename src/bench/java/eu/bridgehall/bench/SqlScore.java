package eu.bridgehall.bench;

import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.Criterion;
import eu.bridgehall.scoring.FieldCandidate;
import eu.bridgehall.scoring.RankValue;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.scoring.ThemeSet;
import eu.bridgehall.scoring.Weights;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import org.postgresql.PGConnection;

/**
 * The same score and gates in SQL: one table with a row for each authority, sets as bits, what does
 * not depend on the asker worked out in advance, and what is known of the asker written into the
 * query as constants, so that nothing is joined or looked up. The two fits are worked out once for
 * each row ({@code offset 0}). No index could help: nearly every row passes the gates.
 */
final class SqlScore implements AutoCloseable {
  private static final String OF_THEMES = "((%s) / %s)";

  private final BenchPopulation population;
  private final EmbeddedPostgres server;
  private final Connection connection;

  SqlScore(BenchPopulation population) throws IOException, SQLException {
    this.population = population;
    server = EmbeddedPostgres.builder().start();
    connection = server.getPostgresDatabase().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(resource("candidate.sql"));
    }
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < population.columns().size(); i++) {
      rows.append(row(i)).append('\n');
    }
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(
            "copy candidate from stdin",
            new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
    try (Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze candidate");
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(SqlScore.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String row(int number) {
    Columns columns = population.columns().get(number);
    FieldCandidate row = new FieldCandidate(columns, population.scale());
    StringJoiner cells = new StringJoiner("\t");
    for (Object cell :
        List.of(
            number,
            columns.standing().accepting(),
            columns.cooperation(),
            Integer.bitCount(columns.cooperation()),
            row.needsLo(),
            row.needsMass(),
            row.needsFamiliesLo(),
            row.offersLo(),
            row.offersMass(),
            row.offersFamiliesLo(),
            row.interestsLo(),
            row.interestsMass(),
            row.interestsFamiliesLo(),
            row.languagesFirst(),
            columns.country(),
            columns.ukrainian(),
            row.wishedCountries(),
            row.wishesUkrainian(),
            row.musts() != 0,
            row.wishedKilometres(),
            row.logPopulation(),
            row.x(),
            row.y(),
            row.z(),
            RankValue.standing(row, BenchPopulation.TODAY))) {
      cells.add(String.valueOf(cell));
    }
    return cells.toString();
  }

  /** The rank values of the best, descending. */
  double[] best(int asker) throws SQLException {
    double[] best = new double[BenchPopulation.TOP];
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query(asker))) {
      for (int i = 0; rows.next(); i++) {
        best[i] = rows.getDouble(2);
      }
    }
    return best;
  }

  /** The query and what PostgreSQL does with it. */
  String explained(int asker) throws SQLException {
    StringJoiner plan = new StringJoiner("\n");
    plan.add(query(asker)).add("");
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("explain (analyze, buffers, costs off) " + query(asker))) {
      while (rows.next()) {
        plan.add(rows.getString(1));
      }
    }
    return plan.toString();
  }

  private String query(int number) {
    Columns columns = population.columns().get(number);
    FieldCandidate asker = new FieldCandidate(columns, population.scale());
    String gates =
        "accepting\n     and id <> %d\n     and cooperation & %d <> 0"
            .formatted(number, columns.cooperation());
    if (asker.musts() != 0 && statesPlace(asker)) {
      gates += "\n     and " + iWish(asker);
    }
    gates +=
        "\n     and (not must_place or not (wished_countries <> 0 or wishes_ukrainian) or "
            + theyWish(asker)
            + ")";
    return """
    select id, 200 * mine * theirs / (mine + theirs) * standing as rank
      from (
        select id, standing,
               (%s) as mine,
               (%s) as theirs
          from candidate
         where %s
        offset 0) fits
     where mine > 0 and theirs > 0
     order by rank desc, id
     limit %d\
    """
        .formatted(mine(columns, asker), theirs(columns, asker), gates, BenchPopulation.TOP);
  }

  private String mine(Columns columns, FieldCandidate asker) {
    StringJoiner met = new StringJoiner("\n                    + ", "(", ")");
    double stated =
        weight(Criterion.NEEDS)
            + weight(Criterion.OFFERS)
            + weight(Criterion.COOPERATION)
            + weight(Criterion.SIZE)
            + weight(Criterion.LANGUAGES);
    met.add(term(Criterion.NEEDS, themes(columns.needs(), "offers", asker.needsMass())));
    met.add(term(Criterion.OFFERS, themes(columns.offers(), "needs", asker.offersMass())));
    if (!columns.interests().isEmpty()) {
      stated += weight(Criterion.INTERESTS);
      met.add(
          term(
              Criterion.INTERESTS,
              themes(columns.interests(), "interests", asker.interestsMass())));
    }
    met.add(
        term(
            Criterion.COOPERATION,
            inCommon(columns) + " / " + Integer.bitCount(columns.cooperation()) + ".0"));
    met.add(term(Criterion.SIZE, size(asker)));
    if (statesPlace(asker)) {
      stated += weight(Criterion.REGION);
      met.add("case when " + iWish(asker) + " then 8 else 0 end");
    }
    met.add("case when languages & %d <> 0 then 8 else 0 end".formatted(asker.languagesFirst()));
    if (asker.wishesDistance()) {
      stated += Weights.WISHED_DISTANCE;
      met.add(distance(asker, String.valueOf((double) asker.wishedKilometres())));
    }
    return met + " / " + (stated + Weights.UNKNOWN);
  }

  private String theirs(Columns columns, FieldCandidate asker) {
    StringJoiner met = new StringJoiner("\n                    + ", "(", ")");
    met.add(
        term(
            Criterion.NEEDS,
            OF_THEMES.formatted(ofTheirs(columns.offers(), "needs"), "needs_mass")));
    met.add(
        term(
            Criterion.OFFERS,
            OF_THEMES.formatted(ofTheirs(columns.needs(), "offers"), "offers_mass")));
    met.add(
        "case when interests = 0 then 0 else "
            + term(
                Criterion.INTERESTS,
                OF_THEMES.formatted(ofTheirs(columns.interests(), "interests"), "interests_mass"))
            + " end");
    met.add(term(Criterion.COOPERATION, inCommon(columns) + "::float8 / cooperation_count"));
    met.add(term(Criterion.SIZE, size(asker)));
    met.add("case when " + theyWish(asker) + " then 8 else 0 end");
    met.add("case when languages & %d <> 0 then 8 else 0 end".formatted(asker.languagesFirst()));
    met.add("case when kilometres = 0 then 0 else " + distance(asker, "kilometres") + " end");
    return met
        + """
        / (79
                     + case when interests = 0 then 0 else 9 end
                     + case when wished_countries <> 0 or wishes_ukrainian then 8 else 0 end
                     + case when kilometres = 0 then 0 else 10 end)\
        """;
  }

  /** What of my themes they have, those of which they have another of the field by a quarter. */
  private String themes(ThemeSet mine, String column, double mass) {
    StringJoiner sum = new StringJoiner(" + ");
    mine.forEach(
        theme ->
            sum.add(
                String.format(
                    Locale.ROOT,
                    "case when %s & %s <> 0 then %s when %s_families & %s <> 0 then %s else 0 end",
                    column,
                    bit(theme),
                    rarity(theme),
                    column,
                    bit(theme),
                    ThemeScale.SAME_FIELD * rarity(theme))));
    return OF_THEMES.formatted(sum, mass);
  }

  /** The same of their themes: whatever is in a field that I have anything of. */
  private String ofTheirs(ThemeSet mine, String column) {
    StringJoiner sum = new StringJoiner(" + ");
    sum.setEmptyValue("0");
    population
        .scale()
        .tree()
        .families(mine)
        .forEach(
            theme ->
                sum.add(
                    "case when %s & %s <> 0 then %s else 0 end"
                        .formatted(
                            column,
                            bit(theme),
                            (mine.contains(theme) ? 1 : ThemeScale.SAME_FIELD) * rarity(theme))));
    return sum.toString();
  }

  private static String inCommon(Columns columns) {
    StringJoiner sum = new StringJoiner(" + ", "(", ")");
    for (int rest = columns.cooperation(); rest != 0; rest &= rest - 1) {
      sum.add("(cooperation >> %d & 1)".formatted(Integer.numberOfTrailingZeros(rest)));
    }
    return sum.toString();
  }

  private static String size(FieldCandidate asker) {
    return "1 / (1 + ((log_population - %s) / 2) ^ 2)".formatted(asker.logPopulation());
  }

  private static String distance(FieldCandidate asker, String wished) {
    String straight =
        "sqrt((x - (%s)) ^ 2 + (y - (%s)) ^ 2 + (z - (%s)) ^ 2)"
            .formatted(asker.x(), asker.y(), asker.z());
    return "10 / (1 + (greatest(0, 12742.0176 * asin(least(1, %s / 2)) - %s) / %s) ^ 2)"
        .formatted(straight, wished, wished);
  }

  private static boolean statesPlace(FieldCandidate asker) {
    return asker.wishedCountries() != 0 || asker.wishesUkrainian();
  }

  private static String iWish(FieldCandidate asker) {
    String countries = "((%s) >> country & 1) <> 0".formatted(literal(asker.wishedCountries()));
    return asker.wishesUkrainian() ? "(" + countries + " or ukrainian)" : countries;
  }

  private static String theyWish(FieldCandidate asker) {
    String countries = "(wished_countries >> %d & 1) <> 0".formatted(asker.country());
    return asker.ukrainian() ? "(" + countries + " or wishes_ukrainian)" : countries;
  }

  private static String term(Criterion criterion, String value) {
    return criterion.defaultWeight() + " * (" + value + ")";
  }

  private static double weight(Criterion criterion) {
    return criterion.defaultWeight();
  }

  private double rarity(int theme) {
    return population.scale().rarity().of(theme);
  }

  private static String bit(int theme) {
    return literal(1L << theme);
  }

  private static String literal(long bits) {
    return "'" + bits + "'::int8";
  }

  @Override
  public void close() throws SQLException, IOException {
    connection.close();
    server.close();
  }
}
