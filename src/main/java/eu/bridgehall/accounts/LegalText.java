package eu.bridgehall.accounts;

import java.time.LocalDate;

/**
 * A version of a document.
 *
 * @param version counts from 1
 * @param date from which it applies
 */
public record LegalText(LegalDocument document, int version, LocalDate date) {}
