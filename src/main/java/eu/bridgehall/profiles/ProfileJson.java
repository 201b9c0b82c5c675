package eu.bridgehall.profiles;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.profiles.model.Contact;
import eu.bridgehall.profiles.model.PartnerWishes;
import eu.bridgehall.profiles.model.ProfileCompleteness;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfileText;
import eu.bridgehall.profiles.model.ThemeLine;
import eu.bridgehall.profiles.model.Twinning;
import io.micronaut.serde.annotation.SerdeImport;

/** Lets the records of the model, which knows no framework, be read and written as JSON. */
@SerdeImport(GeoPoint.class)
@SerdeImport(ProfileContent.class)
@SerdeImport(ThemeLine.class)
@SerdeImport(PartnerWishes.class)
@SerdeImport(ProfileText.class)
@SerdeImport(Twinning.class)
@SerdeImport(Contact.class)
@SerdeImport(ProfileCompleteness.Item.class)
final class ProfileJson {
  private ProfileJson() {}
}
