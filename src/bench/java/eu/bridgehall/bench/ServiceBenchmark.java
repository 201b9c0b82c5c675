package eu.bridgehall.bench;

import eu.bridgehall.discovery.Reindex;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The whole service under a bounded load over HTTP: the demonstration and {@link MadeUpProfiles}
 * beside it, on the embedded PostgreSQL. Clients, service and database share the machine; the
 * clients run in the service's own heap. Clients ask again at once, so that eight of them keep the
 * machine full, or at a steady pace; then the time counts from when a request was due.
 */
public final class ServiceBenchmark {
  private static final int CLIENTS = 8;
  private static final int WARM_UP = 200;
  private static final int TIMES = 300;
  // a client that reads what it got, and asks again
  private static final int PAUSE_MS = 400;
  private static final int CHANGES = 10;
  private static final int NANOS = 1_000_000;
  private static final List<String> OFFICERS =
      List.of("lille", "aachen", "lviv", "gdansk", "turku", "braga", "graz", "bologna");
  private static final List<String> TYPED =
      List.of("Aach", "Лев", "Kyi", "Saint-", "Ljub", "Łód", "Wien", "Bres", "Мук", "Frank");
  private static final String PASSWORD = "bridgehall-demo-2026";

  private final URI site;
  private final ObjectMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  private record Officer(String token, String authority) {}

  private ServiceBenchmark(URI site, ObjectMapper json) {
    this.site = site;
    this.json = json;
  }

  public static void main(String[] args) throws Exception {
    int profiles = args.length > 0 ? Integer.parseInt(args[0]) : 150_000;
    Path data = Files.createTempDirectory(Path.of("target"), "bench-");
    Map<String, Object> settings =
        Map.of(
            "bridgehall.data", data.toString(),
            "bridgehall.demo", "true",
            "bridgehall.base-url", "http://localhost",
            "micronaut.server.port", "-1",
            // all requests come from one address
            "bridgehall.rate-limits.public-search.requests", "1000000",
            "bridgehall.rate-limits.sign-in.requests", "1000");
    try (ApplicationContext context = ApplicationContext.builder().properties(settings).start()) {
      EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
      MadeUpProfiles.fill(context, profiles);
      System.out.printf("heap at most %d MB%n", Runtime.getRuntime().maxMemory() / (1 << 20));
      for (int run = 1; run <= 2; run++) {
        long start = System.nanoTime();
        long documents = context.getBean(Reindex.class).run(done -> {}).documents();
        System.out.printf(
            "rebuild of the index from PostgreSQL, run %d: %,d profiles in %.1f s%n",
            run, documents, (System.nanoTime() - start) / 1e9);
      }
      new ServiceBenchmark(server.getURI(), context.getBean(ObjectMapper.class)).run();
      System.out.printf("heap in use after a collection at most %d MB%n", heapPeak() / (1 << 20));
    }
  }

  private static long heapPeak() {
    long sum = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
        sum += pool.getCollectionUsage().getUsed();
      }
    }
    return sum;
  }

  private void run() throws Exception {
    List<Officer> officers = new ArrayList<>();
    for (String town : OFFICERS) {
      officers.add(signIn("officer." + town + "@demo.example"));
    }
    System.out.printf(
        "%-44s %8s %9s %10s %8s %8s%n",
        "request", "clients", "pause ms", "median ms", "p99 ms", "max ms");
    measure(officers, 1, 0);
    measure(officers, CLIENTS, 0);
    measure(officers, CLIENTS, PAUSE_MS);
    visible(officers.getFirst());
  }

  private void measure(List<Officer> officers, int clients, int pause)
      throws InterruptedException, ExecutionException {
    measure(
        "matches, the first twenty",
        clients,
        pause,
        (who, number) ->
            get(
                "/api/v1/authorities/" + officers.get(who).authority() + "/matches",
                officers.get(who)));
    measure(
        "matches by weights of one's own",
        clients,
        pause,
        (who, number) ->
            get(
                "/api/v1/authorities/"
                    + officers.get(who).authority()
                    + "/matches?weights="
                    + encode("needs:" + (10 + number % 50) + ",size:20"),
                officers.get(who)));
    measure(
        "suggestions of places",
        clients,
        pause,
        (who, number) ->
            get(
                "/api/v1/places?limit=8&q=" + encode(TYPED.get((who + number) % TYPED.size())),
                null));
  }

  /** One request of a client. */
  private interface Asking {
    void run(int who, int number) throws IOException, InterruptedException;
  }

  private void measure(String name, int clients, int pause, Asking asking)
      throws InterruptedException, ExecutionException {
    List<Callable<double[]>> work = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      int who = client;
      work.add(
          () -> {
            double[] ms = new double[TIMES];
            int warmUp = pause == 0 ? WARM_UP : 0;
            long due = System.nanoTime() + (long) pause * who * NANOS / CLIENTS;
            for (int i = -warmUp; i < TIMES; i++, due += (long) pause * NANOS) {
              if (pause > 0) {
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
              }
              long start = pause == 0 ? System.nanoTime() : due;
              asking.run(who, i + warmUp);
              if (i >= 0) {
                ms[i] = (System.nanoTime() - start) / 1e6;
              }
            }
            return ms;
          });
    }
    double[] all = new double[0];
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (Future<double[]> each : threads.invokeAll(work)) {
        int from = all.length;
        double[] more = each.get();
        all = Arrays.copyOf(all, from + more.length);
        System.arraycopy(more, 0, all, from, more.length);
      }
    }
    Arrays.sort(all);
    System.out.printf(
        "%-44s %8d %9d %10.1f %8.1f %8.1f%n",
        name, clients, pause, all[all.length / 2], all[all.length * 99 / 100], all[all.length - 1]);
  }

  /** How long after a change was acknowledged the search finds it. */
  private void visible(Officer officer) throws IOException, InterruptedException {
    String path = "/api/v1/profiles/" + officer.authority();
    double[] ms = new double[CHANGES];
    for (int i = 0; i < CHANGES; i++) {
      String word = "xylograph" + i + "ed" + System.nanoTime();
      HttpResponse<String> before = send(request(path, officer).GET().build(), 200);
      String version = before.headers().firstValue("ETag").orElseThrow();
      send(
          request(path, officer)
              .header("If-Match", version)
              .header("Content-Type", "application/json")
              .method(
                  "PATCH",
                  HttpRequest.BodyPublishers.ofString(
                      "{\"texts\": [{\"kind\": \"summary\", \"language\": \"en\", \"text\": \""
                          + word
                          + "\"}]}"))
              .build(),
          200);
      long start = System.nanoTime();
      while (!get("/api/v1/profiles?limit=1&q=" + word, officer).contains("\"total\":1")) {
        Thread.onSpinWait();
      }
      ms[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(ms);
    System.out.printf(
        "a changed profile is found after %.0f ms (median), %.0f ms (at most)%n",
        ms[CHANGES / 2], ms[CHANGES - 1]);
  }

  private Officer signIn(String email) throws IOException, InterruptedException {
    String answer =
        send(
                HttpRequest.newBuilder(site.resolve("/api/v1/sessions"))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"email\": \"" + email + "\", \"password\": \"" + PASSWORD + "\"}"))
                    .build(),
                200)
            .body();
    String token = String.valueOf(read(answer).get("accessToken"));
    Map<?, ?> account = read(get("/api/v1/account", new Officer(token, "")));
    Map<?, ?> first = (Map<?, ?>) ((List<?>) account.get("authorities")).getFirst();
    return new Officer(token, String.valueOf(first.get("id")));
  }

  private Map<?, ?> read(String answer) throws IOException {
    return json.readValue(answer, HashMap.class);
  }

  private String get(String path, Officer officer) throws IOException, InterruptedException {
    return send(request(path, officer).GET().build(), 200).body();
  }

  private HttpRequest.Builder request(String path, Officer officer) {
    HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path));
    return officer == null ? request : request.header("Authorization", "Bearer " + officer.token());
  }

  private HttpResponse<String> send(HttpRequest request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != expected) {
      throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + answer.body());
    }
    return answer;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
