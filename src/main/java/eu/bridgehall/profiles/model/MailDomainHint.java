package eu.bridgehall.profiles.model;

import eu.bridgehall.kernel.Coded;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant's mail domain says about her entitlement. Only a hint: the website is what the
 * applicant has written herself.
 */
public enum MailDomainHint implements Coded {
  /** The domain of the website. */
  SAME,
  /** A domain below the website's: {@code mail.town.example} for {@code town.example}. */
  BELOW,
  /** A provider that gives an address to anybody. */
  FREE_MAIL,
  /** Another domain. */
  OTHER,
  /** The profile names no website to compare with. */
  NO_WEBSITE;

  private static final Set<String> FREE =
      Set.of(
          "aol.com",
          "bk.ru",
          "centrum.cz",
          "free.fr",
          "freemail.hu",
          "gmail.com",
          "gmx.at",
          "gmx.com",
          "gmx.de",
          "gmx.net",
          "googlemail.com",
          "hotmail.com",
          "hotmail.fr",
          "hotmail.it",
          "i.ua",
          "icloud.com",
          "inbox.lv",
          "interia.pl",
          "laposte.net",
          "libero.it",
          "list.ru",
          "live.com",
          "mail.bg",
          "mail.com",
          "mail.ru",
          "me.com",
          "meta.ua",
          "msn.com",
          "o2.pl",
          "onet.pl",
          "op.pl",
          "orange.fr",
          "outlook.com",
          "outlook.fr",
          "proton.me",
          "protonmail.com",
          "sapo.pt",
          "seznam.cz",
          "sfr.fr",
          "t-online.de",
          "tuta.com",
          "ukr.net",
          "wanadoo.fr",
          "web.de",
          "wp.pl",
          "yahoo.com",
          "yahoo.de",
          "yahoo.es",
          "yahoo.fr",
          "yahoo.it",
          "yandex.ru",
          "yandex.ua",
          "zoho.com");

  /** Compares the domain of an address with a website. */
  public static MailDomainHint of(String mailDomain, @Nullable String website) {
    String domain = mailDomain.toLowerCase(Locale.ROOT);
    if (FREE.contains(domain)) {
      return FREE_MAIL;
    }
    String host = host(website);
    if (host == null) {
      return NO_WEBSITE;
    }
    if (domain.equals(host)) {
      return SAME;
    }
    // a dot before it, or evil-town.example would pass for town.example
    return domain.endsWith("." + host) ? BELOW : OTHER;
  }

  /** The website's host without {@code www.}; null where there is none. */
  public static @Nullable String host(@Nullable String website) {
    if (website == null) {
      return null;
    }
    try {
      String host = URI.create(website).getHost();
      if (host == null) {
        return null;
      }
      String lower = host.toLowerCase(Locale.ROOT);
      return lower.startsWith("www.") ? lower.substring(4) : lower;
    } catch (IllegalArgumentException e) {
      return null; // no address, so nothing to compare with
    }
  }
}
