package io.github.auraauth.adapter.http.account;

import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountEmail;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.port.in.account.Accounts;
import java.util.List;
import java.util.Optional;

/** Readers of the inputs of operations on accounts. */
final class AccountInputs {
    /** What the service alone says of an account. */
    private static final List<String> NOT_TO_BE_SET =
            List.of("id", "email_verified", "effective_permissions", "second_factor", "last_login", "date_joined");

    private AccountInputs() {}

    /** The account that the path names, whatever the body says. */
    static Username ofPath(Inputs inputs) {
        return inputs.required(Input.path("username"), Username::parse);
    }

    /** The user name of a new account. */
    static Username ofBody(Inputs inputs) {
        return inputs.required(Input.body("username"), Username::parse);
    }

    static AccountChange change(Inputs inputs) {
        AccountBodies.refuse(inputs, NOT_TO_BE_SET);
        return new AccountChange(
                inputs.optional(Input.body("email"), AccountInputs::email),
                inputs.optional(Input.body("first_name"), AccountInputs::name),
                inputs.optional(Input.body("last_name"), AccountInputs::name),
                AccountBodies.flag(inputs, "is_active"),
                AccountBodies.flag(inputs, "is_staff"),
                AccountBodies.flag(inputs, "is_superuser"),
                AccountBodies.set(inputs, "groups", GroupName::parse, "has something that is no name of a group"),
                AccountBodies.permissions(inputs));
    }

    static Accounts.Filter filter(Inputs inputs) {
        return new Accounts.Filter(
                AccountLists.isYes(inputs, "is_active"),
                AccountLists.isYes(inputs, "is_staff"),
                inputs.optional(Input.query("group"), GroupName::parse));
    }

    /** The empty one takes the address away. */
    private static Optional<String> email(String text) {
        return Optional.of(text)
                .filter(given -> given.isEmpty() || AccountEmail.parse(given).isPresent());
    }

    private static Optional<String> name(String text) {
        return Optional.of(text).filter(Profile::isName);
    }
}
