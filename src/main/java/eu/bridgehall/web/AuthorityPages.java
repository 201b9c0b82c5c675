package eu.bridgehall.web;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.discovery.CodeNames;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileView;
import eu.bridgehall.profiles.ProfileViews;
import eu.bridgehall.profiles.ProfileVisibility;
import eu.bridgehall.profiles.Profiles;
import eu.bridgehall.profiles.model.PartnerWishes;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.profiles.model.ProfileText;
import eu.bridgehall.profiles.model.ThemeLine;
import eu.bridgehall.profiles.model.Twinning;
import eu.bridgehall.reference.Networks;
import eu.bridgehall.reference.Place;
import eu.bridgehall.reference.Places;
import eu.bridgehall.scoring.Reason.CodeKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts an authority's profile into the reader's words. */
@Singleton
class AuthorityPages {
  private static final int NAME_FORMS = 12;

  private final Profiles profiles;
  private final ProfileViews views;
  private final ProfileVisibility visibility;
  private final CodeNames names;
  private final Networks networks;
  private final Places places;
  private final Organisations organisations;
  private final Messages messages;

  AuthorityPages(
      Profiles profiles,
      ProfileViews views,
      ProfileVisibility visibility,
      CodeNames names,
      Networks networks,
      Places places,
      Organisations organisations,
      Messages messages) {
    this.profiles = profiles;
    this.views = views;
    this.visibility = visibility;
    this.names = names;
    this.networks = networks;
    this.places = places;
    this.organisations = organisations;
    this.messages = messages;
  }

  /**
   * What the reader may see of an authority.
   *
   * @throws eu.bridgehall.kernel.DomainException.NotFound where that is nothing
   */
  AuthorityView view(Actor actor, UUID id, Locale reader) {
    Profiles.Seen seen = profiles.get(actor, id);
    return view(actor, seen.profile(), seen.part(), readers(actor, id), reader);
  }

  /** What somebody sees of it to whom this part is open, for who may see all of it. */
  AuthorityView preview(Actor actor, Profile profile, ProfilePart part, Locale reader) {
    return view(actor, profile, part, List.of(), reader);
  }

  private AuthorityView view(
      Actor actor, Profile profile, ProfilePart part, List<Reader.ActsFor> readers, Locale reader) {
    ProfileView view = views.view(actor, profile, part, reader);
    ProfileContent content = view.content();
    List<AuthorityView.Text> summaries = texts(content, ProfileText.SUMMARY, reader);
    return new AuthorityView(
        view,
        profile.name(),
        names.type(profile.type(), reader),
        where(view, reader),
        names(CodeKind.TRAIT, content.traits(), reader),
        lines(content.needs(), reader),
        lines(content.offers(), reader),
        lines(content.interests(), reader),
        names(CodeKind.COOPERATION, content.cooperationTypes(), reader),
        names(CodeKind.LANGUAGE, content.languages(), reader),
        content.memberships().stream()
            .map(n -> networks.find(n).map(c -> c.name(reader)).orElse(n))
            .toList(),
        summaries,
        texts(content, ProfileText.IDEA, reader),
        summaries.stream().anyMatch(t -> reader.getLanguage().equals(t.language())),
        nameForms(profile, content, reader),
        wishes(content.wishes(), reader),
        twins(content.twinnings(), reader),
        actor.overseesCountry(visibility.servedBy(profile.country())),
        readers);
  }

  private List<String> nameForms(Profile profile, ProfileContent content, Locale reader) {
    Stream<String> read = places.find(profile.placeId()).map(p -> p.name(reader)).stream();
    return Stream.concat(read, content.nameForms().stream())
        .filter(name -> !name.equals(profile.name()))
        .distinct()
        .limit(NAME_FORMS)
        .toList();
  }

  private List<String> where(ProfileView view, Locale reader) {
    List<String> where = new ArrayList<>();
    // the first region is the country itself, and some countries have one more of the same name
    List<String> path = view.regions();
    String land = path.isEmpty() ? "" : names.region(path.getFirst(), reader);
    path.stream()
        .skip(1)
        .map(code -> names.region(code, reader))
        .filter(name -> !name.equals(land))
        .forEach(where::add);
    where.add(0, names.country(view.country(), reader));
    return where.stream().distinct().toList().reversed();
  }

  private List<String> names(CodeKind kind, List<String> codes, Locale reader) {
    return codes.stream().map(code -> names.name(kind, code, reader)).toList();
  }

  private List<AuthorityView.Line> lines(List<ThemeLine> lines, Locale reader) {
    return lines.stream()
        .filter(line -> line.theme() != null)
        .map(
            line ->
                new AuthorityView.Line(
                    names.name(CodeKind.THEME, Objects.requireNonNull(line.theme()), reader),
                    line.note()))
        .toList();
  }

  /** The reader's language first, then English, then the rest as they were written. */
  private List<AuthorityView.Text> texts(ProfileContent content, String kind, Locale reader) {
    return content.texts().stream()
        .filter(t -> kind.equals(t.kind()) && t.text() != null)
        .sorted(Comparator.comparingInt(t -> rank(t.language(), reader)))
        .map(t -> text(t, reader))
        .toList();
  }

  private static int rank(@Nullable String language, Locale reader) {
    if (reader.getLanguage().equals(language)) {
      return 0;
    }
    return Locale.ENGLISH.getLanguage().equals(language) ? 1 : 2;
  }

  private AuthorityView.Text text(ProfileText text, Locale reader) {
    String language = Objects.requireNonNullElse(text.language(), "");
    return new AuthorityView.Text(
        language,
        language.isEmpty() ? "" : names.name(CodeKind.LANGUAGE, language, reader),
        Objects.requireNonNullElse(text.text(), ""));
  }

  private List<AuthorityView.Wish> wishes(PartnerWishes wishes, Locale reader) {
    List<AuthorityView.Wish> told = new ArrayList<>();
    if (wishes.ukrainianPartner()) {
      told.add(wish("ukrainian", messages.text(reader, "discovery.seeksUkrainian"), reader));
    }
    if (!wishes.countries().isEmpty()) {
      told.add(wish("countries", names.list(CodeKind.COUNTRY, wishes.countries(), reader), reader));
    }
    if (!wishes.regions().isEmpty()) {
      told.add(wish("regions", names.list(CodeKind.REGION, wishes.regions(), reader), reader));
    }
    if (!wishes.traits().isEmpty()) {
      told.add(wish("traits", names.list(CodeKind.TRAIT, wishes.traits(), reader), reader));
    }
    Integer min = wishes.minPopulation();
    Integer max = wishes.maxPopulation();
    if (min != null || max != null) {
      told.add(wish("population", population(min, max, reader), reader));
    }
    Integer distance = wishes.maxDistanceKm();
    if (distance != null) {
      told.add(
          wish(
              "distance",
              messages.text(reader, "authority.wish.km", Map.of("km", number(distance, reader))),
              reader));
    }
    if (!wishes.musts().isEmpty()) {
      List<String> musts =
          wishes.musts().stream()
              .map(must -> messages.text(reader, "matching.must." + must))
              .toList();
      told.add(
          wish(
              "musts", ListFormatter.getInstance(ULocale.forLocale(reader)).format(musts), reader));
    }
    return told;
  }

  private AuthorityView.Wish wish(String what, String value, Locale reader) {
    return new AuthorityView.Wish(messages.text(reader, "authority.wish." + what), value);
  }

  private String population(@Nullable Integer min, @Nullable Integer max, Locale reader) {
    if (max == null) {
      return messages.text(
          reader,
          "authority.wish.from",
          Map.of("min", number(Objects.requireNonNull(min), reader)));
    }
    return min == null
        ? messages.text(reader, "authority.wish.to", Map.of("max", number(max, reader)))
        : messages.text(
            reader,
            "authority.wish.between",
            Map.of("min", number(min, reader), "max", number(max, reader)));
  }

  private static String number(int number, Locale reader) {
    return NumberFormat.getInstance(ULocale.forLocale(reader)).format(number);
  }

  private List<AuthorityView.Twin> twins(List<Twinning> twinnings, Locale reader) {
    Map<Long, Place> known =
        places.list(
            twinnings.stream().map(Twinning::placeId).filter(Objects::nonNull).distinct().toList());
    return twinnings.stream()
        .map(
            t -> {
              Place place = t.placeId() == null ? null : known.get(t.placeId());
              String name = t.name() != null || place == null ? t.name() : place.name(reader);
              return new AuthorityView.Twin(
                  Objects.requireNonNullElse(name, ""),
                  place == null ? null : names.country(place.countryCode(), reader),
                  t.since());
            })
        .filter(t -> !t.name().isEmpty())
        .toList();
  }

  private List<Reader.ActsFor> readers(Actor actor, UUID other) {
    return actor.authorities().containsKey(other)
        ? List.of()
        : organisations.findAll(actor.authorities().keySet()).values().stream()
            .sorted(Comparator.comparing(Organisation::name))
            .map(o -> new Reader.ActsFor(o.id(), o.name()))
            .toList();
  }
}
