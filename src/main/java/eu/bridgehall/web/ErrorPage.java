package eu.bridgehall.web;

import eu.bridgehall.accounts.ActorBinder;
import eu.bridgehall.accounts.Consents;
import eu.bridgehall.accounts.SecondFactors;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.Problem;
import eu.bridgehall.platform.http.ProblemPage;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Shows refusals in the dress of the other pages; who must sign in first is sent there. */
@Singleton
class ErrorPage implements ProblemPage {
  // the pages count unread messages and so on: they are made only once something is shown
  private final BeanProvider<Pages> pages;

  ErrorPage(BeanProvider<Pages> pages) {
    this.pages = pages;
  }

  @Override
  public MutableHttpResponse<Object> show(HttpRequest<?> request, Problem problem) {
    Actor actor = ActorBinder.find(request).orElseGet(Actor::visitor);
    boolean part = Pages.wantsPart(request);
    boolean signedOut = problem.status() == HttpStatus.UNAUTHORIZED.getCode();
    Unsent unsent =
        !part && (signedOut || problem.type().endsWith(':' + FormFilter.OUT_OF_DATE))
            ? Unsent.of(request, actor.isSignedIn()).orElse(null)
            : null;
    if (signedOut && !part && unsent == null) {
      return Pages.to(SignInController.address(request));
    }
    if (problem.type().endsWith(Consents.MISSING) && !part) {
      return Pages.to(ConsentPageController.address(request));
    }
    if (problem.type().endsWith(SecondFactors.MISSING) && !part) {
      return Pages.to(SecondFactorPageController.HERE);
    }
    Map<String, Object> model = new HashMap<>(Map.of("problem", problem));
    if (!part && request.getMethod() != HttpMethod.GET) {
      String back = LocalPath.before(request);
      model.put("unsent", unsent);
      model.put("back", back);
      model.put("signIn", signedOut ? SignInController.leadingTo(back) : null);
    }
    return pages
        .get()
        .page(
            request,
            actor,
            HttpStatus.valueOf(problem.status()),
            part ? "error/_problem" : "error/page",
            model);
  }
}
