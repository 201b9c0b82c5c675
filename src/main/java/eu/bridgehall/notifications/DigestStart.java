package eu.bridgehall.notifications;

import io.micronaut.context.annotation.Context;

/** Tells at the start, not when the first digest is due, that its hour cannot be told. */
@Context
class DigestStart {
  DigestStart(NoticeSettings settings) {
    DigestHours.of(settings);
  }
}
