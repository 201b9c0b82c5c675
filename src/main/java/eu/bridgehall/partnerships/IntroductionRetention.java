package eu.bridgehall.partnerships;

import eu.bridgehall.platform.retention.Retained;
import eu.bridgehall.platform.retention.RetentionSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** How long an introduction is kept that came to nothing; any other goes with its conversation. */
@Factory
class IntroductionRetention {
  @Singleton
  Retained introductions(RetentionSettings settings) {
    return new Retained(
        "introductions",
        settings.introductions(),
        """
        with over as (
          select id from introduction
           where status in ('DECLINED', 'WITHDRAWN', 'REJECTED', 'EXPIRED', 'ENDED')
             and greatest(asked_at, review_at, sent_at, answer_at, withdrawn_at, closed_at) < ?),
        sides as (
          delete from introduction_side where introduction_id in (select id from over))
        delete from introduction where id in (select id from over)
        """);
  }
}
