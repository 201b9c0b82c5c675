package eu.bridgehall.bench;

import eu.bridgehall.discovery.Reindex;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What each page weighs on the wire, compressed, and how long a client on the same machine waits
 * for it: the demonstration and {@link MadeUpProfiles} beside it, one request after the other. The
 * first visit counts the page with the styles, scripts and pictures that it names, without those of
 * the map.
 */
public final class PagesBenchmark {
  private static final int WARM_UP = 40;
  private static final int TIMES = 100;
  private static final String OFFICER = "officer.lille@demo.example";
  private static final String PASSWORD = "bridgehall-demo-2026";
  private static final List<String> OPEN =
      List.of(
          "/",
          "/find",
          "/find?q=water",
          "/find?q=waste+together&country=FR&need=water",
          "/find?place=Lille+%28FR%29&within=300&sort=distance",
          "/find?populationMin=5000&populationMax=50000&sort=population",
          "/about",
          "/help",
          "/accessibility",
          "/privacy",
          "/ranking",
          "/attribution",
          "/sign-in",
          "/sign-up");
  private static final List<String> SIGNED_IN =
      List.of(
          "/dashboard",
          "/matches",
          "/introductions",
          "/conversations",
          "/register",
          "/claims",
          "/account");
  private static final Pattern TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");
  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");
  private static final Pattern FOUND = Pattern.compile("href=\"(/authorities/[0-9a-f-]{36})\"");

  private final URI site;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final Map<String, Integer> assets = new HashMap<>();

  private PagesBenchmark(URI site) {
    this.site = site;
  }

  public static void main(String[] args) throws Exception {
    int profiles = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    Path data = Files.createTempDirectory(Path.of("target"), "bench-");
    Map<String, Object> settings =
        Map.of(
            "bridgehall.data", data.toString(),
            "bridgehall.demo", "true",
            "bridgehall.base-url", "http://localhost",
            "micronaut.server.port", "-1",
            // all requests come from one address
            "bridgehall.rate-limits.public-search.requests", "1000000");
    try (ApplicationContext context = ApplicationContext.builder().properties(settings).start()) {
      EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
      MadeUpProfiles.fill(context, profiles);
      System.out.println(context.getBean(Reindex.class).run(done -> {}).documents() + " profiles");
      new PagesBenchmark(server.getURI()).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    System.out.printf("%-62s %8s %8s %9s %9s%n", "page", "kB", "first kB", "median ms", "p95 ms");
    for (String page : OPEN) {
      measure(page);
    }
    Matcher found = FOUND.matcher(text(get("/find?q=Lille")));
    if (found.find()) {
      measure(found.group(1));
    }
    signIn();
    for (String page : SIGNED_IN) {
      measure(page);
    }
  }

  private void measure(String page) throws IOException, InterruptedException {
    byte[] first = get(page);
    for (int i = 0; i < WARM_UP; i++) {
      get(page);
    }
    double[] ms = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      get(page);
      ms[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(ms);
    int whole = first.length;
    for (String asset :
        LOADED.matcher(text(first)).results().map(r -> r.group(1)).distinct().toList()) {
      whole += weight(asset);
    }
    System.out.printf(
        "%-62s %8.1f %8.1f %9.1f %9.1f%n",
        page, first.length / 1000.0, whole / 1000.0, ms[TIMES / 2], ms[TIMES * 95 / 100]);
  }

  private int weight(String asset) throws IOException, InterruptedException {
    if (asset.contains("leaflet") || asset.contains("/map")) {
      return 0;
    }
    Integer known = assets.get(asset);
    if (known == null) {
      known = get(asset).length;
      assets.put(asset, known);
    }
    return known;
  }

  private void signIn() throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(text(get("/sign-in")));
    if (!token.find()) {
      throw new IllegalStateException("No form to sign in by");
    }
    String form =
        "formToken="
            + encode(token.group(1))
            + "&email="
            + encode(OFFICER)
            + "&password="
            + encode(PASSWORD);
    HttpResponse<Void> answer =
        client.send(
            HttpRequest.newBuilder(site.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    if (answer.statusCode() != 303) {
      throw new IllegalStateException("Not signed in: " + answer.statusCode());
    }
  }

  /** The bytes as they came over the wire. */
  private byte[] get(String page) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(site.resolve(page))
                .header("Accept", "text/html,*/*")
                .header("Accept-Encoding", "gzip")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(page + ": " + answer.statusCode());
    }
    return answer.body();
  }

  private static String text(byte[] body) throws IOException {
    boolean zipped = body.length > 1 && body[0] == 0x1f && body[1] == (byte) 0x8b;
    byte[] plain =
        zipped ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
    return new String(plain, StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
