package eu.bridgehall.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** Hands out the files that belong to the pages. */
@Hidden
@Controller("/assets")
@Secured(SecurityRule.IS_ANONYMOUS)
class AssetController {
  private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

  private final Assets assets;

  AssetController(Assets assets) {
    this.assets = assets;
  }

  /** A file; one of a former version is not kept, for its content is the present one. */
  @Get("/{version}/{+file}")
  HttpResponse<byte[]> get(String version, String file) {
    return assets
        .read(file)
        .<HttpResponse<byte[]>>map(
            content ->
                HttpResponse.ok(content)
                    .contentType(type(file))
                    .header(
                        HttpHeaders.CACHE_CONTROL,
                        assets.isCurrent(version) ? FOR_A_YEAR : "no-cache"))
        .orElseGet(HttpResponse::notFound);
  }

  private static MediaType type(String file) {
    String extension = file.substring(file.lastIndexOf('.') + 1);
    return switch (extension) {
      case "css" -> new MediaType("text/css; charset=utf-8");
      case "js" -> new MediaType("text/javascript; charset=utf-8");
      case "svg" -> new MediaType("image/svg+xml");
      case "json" -> MediaType.APPLICATION_JSON_TYPE;
      default -> MediaType.APPLICATION_OCTET_STREAM_TYPE;
    };
  }
}
