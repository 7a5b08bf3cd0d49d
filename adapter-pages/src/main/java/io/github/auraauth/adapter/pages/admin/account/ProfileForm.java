package io.github.auraauth.adapter.pages.admin.account;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountEmail;
import io.github.auraauth.domain.account.Profile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of what an account says of a person. */
final class ProfileForm {
    private static final String FIRST_NAME = "first_name";
    private static final String LAST_NAME = "last_name";
    private static final String EMAIL = "email";

    private ProfileForm() {}

    /** What was filled in, with what is wrong with it. */
    static Entries read(AdminRequest request) {
        String email = request.field(EMAIL);
        return Entries.NONE
                .with(FIRST_NAME, request.field(FIRST_NAME))
                .with(LAST_NAME, request.field(LAST_NAME))
                .with(EMAIL, email)
                .requiring(Profile.isName(request.field(FIRST_NAME)), FIRST_NAME, request.text("fault.name"))
                .requiring(Profile.isName(request.field(LAST_NAME)), LAST_NAME, request.text("fault.name"))
                .requiring(
                        email.isEmpty() || AccountEmail.parse(email).isPresent(), EMAIL, request.text("fault.email"));
    }

    /** The same of an account as it is. */
    static Entries of(Profile profile) {
        return Entries.NONE
                .with(FIRST_NAME, profile.firstName())
                .with(LAST_NAME, profile.lastName())
                .with(EMAIL, profile.email().map(AccountEmail::value).orElse(""));
    }

    static List<FormField> fields(AdminRequest request, Entries entries) {
        return Stream.of(
                        FormField.of(FIRST_NAME, request.text("account.first-name"), InputType.TEXT),
                        FormField.of(LAST_NAME, request.text("account.last-name"), InputType.TEXT),
                        FormField.of(EMAIL, request.text("account.email"), InputType.EMAIL))
                .map(field -> entries.in(field.optional()))
                .toList();
    }

    /** What is to become of an account, of entries that are good. */
    static AccountChange change(AdminRequest request) {
        return new AccountChange(
                Optional.of(request.field(EMAIL)),
                Optional.of(request.field(FIRST_NAME)),
                Optional.of(request.field(LAST_NAME)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
