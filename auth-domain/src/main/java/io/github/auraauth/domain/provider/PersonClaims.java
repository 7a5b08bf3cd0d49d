package io.github.auraauth.domain.provider;

import io.github.auraauth.domain.account.Account;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The claims of a person (OpenID Connect Core 1.0, section 5.1). */
public final class PersonClaims {
    /** The names of all claims that may be told, beside those that say how somebody logged in. */
    public static final List<String> SUPPORTED =
            List.of("sub", "name", "given_name", "family_name", "preferred_username", "email", "email_verified");

    private static final Set<String> OF_PROFILE = Set.of("name", "given_name", "family_name", "preferred_username");
    private static final Set<String> OF_EMAIL = Set.of("email", "email_verified");

    private PersonClaims() {}

    /** Who the person is to every client: the same for good. */
    public static String subject(Account account) {
        return account.origin().subject().orElse(account.id().value());
    }

    /**
     * The claims of the scopes, and the single ones asked for beside them; what is not known of the person is left out.
     *
     * @param scopes by name
     * @param single names of claims
     */
    public static Map<String, Object> of(Account account, Set<String> scopes, Set<String> single) {
        Map<String, Object> told = new LinkedHashMap<>();
        profile(account).forEach((name, value) -> {
            if (scopes.contains(Scope.PROFILE.value()) || single.contains(name)) {
                told.put(name, value);
            }
        });
        email(account).forEach((name, value) -> {
            if (scopes.contains(Scope.EMAIL.value()) || single.contains(name)) {
                told.put(name, value);
            }
        });
        return told;
    }

    /** The scopes that single claims belong to; {@code sub} and what is not known belong to none. */
    static Set<Scope> scopesOf(Set<String> claims) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        if (claims.stream().anyMatch(OF_PROFILE::contains)) {
            scopes.add(Scope.PROFILE);
        }
        if (claims.stream().anyMatch(OF_EMAIL::contains)) {
            scopes.add(Scope.EMAIL);
        }
        return scopes;
    }

    private static Map<String, Object> profile(Account account) {
        Map<String, Object> claims = new LinkedHashMap<>();
        String first = account.profile().firstName();
        String last = account.profile().lastName();
        putText(claims, "name", (first + ' ' + last).strip());
        putText(claims, "given_name", first);
        putText(claims, "family_name", last);
        claims.put("preferred_username", account.username().value());
        return claims;
    }

    private static Map<String, Object> email(Account account) {
        Map<String, Object> claims = new LinkedHashMap<>();
        account.profile().email().ifPresent(email -> {
            claims.put("email", email.value());
            claims.put("email_verified", email.verified());
        });
        return claims;
    }

    private static void putText(Map<String, Object> claims, String name, String text) {
        if (!text.isBlank()) {
            claims.put(name, text);
        }
    }
}
