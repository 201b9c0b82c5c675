package eu.bridgehall.platform.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;

/** Shows a refusal to people, who get a page where programs get a problem document. */
public interface ProblemPage {
  /** The page, with the status of the problem. */
  MutableHttpResponse<Object> show(HttpRequest<?> request, Problem problem);
}
